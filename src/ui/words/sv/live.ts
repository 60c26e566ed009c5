import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';

const numbers = numbersOf('sv');

export const emotions: Words['emotions'] = {
  ang: 'Ilska',
  disg: 'Avsky',
  fea: 'Rädsla',
  hap: 'Glädje',
  sad: 'Sorgsenhet',
  neu: 'Neutralt',
};

/** As it stands within a sentence. */
const within = (names: string): string => names.toLocaleLowerCase('sv');

export const reading: Words['reading'] = {
  title: 'Resultat',
  looking: 'Letar efter ett ansikte',
  gathering: 'Samlar de första bilderna',
  firstReading: 'Läser för första gången',
  readAgo: (seconds: string) => `Läst för ${seconds} s sedan`,
  opening: 'Öppnar …',
  paused: 'Pausad',
  noPicture: 'Ingen bild',
  implausible: { 'too-small': 'Kom närmare', turned: 'Vänd dig mot kameran' },
  closest: (name) => `närmast ${within(name)}`,
  drawn: (shares) => `Tecknat: ${shares}`,
  blend: (shares) =>
    shares.map(({ name, share }) => `${share} procent ${within(name)}`).join(' och '),
  readsAs: (what) => `Tolkas som ${within(what)}.`,
  nothingClear: (closest) => `Inget tydligt, ${closest}.`,
  spoken: {
    looking: 'Letar efter ett ansikte.',
    firstReading: 'Läser ett ansikte för första gången.',
    implausible: {
      'too-small': 'Ansiktet är för litet för att läsas av. Kom närmare.',
      turned: 'Vänt så kan ansiktet inte läsas av. Vänd dig mot kameran.',
    },
    opening: 'Öppnar.',
    openingCamera: 'Öppnar kameran.',
    loading: 'Laddar modellen.',
    unplugged: 'Kameran är urkopplad.',
    noPicture: 'Kameran ger ingen bild.',
    paused: 'Pausad.',
  },
};

export const camera: Words['camera'] = {
  asked: 'Webbläsaren frågar kanske om kameran: välj ”Tillåt”.',
  askedLong:
    'Väntar fortfarande på kameran. Titta bredvid sidans adress: där kan webbläsarens fråga eller en kamerasymbol finnas. Välj ”Tillåt”.',
  lost: {
    unplugged: 'Kameran är urkopplad. Koppla in den igen, så fortsätter sidan av sig själv.',
    'no-picture':
      'Kameran ger ingen bild. Öppna dess lucka eller datorns lock, eller stäng programmet som använder den; sidan fortsätter sedan av sig själv.',
  },
};

export const presence: Words['presence'] = {
  title: 'Finns med',
  from: (percent) => `finns med från ${percent}`,
  unread: 'inte läst',
  percent: (percent) => `${percent} procent`,
  leftOut: (percent) => `${percent} procent, nämns inte i resultatet`,
};

export const timeline: Words['timeline'] = {
  title: 'Senaste 30 sekunderna',
  lines: 'De sex sannolikheterna som linjer under de senaste 30 sekunderna',
};

export const loading: Words['loading'] = {
  title: 'Laddar',
  model: 'Laddar modellen',
  ready: 'Gör klart',
  progress: (loaded, total) => `${numbers.megabytes(loaded)} av ${numbers.megabytes(total)} MB`,
};

export const stage: Words['stage'] = {
  title: 'Bild',
  seen: 'Vad modellen ser',
  sources: { camera: 'Kamera', file: 'Fil', drawn: 'Tecknat ansikte', replay: 'Rapport' },
  saving: {
    chosen: '10 avläsningar per sekund',
    'battery-low': '10 avläsningar per sekund: batteriet är lågt',
  },
  shortfall: (read) =>
    `${numbers.count(read, { one: 'avläsning', other: 'avläsningar' })} per sekund: fler hinns inte med`,
};

export const hud: Words['hud'] = {
  title: 'Mätvärden',
  rate: (perSecond) => `${perSecond} bilder/s`,
  legend: 'tider: median / 95:e percentilen',
  rows: {
    camera: 'kamera',
    analysed: 'analyserade',
    age: 'ålder',
    picture: 'bild',
    detect: 'ansiktssökning',
    crop: 'utsnitt',
    encode: 'kodare',
    head: 'huvud',
    total: 'totalt',
    ownNeutral: 'eget neutralt',
    backend: 'backend',
    pack: 'paket',
  },
};
