import type { Analysis } from '../core/reading/analysis.ts';
import type { Backend } from '../core/session/backend.ts';
import type { ModelPack } from '../core/pack/schema.ts';
import type { Progress } from '../core/session/session.ts';
import type { Frame } from './analyse.ts';
import type { AnalyserSetup, FrameOptions } from './messages.ts';
import type { TellNotice } from './reader/recovering-model.ts';

/** What the worker does, once it is loaded. */
export interface Engine {
  readonly backend: Backend;
  readonly pack: ModelPack;
  /** SHA-256 of the manifest that was read; null on an insecure origin. */
  readonly packSha256: string | null;
  /** Closes the frame, always. */
  analyse(frame: Frame, options: FrameOptions): Promise<Analysis>;
  /** Settles once the model can read, with where it runs then. Throws why it cannot be rebuilt. */
  recover(): Promise<Backend>;
  /** Forgets the tracked faces. */
  reset(): void;
}

export interface EngineEvents {
  readonly progress: (progress: Progress) => void;
  readonly notice: TellNotice;
}

/** Throws what failed as a FailureError. */
export type LoadEngine = (setup: AnalyserSetup, events: EngineEvents) => Promise<Engine>;
