import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';

const numbers = numbersOf('de');

export const emotions: Words['emotions'] = {
  ang: 'Ärger',
  disg: 'Ekel',
  fea: 'Angst',
  hap: 'Freude',
  sad: 'Trauer',
  neu: 'Neutral',
};

export const reading: Words['reading'] = {
  title: 'Ergebnis',
  looking: 'Gesucht wird ein Gesicht',
  gathering: 'Die ersten Bilder werden gesammelt',
  firstReading: 'Wird zum ersten Mal gelesen',
  readAgo: (seconds: string) => `Gelesen vor ${seconds} s`,
  opening: 'Wird geöffnet …',
  paused: 'Angehalten',
  noPicture: 'Kein Bild',
  implausible: { 'too-small': 'Bitte näher kommen', turned: 'Bitte zur Kamera drehen' },
  closest: (name) => `am ehesten ${name}`,
  drawn: (shares) => `Gezeichnet: ${shares}`,
  blend: (shares) => shares.map(({ name, share }) => `${share} Prozent ${name}`).join(' und '),
  readsAs: (what) => `Wirkt wie ${what}.`,
  nothingClear: (closest) => `Nichts Eindeutiges, ${closest}.`,
  spoken: {
    looking: 'Gesucht wird ein Gesicht.',
    firstReading: 'Ein Gesicht wird zum ersten Mal gelesen.',
    implausible: {
      'too-small': 'Das Gesicht ist zu klein zum Lesen. Bitte näher kommen.',
      turned: 'So gedreht lässt sich das Gesicht nicht lesen. Bitte zur Kamera drehen.',
    },
    opening: 'Wird geöffnet.',
    openingCamera: 'Die Kamera wird geöffnet.',
    loading: 'Das Modell wird geladen.',
    unplugged: 'Die Kamera ist abgesteckt.',
    noPicture: 'Die Kamera liefert kein Bild.',
    paused: 'Angehalten.',
  },
};

export const camera: Words['camera'] = {
  asked: 'Der Browser fragt vielleicht nach der Kamera: bitte „Zulassen“ wählen.',
  askedLong:
    'Die Kamera ist noch nicht bereit. Neben der Adresse der Seite steht vielleicht die Frage des Browsers oder ein Kamerasymbol: bitte dort „Zulassen“ wählen.',
  lost: {
    unplugged:
      'Die Kamera ist abgesteckt. Sobald sie wieder angesteckt ist, geht es von selbst weiter.',
    'no-picture':
      'Die Kamera liefert kein Bild. Bitte ihre Abdeckung oder den Deckel öffnen oder das Programm schließen, das sie benutzt; danach geht es von selbst weiter.',
  },
};

export const presence: Words['presence'] = {
  title: 'Vorhanden',
  from: (percent) => `vorhanden ab ${percent}`,
  unread: 'nicht gelesen',
  percent: (percent) => `${percent} Prozent`,
  leftOut: (percent) => `${percent} Prozent, im Ergebnis nicht genannt`,
};

export const timeline: Words['timeline'] = {
  title: 'Letzte 30 Sekunden',
  lines: 'Verlauf der sechs Wahrscheinlichkeiten in den letzten 30 Sekunden',
};

export const loading: Words['loading'] = {
  title: 'Laden',
  model: 'Modell wird geladen',
  ready: 'Gleich bereit',
  progress: (loaded, total) => `${numbers.megabytes(loaded)} von ${numbers.megabytes(total)} MB`,
};

export const stage: Words['stage'] = {
  title: 'Bild',
  seen: 'Was das Modell sieht',
  sources: { camera: 'Kamera', file: 'Datei', drawn: 'Gezeichnetes Gesicht', replay: 'Bericht' },
  saving: {
    chosen: '10 Ergebnisse je Sekunde',
    'battery-low': '10 Ergebnisse je Sekunde: der Akku ist fast leer',
  },
  shortfall: (read) =>
    `${numbers.count(read, { one: 'Ergebnis', other: 'Ergebnisse' })} je Sekunde: mehr geht hier nicht`,
};

export const hud: Words['hud'] = {
  title: 'Messwerte',
  rate: (perSecond) => `${perSecond} Bilder/s`,
  legend: 'Zeiten: Median / 95. Perzentil',
  rows: {
    camera: 'Kamera',
    analysed: 'ausgewertet',
    age: 'Alter',
    picture: 'Bild',
    detect: 'Gesichtssuche',
    crop: 'Ausschnitt',
    encode: 'Encoder',
    head: 'Head',
    total: 'gesamt',
    ownNeutral: 'eigenes Neutral',
    backend: 'Backend',
    pack: 'Paket',
  },
};
