import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';

const { count, fixed, short } = numbersOf('sv');

const CLIPS = { other: 'klipp' };

export const intro: Words['intro'] = {
  title: 'Hur ofta har den rätt om dina egna klipp?',
  lead: 'Blendscope läser etiketterade klipp med samma modell som livesidan och bedömer svaren så som BLEMORE-tävlingen gör. Klippen stannar på den här enheten.',
  files: 'Välj filer',
  folder: 'Välj en mapp',
  drop: 'eller släpp dem var som helst på sidan',
  takes: 'Vad som behövs',
  clips: 'Klipp',
  clipsText:
    'Videor i MP4, MOV eller WebM, hur många som helst. Ett BLEMORE-namn som det följande är också klippets etikett:',
  labels: 'Etiketter och folds',
  labelsText:
    'En csv med kolumnerna nedan; ”fold” bara för folds. Utan etiketter blir det prediktioner men inga siffror.',
  predictions: 'Prediktioner',
  predictionsText:
    'En json enligt tävlingens mall, eller dess zip, bedöms ensam mot etiketter, utan något klipp:',
};

export const run: Words['run'] = {
  title: 'Utvärdering',
  retry: 'Försök igen',
  again: 'Utvärdera igen',
  goOn: 'Fortsätt',
  start: (clips) => `Utvärdera ${count(clips, CLIPS)}`,
  pause: 'Pausa',
  resume: 'Återuppta',
  cancel: 'Avbryt',
  addFiles: 'Lägg till filer',
  addFolder: 'Lägg till en mapp',
  clear: 'Börja om',
  done: (done, total) => `${short(done, 0)} av ${short(total, 0)}`,
  clipsDone: 'Färdiga klipp',
  paused: 'Pausad',
  left: (time) => `${time} kvar`,
  seconds: (seconds) => `${seconds} s`,
  minutes: (minutes) => `${minutes} min`,
  hours: (hours, minutes) => `${hours} tim ${minutes} min`,
  speed: (times) => `${fixed(times, times < 9.95 ? 1 : 0)}× realtid`,
  settings: 'Inställningar',
  frames: 'Bildrutor',
  framesHint: 'En ändring gäller från nästa start.',
  everyFrame: 'Varje bildruta',
  oneOf: (frames) => `En av ${frames}`,
  summary: ({ kind, rows, labelled, blends, folds }) => {
    const forms = kind === 'predictions' ? { one: 'prediktion', other: 'prediktioner' } : CLIPS;
    const labels =
      labelled === rows ? 'alla med etikett' : `varav ${short(labelled, 0)} med etikett`;
    const parts = [count(rows, forms), labels];
    if (labelled > 0) parts.push(`${short(blends, 0)} som blandningar`);
    if (folds.length > 0) parts.push(`i ${count(folds.length, { one: 'fold', other: 'folds' })}`);
    return parts.join(', ');
  },
  spoken: {
    loading: 'Laddar modellen.',
    running: 'Utvärderar.',
    paused: 'Pausad.',
    finished: 'Klart.',
    done: (done, total) => `${short(done, 0)} av ${count(total, CLIPS)} klara.`,
  },
};

export const left: Words['left'] = {
  title: (all) => `Utelämnat (${short(all, 0)})`,
  more: (rest) => `Visa fler (${short(rest, 0)} kvar)`,
  unmatched: (names) => `Utan motsvarighet (${short(names, 0)})`,
  allNames: 'Alla namn',
  names: 'Namn utan motsvarighet',
};

export const saved: Words['saved'] = {
  title: 'Spara',
  predictions: 'Prediktioner (JSON)',
  submission: 'För CodaBench (zip)',
  frames: 'Varje bildruta (CSV)',
  features: 'Särdrag (NumPy)',
  featuresTable: 'Särdrag (CSV)',
  report: 'Rapport (JSON)',
  hint: 'Rapporten säger med vilken modell, vilka versioner och vilka inställningar siffrorna har tagits fram.',
  kept: 'Sparade resultat',
  keptText: (clips) =>
    `Resultaten av ${count(clips, CLIPS)} är sparade på den här enheten. Väljs samma filer igen är de klara direkt.`,
  remove: 'Radera resultat',
};

export const figures: Words['figures'] = {
  title: 'Siffror',
  of: (clips, blends) =>
    `Av ${count(clips, CLIPS)}, varav ${short(blends, 0)} blandningar, med 95 %-intervall`,
  answer: 'Svar',
  presence: 'exakt rätt känslor',
  salience: 'av blandningar: rätt andelar',
  noBlends: 'inga blandningar',
  here: 'Triviala svar på dessa etiketter',
  published: 'Publicerat, på BLEMOREs testdata',
  ownNeutral: 'Varje persons eget neutrala uttryck',
  ownNeutralHint:
    'Bedömer klippen en andra gång, jämfört med samma persons neutrala klipp, som då inte räknas med.',
  againstOwnNeutral: (decoder) => `${decoder}, eget neutralt`,
  decoders: {
    rule: 'Regel med α och β',
    nearest: 'Närmaste av de 36 etiketterna',
    file: 'Fil med prediktioner',
  },
  references: {
    'trivial-single': 'Alltid den vanligaste enstaka känslan',
    'trivial-blend': 'Alltid den vanligaste blandningen',
    clip: 'CLIP',
    imagebind: 'ImageBind',
    'videomae-v2': 'VideoMAEv2',
    'video-swin': 'Video Swin',
    'best-fusion': 'Bästa fusioner',
  },
  withAudio: (name) => `${name}, som också lyssnar`,
  folds: 'Fold för fold',
  fold: 'Fold',
  clips: 'Klipp',
  unlabelled:
    'Utan etiketter blir det prediktioner men inga siffror: namnge klippen som BLEMORE gör, eller lägg till en csv med metadata.',
  later: 'Siffrorna visas här så snart det första klippet med etikett är läst.',
};

export const decision: Words['decision'] = {
  title: 'Från sannolikheter till etiketter',
  by: 'Avgörs av',
  byHint: 'För matriserna, klippen och filerna. Närmaste etikett behöver inga tröskelvärden.',
  reset: 'Tillbaka till paketets',
  shown: 'Visas',
  mean: 'Medelvärde av båda',
  best: 'Bäst:',
  take: 'Använd',
  grid: 'Siffror för varje α och β, i procent',
  legend: (cell) =>
    `Inramad: cellen närmast de nuvarande tröskelvärdena: ${cell}. Prickad: den bästa cellen. Tröskelvärden som valts på samma klipp som de bedöms på ger en för ljus bild.`,
};

export const confusion: Words['confusion'] = {
  title: 'Vad som lästes som vad',
  emotions:
    'Känslor: varje rad en som visades, varje kolumn en som lästes, i klipp; en blandning räknas efter sina andelar',
  labels: 'Etiketter: varje rad en som visades, varje kolumn en som lästes, i klipp',
  all: 'Alla 36 etiketter',
  outside: (predictions) =>
    `${count(predictions, { one: 'prediktion', other: 'prediktioner' })} hör inte till någon av de 36 etiketterna: de bedöms, men räknas inte här.`,
};

export const clips: Words['clips'] = {
  title: 'Klipp för klipp',
  predictions: 'Prediktion för prediktion',
  show: 'Visa',
  all: 'Alla',
  wrong: 'Felaktiga',
  failed: 'Utan resultat',
  columns: {
    name: 'Klipp',
    label: 'Visades',
    prediction: 'Tolkas som',
    presence: 'Känslor',
    salience: 'Andelar',
    fold: 'Fold',
    faces: 'Lästa bildrutor',
  },
  none: 'Det finns inga.',
  more: (rest) => `Visa fler (${short(rest, 0)} kvar)`,
  reading: 'Läses …',
  waiting: 'Väntar',
  framesRead: (read, all) => `${short(read, 0)} av ${short(all, 0)}`,
  right: 'rätt',
  mistaken: 'fel',
  clip: 'Klippet',
  unplayable: 'Den här webbläsaren kan avkoda klippet, men inte spela upp det.',
  wasShown: 'Visades:',
  readsAs: 'Tolkas som:',
  lines: 'De sex sannolikheterna som linjer genom klippet',
  aggregate:
    'Den här modellen läser ett klipp som helhet: varje punkt är dess resultat för klippet fram till dess.',
  table: 'Som tabell',
  probabilities: 'Sannolikheter genom klippet',
  seconds: 'Sekunder',
  noFace: 'inget ansikte',
};
