import type { Words } from '../en.ts';

export const page: Words['page'] = {
  live: 'Live',
  evaluate: 'Auswerten',
  settings: 'Einstellungen',
  about: 'Was ist das?',
  stop: 'Stopp',
  navigation: 'Seite',
  close: 'Schließen',
  dismiss: 'Ausblenden',
  opening: 'Wird geöffnet …',
  private: 'Nichts verlässt dieses Gerät.',
  guess: 'Die Vermutung eines Modells über einen Ausdruck, kein Gefühl',
  dropToOpen: 'Zum Öffnen ablegen',
  dropToEvaluate: 'Zum Auswerten ablegen',
};

export const update: Words['update'] = {
  ready: 'Eine neue Version dieser Seite ist bereit.',
  take: 'Laden',
  later: 'Später',
};

export const start: Words['start'] = {
  title: 'Welche Ausdrücke zeigt ein Gesicht, und wie mischen sie sich?',
  lead: 'Blendscope liest sechs Ausdrücke aus laufendem Video und sagt, welcher eine oder welche zwei gezeigt werden und in welchem Verhältnis.',
  camera: 'Kamera starten',
  drawn: 'Ohne Kamera ausprobieren',
  file: 'Video oder Foto öffnen',
  drop: 'oder irgendwo auf der Seite ablegen',
  noCamera: 'Es wurde keine Kamera gefunden; ein gezeichnetes Gesicht kann sie vertreten.',
  example: 'Zum Beispiel ein Lächeln unter Tränen',
  legend: 'Die sechs Ausdrücke',
};

export const actions: Words['actions'] = {
  file: 'Datei öffnen',
  drawn: 'Ohne Kamera ausprobieren',
  retry: 'Erneut versuchen',
  start: 'Zurück zum Start',
  goOn: 'Weiter',
};

export const broken: Words['broken'] = {
  title: 'Etwas Unerwartetes hat diesen Teil der Seite angehalten.',
  advice: '„Weiter“ zeigt ihn wieder. Was bisher gelesen oder bewertet wurde, bleibt erhalten.',
  unloaded: 'Dieser Teil der Seite konnte nicht geladen werden.',
  unloadedAdvice: 'Bitte die Verbindung prüfen und „Erneut versuchen“ wählen.',
};

export const missing: Words['missing'] = {
  title: 'Was in diesem Browser nicht geht',
  features: {
    insecure:
      'Diese Seite hat keine sichere Adresse: Kamera und Clips gehen nicht. Bitte mit https:// davor öffnen.',
    webassembly:
      'Kein WebAssembly: nichts kann gelesen werden. Bitte ein aktuelles Chrome, Edge, Firefox oder Safari benutzen.',
    camera: 'Keine Kamera für Webseiten: das gezeichnete Gesicht, Videos und Fotos gehen.',
    'video-decoder':
      'Kein WebCodecs: Clips lassen sich nicht auswerten, Dateien mit Vorhersagen schon.',
    threads:
      'Nur ein Prozessorkern, weil der Server keine Isolations-Header sendet: Ergebnisse kommen langsamer.',
    storage:
      'Kein Speicher: Einstellungen und Ergebnisse bleiben, bis dieser Tab geschlossen wird.',
  },
  noDecoder:
    'Dieser Browser kann Clips nicht für eine Seite dekodieren. Dateien mit Vorhersagen lassen sich bewerten; für Clips bitte ein aktuelles Chrome, Edge, Firefox oder Safari benutzen.',
  noDecoderInsecure:
    'Der Browser dekodiert keine Clips für eine Seite ohne sichere Adresse. Bitte die Seite mit https:// davor öffnen; Dateien mit Vorhersagen lassen sich hier bewerten.',
};
