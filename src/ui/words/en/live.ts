import type { Emotion } from '../../../core/blemore/emotions.ts';
import type { LossReason } from '../../../core/session/session.ts';
import type { SavingReason } from '../../../live/saving.svelte.ts';
import type { Implausibility } from '../../../core/tracking/implausibility.ts';
import { numbersOf } from '../numbers.ts';

const numbers = numbersOf('en');

export const emotions: Readonly<Record<Emotion, string>> = {
  ang: 'Anger',
  disg: 'Disgust',
  fea: 'Fear',
  hap: 'Happiness',
  sad: 'Sadness',
  neu: 'Neutral',
};

export const reading = {
  title: 'Reading',
  looking: 'Looking for a face',
  /** Of a model that reads several frames at once, and more slowly than they come. */
  gathering: 'Gathering the first frames',
  firstReading: 'Reading for the first time',
  readAgo: (seconds: string) => `Reading of ${seconds} s ago`,
  opening: 'Opening …',
  paused: 'Paused',
  noPicture: 'No picture',
  /** Where a face is seen and not read. */
  implausible: {
    'too-small': 'Come closer',
    turned: 'Turn towards the camera',
  } satisfies Record<Implausibility, string> as Readonly<Record<Implausibility, string>>,
  closest: (name: string) => `closest to ${name}`,
  drawn: (shares: string) => `Drawn: ${shares}`,
  /** Told to a screen reader, where a bar of two blocks is seen. */
  blend: (shares: readonly { name: string; share: number }[]) =>
    shares.map(({ name, share }) => `${share} percent ${name}`).join(' and '),
  readsAs: (what: string) => `Reads as ${what}.`,
  nothingClear: (closest: string) => `Nothing clear, ${closest}.`,
  spoken: {
    looking: 'Looking for a face.',
    firstReading: 'Reading a face for the first time.',
    /** Where a face is seen and not read. */
    implausible: {
      'too-small': 'The face is too small to be read. Come closer.',
      turned: 'The face cannot be read as it is turned. Turn towards the camera.',
    } satisfies Record<Implausibility, string> as Readonly<Record<Implausibility, string>>,
    opening: 'Opening.',
    openingCamera: 'Opening the camera.',
    loading: 'Loading the model.',
    unplugged: 'The camera is unplugged.',
    noPicture: 'The camera sends no picture.',
    paused: 'Paused.',
  },
};

export const camera = {
  asked: 'Your browser may ask about the camera: choose “Allow”.',
  askedLong:
    'Still waiting for the camera. Look beside the page’s address: the browser’s question, or a camera icon, may be there. Choose “Allow”.',
  lost: {
    unplugged: 'The camera is unplugged. Plug it in again, and the page goes on by itself.',
    'no-picture':
      'The camera sends no picture. Open its cover or the lid, or close the program that uses it; the page goes on by itself.',
  } satisfies Record<LossReason, string> as Readonly<Record<LossReason, string>>,
};

export const presence = {
  title: 'Present',
  from: (percent: string) => `present from ${percent}`,
  unread: 'not read',
  percent: (percent: number) => `${percent} percent`,
  leftOut: (percent: number) => `${percent} percent, left out of the reading`,
};

export const timeline = {
  title: 'Last 30 seconds',
  lines: 'Lines of the six probabilities over the last 30 seconds',
};

export const loading = {
  title: 'Loading',
  model: 'Loading the model',
  ready: 'Getting ready',
  progress: (loaded: number, total: number) =>
    `${numbers.megabytes(loaded)} of ${numbers.megabytes(total)} MB`,
};

export const stage = {
  title: 'Picture',
  seen: 'What the model sees',
  sources: { camera: 'Camera', file: 'File', drawn: 'Drawn face', replay: 'Report' },
  saving: {
    chosen: '10 readings a second',
    'battery-low': '10 readings a second: the battery is low',
  } satisfies Record<SavingReason, string> as Readonly<Record<SavingReason, string>>,
  /** Where a device is too slow for its camera. */
  shortfall: (read: number) =>
    `${numbers.count(read, { one: 'reading', other: 'readings' })} a second: no time for more`,
};

export const hud = {
  title: 'Measurements',
  rate: (perSecond: string) => `${perSecond} fps`,
  legend: 'times: middle / 95th percentile',
  rows: {
    camera: 'camera',
    analysed: 'analysed',
    age: 'age',
    picture: 'picture',
    detect: 'detect',
    crop: 'crop',
    encode: 'encode',
    head: 'head',
    total: 'total',
    ownNeutral: 'own neutral',
    backend: 'backend',
    pack: 'pack',
  },
};
