import type { Backend } from '../core/session/backend.ts';
import type { GridResult } from '../core/blemore/grid.ts';
import type { Notice } from '../core/session/notice.ts';
import type { ModelPack } from '../core/pack/schema.ts';
import type { Thresholds } from '../core/blemore/prediction.ts';
import type { ClipRow } from './clip-row.ts';
import type { Download } from './exports/download.ts';
import type { InputProblem } from './inputs/input-problem.ts';
import type { RunProgress } from './run-meter.ts';
import type { EvaluationState } from './runner.svelte.ts';
import type { Decoder } from './scores/decoder.ts';
import type { Reference } from './scores/references.ts';
import type { DecoderScores } from './scoring.svelte.ts';

export interface InputSummary {
  /** `predictions`: a predictions file is scored, without any video. */
  readonly kind: 'none' | 'clips' | 'predictions';
  readonly rows: number;
  readonly labelled: number;
  readonly blends: number;
  /** In order; empty without a metadata file that has them. */
  readonly folds: readonly string[];
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

  /**
   * Adds clips, metadata or predictions; not while a run is on.
   * @param unreadable names of files that were meant, too, and cannot be read
   */
  add(files: readonly File[], unreadable?: readonly string[]): Promise<void>;
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
