import type { Explanation } from '../core/explain/explanation.ts';
import type { Analysis, FaceOutput } from '../core/reading/analysis.ts';
import type { Backend } from '../core/session/backend.ts';
import type { Progress } from '../core/session/session.ts';
import type { Frame } from './analyse.ts';
import type { AnalyserRequest, AnalyserSetup, FrameOptions, LoadedReader } from './messages.ts';
import type { ReaderSetup } from '../core/pack/reader-setup.ts';
import type { OpenReader } from './reader/open-reader.ts';
import type { TellNotice } from './reader/recovering-model.ts';

export type ExplainRequest = Pick<
  Extract<AnalyserRequest, { type: 'explain' }>,
  'image' | 'face' | 'reader'
>;

export interface ReaderLoad {
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
}

/** What the worker does, once it is loaded. The first reader is the one it was loaded with. */
export interface Engine extends LoadedReader {
  /** Closes the frame, always. */
  analyse(frame: Frame, options: FrameOptions): Promise<Analysis>;
  /** What the first reader makes of frames that it has gathered and not read yet. */
  finish(): Promise<readonly FaceOutput[]>;
  /** Settles once the model can read, with where it runs then. Throws why it cannot be rebuilt. */
  recover(): Promise<Backend>;
  /**
   * Opens another reader, for `compareWith`; frames may be analysed meanwhile. Throws what failed as
   * a FailureError, or the signal's reason.
   */
  openReader(setup: ReaderSetup, load: ReaderLoad): Promise<OpenReader>;
  /**
   * Reads the faces of each frame with this reader, too, and releases the one that did so before;
   * null to read with the first alone. Not while a frame is analysed.
   */
  compareWith(reader: OpenReader | null): Promise<void>;
  /** As `explain`; frames may be analysed meanwhile. */
  explain(request: ExplainRequest, signal: AbortSignal): Promise<Explanation>;
  /** Forgets the tracked faces. */
  reset(): void;
}

/** What an engine can do before its model is there: faces are found and not read, `outputs` are empty. */
export type FaceFinder = Pick<Engine, 'analyse' | 'reset'>;

export interface EngineEvents {
  readonly progress: (progress: Progress) => void;
  /** The detector of the engine that is loaded is ready; the engine takes over between two frames. */
  readonly locates: (finder: FaceFinder) => void;
  readonly notice: TellNotice;
}

/** Throws what failed as a FailureError. */
export type LoadEngine = (setup: AnalyserSetup, events: EngineEvents) => Promise<Engine>;
