import type { Backend } from '../core/backend.ts';
import type { GridResult } from '../core/blemore/grid.ts';
import type { Shares } from '../core/blemore/label.ts';
import type { Probabilities } from '../core/emotions.ts';
import type { Failure } from '../core/failure.ts';
import type { Notice } from '../core/notice.ts';
import type { ModelPack } from '../core/pack/schema.ts';
import type { Prediction, Thresholds } from '../core/prediction.ts';
import type { Progress } from '../core/session.ts';
import type { ClipProblem } from './clip-problem.ts';
import type { ClipResult } from './clip-result.ts';
import type { Download } from './exports/download.ts';
import type { InputProblem } from './inputs/input-problem.ts';
import type { Reference } from './scores/references.ts';
import type { Scores } from './scores/scores.ts';

/**
 * Where the evaluation stands. `idle` before a run and after a cancelled one; `loading` while the
 * analyser is built; a failed or cancelled run goes on where it was with the next `start`.
 */
export type EvaluationState =
  | { readonly state: 'idle' }
  | { readonly state: 'loading'; readonly progress: Progress }
  | { readonly state: 'running' }
  | { readonly state: 'paused' }
  | { readonly state: 'finished' }
  | { readonly state: 'failed'; readonly failure: Failure };

export type ClipState =
  | { readonly state: 'waiting' }
  | { readonly state: 'running' }
  /** `restored`: not analysed now, but kept on this device from an earlier run. */
  | { readonly state: 'finished'; readonly result: ClipResult; readonly restored: boolean }
  | { readonly state: 'failed'; readonly problem: ClipProblem };

/** What turns probabilities into labels: BLEMORE's α and β, or the nearest of the 36 labels. */
export type Decoder = 'rule' | 'nearest';

/** One line of the table: a clip, or an entry of a predictions file. */
export interface ClipRow {
  /** Unique among the rows; the file's name as it was given. */
  readonly name: string;
  /** Null for an entry of a predictions file. */
  readonly file: File | null;
  readonly label: Prediction | null;
  /** Null where no metadata file names one. */
  readonly fold: string | null;
  /** Null for an entry of a predictions file. */
  readonly clip: ClipState | null;
  /** Softmax of the clip's mean logits; null where there are none. */
  readonly probabilities: Probabilities | null;
  /** By the chosen decoder, or what the predictions file says. */
  readonly prediction: Shares | null;
  /** Whether label and prediction name the same emotions; null where one is missing. */
  readonly presenceRight: boolean | null;
  /** Whether the saliences agree as well; null where one is missing or the label is no blend. */
  readonly salienceRight: boolean | null;
}

export interface RunProgress {
  /** Clips finished, restored or failed. */
  readonly done: number;
  readonly total: number;
  /** The clip at work and how much of it is done, 0..1. */
  readonly current: { readonly name: string; readonly share: number } | null;
  /** Seconds of video analysed a second of wall clock, pauses left out; null at first. */
  readonly speed: number | null;
  /** Estimated from the bytes still to go; null at first. */
  readonly secondsLeft: number | null;
}

export interface InputSummary {
  /** `predictions`: a predictions file is scored, without any video. */
  readonly kind: 'none' | 'clips' | 'predictions';
  readonly rows: number;
  readonly labelled: number;
  readonly blends: number;
  /** In order; empty without a metadata file that has them. */
  readonly folds: readonly string[];
}

/** The scores of all labelled rows, by decoder; one entry, `file`, where a predictions file is scored. */
export interface DecoderScores {
  readonly decoder: Decoder | 'file';
  readonly scores: Scores;
}

/** The evaluation page's state and verbs, as components see them; every field is reactive. */
export interface EvaluationPage {
  /** False where the browser has no WebCodecs: clips cannot be decoded, predictions can be scored. */
  readonly canDecode: boolean;
  readonly state: EvaluationState;
  readonly inputs: InputSummary;
  /** What is wrong with the files that were added, in their order. */
  readonly problems: readonly InputProblem[];
  /** By name. */
  readonly rows: readonly ClipRow[];
  /** Null before the first run of these clips. */
  readonly progress: RunProgress | null;
  /** The analyser's, of the last run; null before one. */
  readonly pack: ModelPack | null;
  readonly backend: Backend | null;
  readonly notice: Notice | null;
  /** Finished clips kept on this device; null where the browser keeps nothing. */
  readonly kept: number | null;

  /** Every frame is analysed, or every n-th; a change counts from the next `start` on. */
  readonly every: number;
  readonly decoder: Decoder;
  /** The rule's α and β: the pack's at first. A change re-scores at once. */
  readonly thresholds: Thresholds;
  /** Empty as long as no labelled row has a prediction. */
  readonly scores: readonly DecoderScores[];
  /** The rule at every α and β; null while clips are running and where nothing can be scored. */
  readonly grid: GridResult | null;
  /** Figures to hold the scores against: trivial answers on these very labels, published baselines. */
  readonly references: readonly Reference[];

  /** Adds clips, metadata or predictions; not while a run is on. */
  add(files: readonly File[]): Promise<void>;
  /** Forgets all files and results of this page; what is kept on the device stays. */
  clear(): void;

  /** Starts, or goes on after a cancelled or failed run: finished clips are not analysed again. */
  start(): Promise<void>;
  pause(): void;
  resume(): void;
  /** Back to idle; finished clips stay, the one at work is dropped. */
  cancel(): void;
  /** Deletes the results kept on this device; the page still shows what it has. */
  deleteKept(): Promise<void>;
  dismissNotice(): void;

  setEvery(frames: number): void;
  setDecoder(decoder: Decoder): void;
  setThresholds(thresholds: Thresholds): void;
  /** Back to the pack's α and β. */
  resetThresholds(): void;

  /** The challenge's template, of the chosen decoder. */
  predictionsFile(): Download;
  /** The same, zipped as CodaBench takes it. */
  submission(): Download;
  /** One line for every analysed frame. */
  framesFile(): Download;
  /** Everything a figure can be traced by. */
  report(): Download;

  /** Ends a run and gives back the worker; the page can be used again. */
  close(): void;
}
