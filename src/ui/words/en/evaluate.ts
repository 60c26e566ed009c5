import type { InputSummary } from '../../../evaluation/inputs/input-summary.ts';
import type { ReferenceId } from '../../../evaluation/scores/references.ts';
import type { DecoderScores } from '../../../evaluation/scoring.svelte.ts';
import { numbersOf } from '../numbers.ts';

const { count, fixed, short } = numbersOf('en');

const CLIPS = { one: 'clip', other: 'clips' };

export const intro = {
  title: 'How often is it right about clips of your own?',
  lead: 'Blendscope reads labelled clips with the very model the live page runs, and scores the answers as the BLEMORE challenge does. The clips stay on this device.',
  files: 'Choose files',
  folder: 'Choose a folder',
  drop: 'or drop them anywhere on the page',
  takes: 'What it takes',
  clips: 'Clips',
  clipsText:
    'MP4, MOV or WebM videos, any number of them. A BLEMORE name such as the following is also the clip’s label:',
  labels: 'Labels and folds',
  labelsText:
    'A csv with the columns below; “fold” only for folds. Without labels there are predictions, and no figures.',
  predictions: 'Predictions',
  predictionsText:
    'A json of the challenge’s template, or its zip, alone is scored against labels without any clip:',
};

export const run = {
  title: 'Evaluation',
  retry: 'Try again',
  again: 'Evaluate again',
  goOn: 'Go on',
  start: (clips: number) => `Evaluate ${count(clips, CLIPS)}`,
  pause: 'Pause',
  resume: 'Resume',
  cancel: 'Cancel',
  addFiles: 'Add files',
  addFolder: 'Add a folder',
  clear: 'Start over',
  done: (done: number, total: number) => `${short(done, 0)} of ${short(total, 0)}`,
  clipsDone: 'Clips done',
  paused: 'Paused',
  left: (time: string) => `${time} left`,
  seconds: (seconds: number) => `${seconds} s`,
  minutes: (minutes: number) => `${minutes} min`,
  hours: (hours: number, minutes: number) => `${hours} h ${minutes} min`,
  speed: (times: number) => `${fixed(times, times < 9.95 ? 1 : 0)}× real time`,
  settings: 'Settings',
  frames: 'Frames',
  framesHint: 'A change counts from the next start on.',
  everyFrame: 'Every frame',
  oneOf: (frames: number) => `One of ${frames}`,
  /** What was chosen: "12 clips, 10 of them labelled, 5 as blends, in 3 folds". */
  summary: ({ kind, rows, labelled, blends, folds }: InputSummary) => {
    const forms = kind === 'predictions' ? { one: 'prediction', other: 'predictions' } : CLIPS;
    const labels = labelled === rows ? 'all labelled' : `${short(labelled, 0)} of them labelled`;
    const parts = [count(rows, forms), labels];
    if (labelled > 0) parts.push(`${short(blends, 0)} as blends`);
    if (folds.length > 0) parts.push(`in ${count(folds.length, { one: 'fold', other: 'folds' })}`);
    return parts.join(', ');
  },
  spoken: {
    loading: 'Loading the model.',
    running: 'Evaluating.',
    paused: 'Paused.',
    finished: 'Finished.',
    done: (done: number, total: number) => `${short(done, 0)} of ${count(total, CLIPS)} done.`,
  },
};

export const left = {
  title: (all: number) => `Left out (${short(all, 0)})`,
  more: (rest: number) => `Show more (${short(rest, 0)} left)`,
  unmatched: (names: number) => `Matched nothing (${short(names, 0)})`,
  allNames: 'All names',
  names: 'Names that matched nothing',
};

export const saved = {
  title: 'Save',
  predictions: 'Predictions (JSON)',
  submission: 'For CodaBench (zip)',
  frames: 'Every frame (CSV)',
  features: 'Features (NumPy)',
  featuresTable: 'Features (CSV)',
  report: 'Report (JSON)',
  hint: 'The report says with which model, versions and settings the figures were made.',
  kept: 'Kept results',
  keptText: (clips: number) =>
    `The results of ${count(clips, CLIPS)} are kept on this device. The same files, chosen again, are done at once.`,
  remove: 'Delete results',
};

export const figures = {
  title: 'Figures',
  of: (clips: number, blends: number) =>
    `Of ${count(clips, CLIPS)}, ${short(blends, 0)} of them blends, with 95 % intervals`,
  answer: 'Answer',
  presence: 'exactly the right emotions',
  salience: 'of blends, the right shares',
  noBlends: 'no blends',
  here: 'Trivial answers on these labels',
  published: 'Published, on BLEMORE’s test set',
  ownNeutral: 'Each actor’s own neutral',
  ownNeutralHint:
    'Scores clips a second time, against the neutral clips of the same actor, which are left out there.',
  againstOwnNeutral: (decoder: string) => `${decoder}, own neutral`,
  decoders: {
    rule: 'Rule with α and β',
    nearest: 'Nearest of the 36 labels',
    file: 'Predictions file',
  } satisfies Record<DecoderScores['decoder'], string> as Readonly<
    Record<DecoderScores['decoder'], string>
  >,
  references: {
    'trivial-single': 'Always the most frequent single emotion',
    'trivial-blend': 'Always the most frequent blend',
    clip: 'CLIP',
    imagebind: 'ImageBind',
    'videomae-v2': 'VideoMAEv2',
    'video-swin': 'Video Swin',
    'best-fusion': 'Best fusions',
  } satisfies Record<ReferenceId, string> as Readonly<Record<ReferenceId, string>>,
  withAudio: (name: string) => `${name}, which hear the clips too`,
  folds: 'Fold by fold',
  fold: 'Fold',
  clips: 'Clips',
  unlabelled:
    'Without labels there are predictions and no figures: name the clips as BLEMORE does, or add a metadata csv.',
  later: 'The figures stand here as soon as the first labelled clip is read.',
};

export const decision = {
  title: 'From probabilities to labels',
  by: 'Decided by',
  byHint: 'For the matrices, the clips and the files. The nearest label needs no thresholds.',
  reset: 'Back to the pack’s',
  shown: 'Shown',
  mean: 'Mean of both',
  best: 'Best:',
  take: 'Take it',
  grid: 'Figures at every α and β, in percent',
  legend: (cell: string) =>
    `Outlined, the cell nearest to the thresholds now: ${cell}. Dotted: the best cell. Thresholds chosen on the very clips they are scored on flatter.`,
};

export const confusion = {
  title: 'What was read as what',
  emotions:
    'Emotions: each row one that was shown, each column one that was read, in clips; a blend counts by its shares',
  labels: 'Labels: each row one that was shown, each column one that was read, in clips',
  all: 'All 36 labels',
  outside: (predictions: number) =>
    `${short(predictions, 0)} predictions are none of the 36 labels: they are scored, and not counted here.`,
};

export const clips = {
  title: 'Clip by clip',
  predictions: 'Prediction by prediction',
  show: 'Show',
  all: 'All',
  wrong: 'Wrong ones',
  failed: 'Without a result',
  columns: {
    name: 'Clip',
    label: 'Shown',
    prediction: 'Reads as',
    presence: 'Emotions',
    salience: 'Shares',
    fold: 'Fold',
    faces: 'Frames read',
  },
  none: 'There are none.',
  more: (rest: number) => `Show more (${short(rest, 0)} left)`,
  reading: 'Being read …',
  waiting: 'Waiting',
  framesRead: (read: number, all: number) => `${short(read, 0)} of ${short(all, 0)}`,
  right: 'right',
  mistaken: 'wrong',
  clip: 'The clip',
  unplayable: 'This browser can decode the clip, but not play it.',
  wasShown: 'Shown:',
  readsAs: 'Reads as:',
  lines: 'Lines of the six probabilities over the clip',
  aggregate:
    'This model reads a clip as a whole: each point is its reading of the clip until there.',
  table: 'As a table',
  probabilities: 'Probabilities over the clip',
  seconds: 'Seconds',
  noFace: 'no face',
};
