import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';

const { count, fixed, short } = numbersOf('de');

const CLIPS = { one: 'Clip', other: 'Clips' };

export const intro: Words['intro'] = {
  title: 'Wie oft liegt es bei Ihren eigenen Clips richtig?',
  lead: 'Blendscope liest beschriftete Clips mit demselben Modell wie die Live-Seite und bewertet die Antworten so wie die BLEMORE-Challenge. Die Clips bleiben auf diesem Gerät.',
  files: 'Dateien wählen',
  folder: 'Ordner wählen',
  drop: 'oder irgendwo auf der Seite ablegen',
  takes: 'Was gebraucht wird',
  clips: 'Clips',
  clipsText:
    'Beliebig viele Videos als MP4, MOV oder WebM. Ein BLEMORE-Name wie der folgende ist zugleich das Label des Clips:',
  labels: 'Labels und Folds',
  labelsText:
    'Eine csv mit den Spalten unten; „fold“ nur für Folds. Ohne Labels gibt es Vorhersagen, aber keine Kennzahlen.',
  predictions: 'Vorhersagen',
  predictionsText:
    'Eine json nach der Vorlage der Challenge, oder deren zip, wird allein, ohne Clips, mit Labels verglichen:',
};

export const run: Words['run'] = {
  title: 'Auswertung',
  retry: 'Erneut versuchen',
  again: 'Noch einmal auswerten',
  goOn: 'Weiter',
  start: (clips) => `${count(clips, CLIPS)} auswerten`,
  pause: 'Anhalten',
  resume: 'Fortsetzen',
  cancel: 'Abbrechen',
  addFiles: 'Dateien hinzufügen',
  addFolder: 'Ordner hinzufügen',
  clear: 'Neu beginnen',
  done: (done, total) => `${short(done, 0)} von ${short(total, 0)}`,
  clipsDone: 'Fertige Clips',
  paused: 'Angehalten',
  left: (time) => `noch ${time}`,
  seconds: (seconds) => `${seconds} s`,
  minutes: (minutes) => `${minutes} min`,
  hours: (hours, minutes) => `${hours} h ${minutes} min`,
  speed: (times) => `${fixed(times, times < 9.95 ? 1 : 0)}× Echtzeit`,
  settings: 'Einstellungen',
  frames: 'Bilder',
  framesHint: 'Eine Änderung gilt ab dem nächsten Start.',
  everyFrame: 'Jedes Bild',
  oneOf: (frames) => `Eines von ${frames}`,
  summary: ({ kind, rows, labelled, blends, folds }) => {
    const forms = kind === 'predictions' ? { one: 'Vorhersage', other: 'Vorhersagen' } : CLIPS;
    const labels = labelled === rows ? 'alle mit Label' : `${short(labelled, 0)} davon mit Label`;
    const parts = [count(rows, forms), labels];
    if (labelled > 0) parts.push(`${short(blends, 0)} als Mischung`);
    if (folds.length > 0) parts.push(`in ${count(folds.length, { one: 'Fold', other: 'Folds' })}`);
    return parts.join(', ');
  },
  spoken: {
    loading: 'Das Modell wird geladen.',
    running: 'Es wird ausgewertet.',
    paused: 'Angehalten.',
    finished: 'Fertig.',
    done: (done, total) => `${short(done, 0)} von ${count(total, CLIPS)} fertig.`,
  },
};

export const left: Words['left'] = {
  title: (all) => `Ausgelassen (${short(all, 0)})`,
  more: (rest) => `Mehr zeigen (noch ${short(rest, 0)})`,
  unmatched: (names) => `Ohne Gegenstück (${short(names, 0)})`,
  allNames: 'Alle Namen',
  names: 'Namen ohne Gegenstück',
};

export const saved: Words['saved'] = {
  title: 'Sichern',
  predictions: 'Vorhersagen (JSON)',
  submission: 'Für CodaBench (zip)',
  frames: 'Jedes Bild (CSV)',
  features: 'Merkmale (NumPy)',
  featuresTable: 'Merkmale (CSV)',
  report: 'Bericht (JSON)',
  hint: 'Der Bericht sagt, mit welchem Modell, welchen Versionen und Einstellungen die Zahlen entstanden sind.',
  kept: 'Gespeicherte Ergebnisse',
  keptText: (clips) =>
    `Die Ergebnisse von ${count(clips, { one: 'Clip', other: 'Clips' })} sind auf diesem Gerät gespeichert. Dieselben Dateien sind, erneut gewählt, sofort fertig.`,
  remove: 'Ergebnisse löschen',
};

export const figures: Words['figures'] = {
  title: 'Kennzahlen',
  of: (clips, blends) =>
    `Von ${count(clips, CLIPS)}, davon ${short(blends, 0)} Mischungen, mit 95-%-Intervallen`,
  answer: 'Antwort',
  presence: 'genau die richtigen Emotionen',
  salience: 'von Mischungen: die richtigen Anteile',
  noBlends: 'keine Mischungen',
  here: 'Triviale Antworten auf diese Labels',
  published: 'Veröffentlicht, auf den Testdaten von BLEMORE',
  ownNeutral: 'Eigenes Neutral jeder Person',
  ownNeutralHint:
    'Wertet die Clips ein zweites Mal, verglichen mit den neutralen Clips derselben Person, die dort nicht mitzählen.',
  againstOwnNeutral: (decoder: string) => `${decoder}, eigenes Neutral`,
  decoders: {
    rule: 'Regel mit α und β',
    nearest: 'Nächstes der 36 Labels',
    file: 'Datei mit Vorhersagen',
  },
  references: {
    'trivial-single': 'Immer die häufigste einzelne Emotion',
    'trivial-blend': 'Immer die häufigste Mischung',
    clip: 'CLIP',
    imagebind: 'ImageBind',
    'videomae-v2': 'VideoMAEv2',
    'video-swin': 'Video Swin',
    'best-fusion': 'Beste Fusionen',
  },
  withAudio: (name) => `${name}, die auch zuhören`,
  folds: 'Fold für Fold',
  fold: 'Fold',
  clips: 'Clips',
  unlabelled:
    'Ohne Labels gibt es Vorhersagen, aber keine Kennzahlen: bitte die Clips wie BLEMORE benennen oder eine csv mit Metadaten hinzufügen.',
  later: 'Die Kennzahlen stehen hier, sobald der erste Clip mit Label gelesen ist.',
};

export const decision: Words['decision'] = {
  title: 'Von Wahrscheinlichkeiten zu Labels',
  by: 'Entschieden durch',
  byHint:
    'Für die Matrizen, die Clips und die Dateien. Das nächste Label braucht keine Schwellenwerte.',
  reset: 'Zurück zu denen des Pakets',
  shown: 'Gezeigt',
  mean: 'Mittel aus beiden',
  best: 'Am besten:',
  take: 'Übernehmen',
  grid: 'Kennzahlen für jedes α und β, in Prozent',
  legend: (cell) =>
    `Umrandet: die Zelle, die den Schwellenwerten am nächsten liegt: ${cell}. Gepunktet: die beste Zelle. Schwellenwerte, die an denselben Clips gewählt wurden, schmeicheln.`,
};

export const confusion: Words['confusion'] = {
  title: 'Was als was gelesen wurde',
  emotions:
    'Emotionen: jede Zeile eine gezeigte, jede Spalte eine gelesene, in Clips; eine Mischung zählt nach ihren Anteilen',
  labels: 'Labels: jede Zeile ein gezeigtes, jede Spalte ein gelesenes, in Clips',
  all: 'Alle 36 Labels',
  outside: (predictions) =>
    `${count(predictions, { one: 'Vorhersage gehört', other: 'Vorhersagen gehören' })} zu keinem der 36 Labels: bewertet, aber hier nicht gezählt.`,
};

export const clips: Words['clips'] = {
  title: 'Clip für Clip',
  predictions: 'Vorhersage für Vorhersage',
  show: 'Zeigen',
  all: 'Alle',
  wrong: 'Falsche',
  failed: 'Ohne Ergebnis',
  columns: {
    name: 'Clip',
    label: 'Gezeigt',
    prediction: 'Gelesen als',
    presence: 'Emotionen',
    salience: 'Anteile',
    fold: 'Fold',
    faces: 'Gelesene Bilder',
  },
  none: 'Es gibt keine.',
  more: (rest) => `Mehr zeigen (noch ${short(rest, 0)})`,
  reading: 'Wird gelesen …',
  waiting: 'Wartet',
  framesRead: (read, all) => `${short(read, 0)} von ${short(all, 0)}`,
  right: 'richtig',
  mistaken: 'falsch',
  clip: 'Der Clip',
  unplayable: 'Dieser Browser kann den Clip dekodieren, aber nicht abspielen.',
  wasShown: 'Gezeigt:',
  readsAs: 'Wirkt wie:',
  lines: 'Verlauf der sechs Wahrscheinlichkeiten über den Clip',
  aggregate:
    'Dieses Modell liest einen Clip als Ganzes: jeder Punkt ist sein Ergebnis für den Clip bis dahin.',
  table: 'Als Tabelle',
  probabilities: 'Wahrscheinlichkeiten über den Clip',
  seconds: 'Sekunden',
  noFace: 'kein Gesicht',
};
