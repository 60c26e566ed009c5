import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';
import { fileProblemWords } from './file-problems.ts';

const { megabytes, gigabytes } = numbersOf('de');

const CHECK_CONNECTION = 'Bitte die Verbindung prüfen und „Erneut versuchen“ wählen.';
const TELL_OWNER =
  'Bitte „Erneut versuchen“ wählen, und falls das nicht hilft, den Betreibern dieser Seite Bescheid geben.';
const COMPUTE_ELSEWHERE =
  'Bitte in den Einstellungen unter „Rechnen mit“ etwas anderes und dann „Erneut versuchen“ wählen.';
const CLOSE_OTHERS = 'Bitte andere Tabs und Programme schließen und „Erneut versuchen“ wählen.';
const NOTHING_TO_DO = 'Sie brauchen nichts zu tun.';

export const failureMessage: Words['failureMessage'] = (failure) => {
  switch (failure.kind) {
    case 'camera-unsupported':
      return failure.secure
        ? {
            title: 'Dieser Browser gibt Webseiten keine Kamera.',
            advice:
              'Bitte ein aktuelles Chrome, Edge, Firefox oder Safari benutzen oder es ohne Kamera ausprobieren.',
          }
        : {
            title: 'Der Browser gibt einer Seite ohne sichere Adresse keine Kamera.',
            advice: 'Bitte die Seite mit https:// davor öffnen oder es ohne Kamera ausprobieren.',
          };
    case 'camera-denied':
      return {
        title: 'Die Kamera ist auf dieser Seite nicht erlaubt.',
        advice:
          'Bitte auf das Symbol neben der Adresse der Seite klicken, dort die Kamera erlauben und „Erneut versuchen“ wählen.',
      };
    case 'camera-missing':
      return {
        title: 'Es wurde keine Kamera gefunden.',
        advice:
          'Bitte ohne Kamera ausprobieren, ein Video oder Foto öffnen oder eine Kamera anstecken und „Erneut versuchen“ wählen.',
      };
    case 'camera-busy':
      return {
        title: 'Ein anderes Programm benutzt die Kamera.',
        advice:
          'Bitte dieses Programm oder diesen Browsertab schließen und „Erneut versuchen“ wählen.',
      };
    case 'file-undecodable': {
      const { what, advice } = fileProblemWords(failure.problem);
      return { title: `„${failure.name}“ ${what}.`, advice };
    }
    case 'asset-missing':
      return {
        title: `Ein Teil dieser Seite, „${failure.name}“, konnte nicht geladen werden.`,
        advice: failure.status === null ? CHECK_CONNECTION : TELL_OWNER,
      };
    case 'asset-html':
      return {
        title: `Statt der Datei „${failure.name}“ hat der Server eine Webseite geschickt.`,
        advice: TELL_OWNER,
      };
    case 'asset-truncated':
      return {
        title: `Von „${failure.name}“ sind nur ${megabytes(failure.received)} von ${megabytes(failure.expected)} MB angekommen.`,
        advice: CHECK_CONNECTION,
      };
    case 'asset-corrupt':
      return {
        title: `Die Datei „${failure.name}“ ist nicht die, mit der diese Seite gebaut wurde.`,
        advice: TELL_OWNER,
      };
    case 'asset-stalled':
      return {
        title: `Das Laden von „${failure.name}“ stand ${failure.seconds} Sekunden lang still.`,
        advice: CHECK_CONNECTION,
      };
    case 'pack-invalid':
      return {
        title: `Das Modell „${failure.pack}“ passt nicht zu dieser Seite: sein Feld „${failure.field}“ ist ungültig.`,
        advice:
          'Bitte dieses Feld berichtigen oder ein anderes Modell benutzen und „Erneut versuchen“ wählen.',
      };
    case 'model-wrong':
      return {
        title: `Das Modell „${failure.pack}“ rechnet auf diesem Gerät nicht richtig.`,
        advice: COMPUTE_ELSEWHERE,
      };
    case 'model-not-finite':
      return {
        title: `Das Modell „${failure.pack}“ hat unbrauchbare Zahlen geliefert.`,
        advice: COMPUTE_ELSEWHERE,
      };
    case 'model-too-large':
      return {
        title: `Das Modell „${failure.pack}“ braucht ${gigabytes(failure.needed)} GB Speicher, hier kann es ${gigabytes(failure.most)} GB bekommen.`,
        advice: 'Nehmen Sie es mit Gewichten in weniger Bits, oder ein anderes Modell.',
      };
    case 'analyser-crashed':
      return {
        title: 'Die Analyse bleibt auf diesem Gerät immer wieder stehen.',
        advice: CLOSE_OTHERS,
      };
    case 'analyser-silent':
      return {
        title: `Die Analyse hat seit ${failure.seconds} Sekunden nicht geantwortet.`,
        advice: CLOSE_OTHERS,
      };
    case 'unexpected':
      return {
        title: 'Etwas Unerwartetes hat die Seite angehalten.',
        advice: 'Bitte „Erneut versuchen“ wählen, und falls das nicht hilft, die Seite neu laden.',
      };
  }
};

export const noticeMessage: Words['noticeMessage'] = (notice) => {
  switch (notice.kind) {
    case 'camera-replaced':
      return {
        title: 'Die gewählte Kamera ist nicht da.',
        advice:
          notice.used === null
            ? 'Die Seite benutzt stattdessen eine andere; alle stehen in den Einstellungen.'
            : `Die Seite benutzt stattdessen „${notice.used}“; die anderen stehen in den Einstellungen.`,
      };
    case 'camera-unplugged':
      return {
        title: 'Die Kamera wurde abgesteckt.',
        advice: 'Sobald sie wieder angesteckt ist, geht es von selbst weiter.',
      };
    case 'camera-returned':
      return { title: 'Die Kamera ist wieder da.', advice: NOTHING_TO_DO };
    case 'webgpu-missing':
      return {
        title: 'Dieser Browser bietet kein WebGPU.',
        advice: 'Die Seite rechnet stattdessen mit dem Prozessor; Sie brauchen nichts zu tun.',
      };
    case 'webgpu-too-small':
      return {
        title: `Das Modell „${notice.pack}“ braucht Puffer von ${megabytes(notice.needed)} MB, der Grafikchip hat höchstens solche von ${megabytes(notice.most)} MB.`,
        advice: 'Die Seite rechnet stattdessen mit dem Prozessor; Sie brauchen nichts zu tun.',
      };
    case 'webgpu-wrong':
      return {
        title: 'Der Grafikchip hat falsche Zahlen geliefert.',
        advice: 'Die Seite rechnet stattdessen mit dem Prozessor; Sie brauchen nichts zu tun.',
      };
    case 'webgpu-lost':
      return {
        title: 'Der Grafikchip ist kurz ausgefallen.',
        advice:
          notice.now === 'webgpu'
            ? 'Er wurde neu gestartet; Sie brauchen nichts zu tun.'
            : 'Die Seite rechnet mit dem Prozessor weiter; Sie brauchen nichts zu tun.',
      };
    case 'analyser-restarted':
      return {
        title: 'Die Analyse war stehen geblieben und wurde neu gestartet.',
        advice: 'Falls das öfter geschieht, bitte andere Tabs und Programme schließen.',
      };
    case 'pack-replaced':
      return {
        title: 'Das eigene Modell läuft nicht mehr.',
        advice: `Das Modell der Seite liest weiter: ${failureMessage(notice.failure).title}`,
      };
    case 'pack-unknown':
      return {
        title: `Ein Modell „${notice.id}“ gibt es hier nicht.`,
        advice:
          'Stattdessen liest das Modell der Seite; um das andere hier zu haben, lassen Sie es auf die Seite fallen.',
      };
    case 'first-picture':
      return {
        title: 'Dieser Browser zeigt nur das erste Bild dieser Animation.',
        advice:
          'Bewegt zu sehen ist sie in einem aktuellen Chrome oder Edge, oder in ein MP4 umgewandelt.',
      };
    case 'film-incomplete':
      return {
        title: `„${notice.name}“ ${fileProblemWords(notice.problem).what}.`,
        advice: 'Was sich davon dekodieren lässt, wird immer wieder gespielt.',
      };
    case 'report-without-pictures':
      return {
        title: 'Dieser Bericht enthält keine Bilder.',
        advice: 'Gezeigt wird, was aufgezeichnet wurde; neu lesen lässt sich nichts.',
      };
    case 'files-useless':
      return {
        title: 'Darin ist nichts auszuwerten.',
        advice:
          'Bitte Clips (mp4, mov, webm, mkv), eine csv mit ihren Labels oder eine json mit Vorhersagen wählen.',
      };
    case 'files-untimely':
      return {
        title: 'Diese Dateien wurden nicht hinzugefügt.',
        advice:
          'Bitte zuerst die Auswertung abbrechen; sie geht später mit dem, was fertig ist, weiter.',
      };
  }
};
