import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';
import { fileProblemWords } from './file-problems.ts';

const { megabytes, gigabytes } = numbersOf('sv');

const CHECK_CONNECTION = 'Kontrollera anslutningen och välj sedan ”Försök igen”.';
const TELL_OWNER = 'Välj ”Försök igen”, och säg till dem som driver sidan om det inte hjälper.';
const COMPUTE_ELSEWHERE =
  'Välj något annat under ”Beräkna med” i inställningarna och sedan ”Försök igen”.';
const CLOSE_OTHERS = 'Stäng andra flikar och program och välj sedan ”Försök igen”.';
const NOTHING_TO_DO = 'Du behöver inte göra något.';

export const failureMessage: Words['failureMessage'] = (failure) => {
  switch (failure.kind) {
    case 'camera-unsupported':
      return failure.secure
        ? {
            title: 'Den här webbläsaren ger inte webbsidor någon kamera.',
            advice:
              'Använd en aktuell Chrome, Edge, Firefox eller Safari, eller prova utan kamera.',
          }
        : {
            title: 'Webbläsaren ger ingen kamera till en sida utan säker adress.',
            advice: 'Öppna sidan med https:// framför, eller prova utan kamera.',
          };
    case 'camera-denied':
      return {
        title: 'Kameran är inte tillåten på den här sidan.',
        advice:
          'Klicka på symbolen bredvid sidans adress, tillåt kameran där och välj sedan ”Försök igen”.',
      };
    case 'camera-missing':
      return {
        title: 'Ingen kamera hittades.',
        advice:
          'Prova utan kamera, öppna en video eller ett foto, eller koppla in en kamera och välj ”Försök igen”.',
      };
    case 'camera-busy':
      return {
        title: 'Ett annat program använder kameran.',
        advice: 'Stäng det programmet eller den fliken och välj sedan ”Försök igen”.',
      };
    case 'file-undecodable': {
      const { what, advice } = fileProblemWords(failure.problem);
      return { title: `”${failure.name}” ${what}.`, advice };
    }
    case 'asset-missing':
      return {
        title: `En del av sidan, ”${failure.name}”, kunde inte laddas.`,
        advice: failure.status === null ? CHECK_CONNECTION : TELL_OWNER,
      };
    case 'asset-html':
      return {
        title: `I stället för filen ”${failure.name}” skickade servern en webbsida.`,
        advice: TELL_OWNER,
      };
    case 'asset-truncated':
      return {
        title: `Av ”${failure.name}” kom bara ${megabytes(failure.received)} av ${megabytes(failure.expected)} MB fram.`,
        advice: CHECK_CONNECTION,
      };
    case 'asset-corrupt':
      return {
        title: `Filen ”${failure.name}” är inte den som den här sidan byggdes med.`,
        advice: TELL_OWNER,
      };
    case 'asset-stalled':
      return {
        title: `Laddningen av ”${failure.name}” stod stilla i ${failure.seconds} sekunder.`,
        advice: CHECK_CONNECTION,
      };
    case 'pack-invalid':
      return {
        title: `Modellen ”${failure.pack}” passar inte den här sidan: dess fält ”${failure.field}” är ogiltigt.`,
        advice: 'Rätta det fältet eller använd en annan modell, och välj sedan ”Försök igen”.',
      };
    case 'model-wrong':
      return {
        title: `Modellen ”${failure.pack}” räknar inte rätt på den här enheten.`,
        advice: COMPUTE_ELSEWHERE,
      };
    case 'model-not-finite':
      return {
        title: `Modellen ”${failure.pack}” gav oanvändbara tal.`,
        advice: COMPUTE_ELSEWHERE,
      };
    case 'model-too-large':
      return {
        title: `Modellen ”${failure.pack}” behöver ${gigabytes(failure.needed)} GB minne, och här kan den få ${gigabytes(failure.most)} GB.`,
        advice: 'Ta den med vikter i färre bitar, eller en annan modell.',
      };
    case 'analyser-crashed':
      return {
        title: 'Analysen stannar gång på gång på den här enheten.',
        advice: CLOSE_OTHERS,
      };
    case 'analyser-silent':
      return {
        title: `Analysen har inte svarat på ${failure.seconds} sekunder.`,
        advice: CLOSE_OTHERS,
      };
    case 'unexpected':
      return {
        title: 'Något oväntat stoppade sidan.',
        advice: 'Välj ”Försök igen”, och ladda om sidan om det inte hjälper.',
      };
  }
};

export const noticeMessage: Words['noticeMessage'] = (notice) => {
  switch (notice.kind) {
    case 'camera-replaced':
      return {
        title: 'Kameran du valde finns inte.',
        advice:
          notice.used === null
            ? 'Sidan använder en annan i stället; alla finns i inställningarna.'
            : `Sidan använder ”${notice.used}” i stället; de andra finns i inställningarna.`,
      };
    case 'camera-unplugged':
      return {
        title: 'Kameran kopplades ur.',
        advice: 'Koppla in den igen, så fortsätter sidan av sig själv.',
      };
    case 'camera-returned':
      return { title: 'Kameran är tillbaka.', advice: NOTHING_TO_DO };
    case 'webgpu-missing':
      return {
        title: 'Den här webbläsaren har inte WebGPU.',
        advice: 'Sidan räknar med processorn i stället; du behöver inte göra något.',
      };
    case 'webgpu-too-small':
      return {
        title: `Modellen ”${notice.pack}” behöver buffertar på ${megabytes(notice.needed)} MB, och grafikkretsen har inga som är större än ${megabytes(notice.most)} MB.`,
        advice: 'Sidan räknar med processorn i stället; du behöver inte göra något.',
      };
    case 'webgpu-wrong':
      return {
        title: 'Grafikkretsen gav felaktiga tal.',
        advice: 'Sidan räknar med processorn i stället; du behöver inte göra något.',
      };
    case 'webgpu-lost':
      return {
        title: 'Grafikkretsen stannade en kort stund.',
        advice:
          notice.now === 'webgpu'
            ? 'Den startades om; du behöver inte göra något.'
            : 'Sidan fortsätter med processorn; du behöver inte göra något.',
      };
    case 'analyser-restarted':
      return {
        title: 'Analysen hade stannat och startades om.',
        advice: 'Stäng andra flikar och program om det händer ofta.',
      };
    case 'pack-replaced':
      return {
        title: 'Den egna modellen fungerar inte längre.',
        advice: `Sidans modell läser vidare: ${failureMessage(notice.failure).title}`,
      };
    case 'pack-unknown':
      return {
        title: `Här finns ingen modell ”${notice.id}”.`,
        advice: 'Sidans egen läser i stället; släpp modellen på sidan för att ha den här.',
      };
    case 'first-picture':
      return {
        title: 'Den här webbläsaren visar bara den första bilden i animationen.',
        advice:
          'Öppna den i en aktuell Chrome eller Edge, eller konvertera den till MP4, för att se den röra sig.',
      };
    case 'film-incomplete':
      return {
        title: `”${notice.name}” ${fileProblemWords(notice.problem).what}.`,
        advice: 'Det som går att avkoda spelas om och om igen.',
      };
    case 'report-without-pictures':
      return {
        title: 'Den här rapporten innehåller inga bilder.',
        advice: 'Det som visas är det som spelades in; inget kan läsas av på nytt.',
      };
    case 'files-useless':
      return {
        title: 'Där finns inget att utvärdera.',
        advice:
          'Välj klipp (mp4, mov, webm, mkv), en csv med deras etiketter eller en json med prediktioner.',
      };
    case 'files-untimely':
      return {
        title: 'De här filerna lades inte till.',
        advice: 'Avbryt utvärderingen först; den fortsätter senare med det som är klart.',
      };
  }
};
