import type { Words } from '../en.ts';

export const page: Words['page'] = {
  live: 'Live',
  evaluate: 'Utvärdera',
  settings: 'Inställningar',
  about: 'Vad är det här?',
  stop: 'Stoppa',
  navigation: 'Sida',
  close: 'Stäng',
  dismiss: 'Dölj',
  opening: 'Öppnar …',
  private: 'Inget lämnar den här enheten.',
  guess: 'En modells gissning om ett uttryck, inte en känsla',
  dropToOpen: 'Släpp för att öppna',
  dropToEvaluate: 'Släpp för att utvärdera',
};

export const update: Words['update'] = {
  ready: 'En ny version av sidan är klar.',
  take: 'Ladda den',
  later: 'Senare',
};

export const start: Words['start'] = {
  title: 'Vilka uttryck visar ett ansikte, och hur blandas de?',
  lead: 'Blendscope läser sex uttryck ur levande video och säger vilket eller vilka två som visas, och i vilken proportion.',
  camera: 'Starta kameran',
  drawn: 'Prova utan kamera',
  file: 'Öppna en video eller ett foto',
  drop: 'eller släpp en fil var som helst på sidan',
  noCamera: 'Ingen kamera hittades, men ett tecknat ansikte kan ersätta den.',
  example: 'Till exempel ett leende genom tårar',
  legend: 'De sex uttrycken',
};

export const actions: Words['actions'] = {
  file: 'Öppna en fil',
  drawn: 'Prova utan kamera',
  retry: 'Försök igen',
  start: 'Tillbaka till start',
  goOn: 'Fortsätt',
};

export const broken: Words['broken'] = {
  title: 'Något oväntat stoppade den här delen av sidan.',
  advice:
    'Välj ”Fortsätt” för att visa den igen. Inget som redan lästs eller bedömts går förlorat.',
  unloaded: 'Den här delen av sidan kunde inte laddas.',
  unloadedAdvice: 'Kontrollera anslutningen och välj sedan ”Försök igen”.',
};

export const missing: Words['missing'] = {
  title: 'Vad som inte fungerar i den här webbläsaren',
  features: {
    insecure:
      'Den här sidan har ingen säker adress: kameran och klipp fungerar inte. Öppna den med https:// framför.',
    webassembly:
      'WebAssembly saknas: inget kan läsas. Använd en aktuell Chrome, Edge, Firefox eller Safari.',
    camera: 'Ingen kamera för webbsidor: det tecknade ansiktet, videor och foton fungerar.',
    'video-decoder':
      'WebCodecs saknas: klipp kan inte utvärderas, men det går med filer med prediktioner.',
    threads:
      'Bara en processorkärna, eftersom servern inte skickar isoleringshuvuden: resultaten kommer långsammare.',
    storage: 'Inget lagringsutrymme: inställningar och resultat finns kvar tills fliken stängs.',
  },
  noDecoder:
    'Den här webbläsaren kan inte avkoda klipp åt en sida. Filer med prediktioner kan bedömas; för klipp behövs en aktuell Chrome, Edge, Firefox eller Safari.',
  noDecoderInsecure:
    'Webbläsaren avkodar inga klipp åt en sida utan säker adress. Öppna sidan med https:// framför; filer med prediktioner kan bedömas här.',
};
