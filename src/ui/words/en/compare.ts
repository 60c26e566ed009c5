import { numbersOf } from '../numbers.ts';

const { count, fixed } = numbersOf('en');

const CLIPS = { one: 'clip', other: 'clips' };

/** Two models on the same frames. */
export const compare = {
  title: 'Comparison',
  with: 'Compare with',
  withHint:
    'Both read the same frames, each with its own crop. The first goes on while this one loads.',
  nothing: 'Nothing',
  /** A pack that reads with one head, or none of its own. */
  reader: (pack: string, head: string | null) => (head === null ? pack : `${pack}, ${head}`),
  failed: (title: string) => `The second model does not read. ${title}`,
  swap: 'Swap A and B',
  pin: 'Pin this model',
  pinHint: 'It stays as B beside whichever model is chosen next.',
  end: 'End the comparison',
  presence: 'Present, A and B',
  meter: (emotion: string, side: string) => `${emotion}, ${side}`,
  readingOf: (side: string) => `Reading, ${side}`,
  timelineOf: (side: string) => `${side}, last 30 seconds`,
  agreement: 'Agreement',
  agreementOf: (seconds: string) => `over the last ${seconds} s`,
  sameLabel: 'of the time the same reading',
  difference: 'points apart on average',
  noAgreement: 'As soon as both have read a face.',
  moments: 'Where they differ most',
  noMoments: 'They have not differed yet.',
  momentsHint: 'Pictures stay in memory and are gone with the comparison.',
  clipsHint: 'Both read the same clips, one after the other.',
  pairedTitle: 'Two models on the same clips',
  pairedOf: (clips: string, blends: string) =>
    `${clips} clips read by both, ${blends} of them blends`,
  figure: 'Figure',
  secondLess: 'B less A',
  mcnemar: (a: number, b: number, p: string) =>
    `Only A is right about the emotions of ${count(a, CLIPS)}, only B of ${fixed(b, 0)}. If both were equally good, a split at least as uneven would have a probability of ${p} (McNemar’s exact test).`,
  pairedBootstrap:
    'Salience: the interval holds 95 % of the differences in 1,000 draws of the same blends for both.',
};
