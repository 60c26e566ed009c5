import type { Words } from '../en.ts';
import { numbersOf } from '../numbers.ts';

const { count, fixed } = numbersOf('de');

const CLIPS = { one: 'Clip', other: 'Clips' };

export const compare: Words['compare'] = {
  title: 'Vergleich',
  with: 'Vergleichen mit',
  withHint:
    'Beide lesen dieselben Bilder, jedes Modell mit seinem eigenen Ausschnitt. Das erste liest weiter, während dieses geladen wird.',
  nothing: 'Nichts',
  reader: (pack, head) => (head === null ? pack : `${pack}, ${head}`),
  failed: (title) => `Das zweite Modell liest nicht. ${title}`,
  swap: 'A und B tauschen',
  pin: 'Dieses Modell festhalten',
  pinHint: 'Es bleibt als B neben dem Modell, das als nächstes gewählt wird.',
  end: 'Vergleich beenden',
  presence: 'Vorhanden, A und B',
  meter: (emotion, side) => `${emotion}, ${side}`,
  readingOf: (side) => `Ergebnis, ${side}`,
  timelineOf: (side) => `${side}, letzte 30 Sekunden`,
  agreement: 'Übereinstimmung',
  agreementOf: (seconds) => `in den letzten ${seconds} s`,
  sameLabel: 'der Zeit das gleiche Ergebnis',
  difference: 'Punkte Unterschied im Mittel',
  noAgreement: 'Sobald beide ein Gesicht gelesen haben.',
  moments: 'Wo sie am meisten abweichen',
  noMoments: 'Bisher gab es keine Abweichung.',
  momentsHint: 'Die Bilder bleiben im Arbeitsspeicher und verschwinden mit dem Vergleich.',
  clipsHint: 'Beide lesen dieselben Clips, einer nach dem anderen.',
  pairedTitle: 'Zwei Modelle auf denselben Clips',
  pairedOf: (clips, blends) => `${clips} von beiden gelesene Clips, davon ${blends} Mischungen`,
  figure: 'Kennzahl',
  secondLess: 'B minus A',
  mcnemar: (a, b, p) =>
    `Nur A hat bei ${count(a, CLIPS)} die richtigen Emotionen, nur B bei ${fixed(b, 0)}. Wären beide gleich gut, hätte eine mindestens so ungleiche Aufteilung die Wahrscheinlichkeit ${p} (exakter McNemar-Test).`,
  pairedBootstrap:
    'Salienz: Im Intervall liegen 95 % der Differenzen aus 1.000 Ziehungen, jede mit denselben Mischungen für beide.',
};
