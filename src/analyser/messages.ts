import type { Analysis, FaceOutput } from '../core/reading/analysis.ts';
import type { Explanation } from '../core/explain/explanation.ts';
import type { Face } from '../core/tracking/face.ts';
import type { Backend, BackendChoice, DetectorRange } from '../core/session/backend.ts';
import type { Notice } from '../core/session/notice.ts';
import type { ReaderSetup } from '../core/pack/reader-setup.ts';
import type { PackBlob } from '../core/pack/pack-ref.ts';
import type { KnownFaces } from '../core/tracking/known-faces.ts';
import type { ModelPack } from '../core/pack/schema.ts';
import type { Progress } from '../core/session/session.ts';
import type { FromWorker, ToWorker } from '../messaging/messages.ts';

/** `live` reads what faces show now, `evaluation` clips as a whole, one face a frame. */
export type Purpose = 'live' | 'evaluation';

/** Which parts the worker is built of. A change of any of them needs a new `load`. */
export interface AnalyserSetup extends ReaderSetup {
  readonly backend: BackendChoice;
  readonly range: DetectorRange;
  /** Over what a pack that aggregates features does so: its own window, or all of a clip. */
  readonly purpose: Purpose;
}

/** A reader that is ready. */
export interface LoadedReader {
  /** Where its networks run. */
  readonly backend: Backend;
  readonly pack: ModelPack;
  /** SHA-256 of the manifest that was read; null on an insecure origin. */
  readonly packSha256: string | null;
}

/** One ONNX file, and what is to be computed with it on the processor. */
export interface NetworkRun {
  readonly file: PackBlob;
  /** Null for its first output. */
  readonly outputName: string | null;
  /** Each of the shape `dims`. */
  readonly inputs: readonly Float32Array[];
  readonly dims: readonly number[];
}

/**
 * When faces are looked for, and encoded: in every frame, or only where the tracker is not sure of
 * them and a crop has changed.
 */
export type DetectionPolicy = 'always' | 'unsure';

/** What may change from frame to frame. */
export interface FrameOptions {
  readonly detection: DetectionPolicy;
  /** Read every face up to four, not only the primary one. */
  readonly everyone: boolean;
  /** Read these faces and no others, by id, whatever `everyone` says. */
  readonly only?: readonly number[];
  /** Encode every crop all the same. */
  readonly anew?: boolean;
  /** Send back the crops the encoder was given. */
  readonly crops: boolean;
  /** Where the faces are, in pixels of the frame; else they are looked for. */
  readonly known?: KnownFaces;
}

/** Which of the readers: the one that was loaded, or the one it is compared with. */
export type ReaderPlace = 0 | 1;

/** A frame in flight; a transfer hands its ownership to the worker, which closes it. */
export type FrameImage = VideoFrame | ImageBitmap;

/**
 * What the page asks. `load` once, then frames, which may be sent as soon as the worker `locates`:
 * one is analysed at a time, and the answer returns the credit. Requests that come meanwhile wait for
 * their turn; a second reader is loaded, and a picture explained, beside the frames.
 */
export type AnalyserRequest =
  | { readonly type: 'load'; readonly setup: AnalyserSetup }
  | {
      readonly type: 'frame';
      readonly image: FrameImage;
      readonly capturedAt: number;
      readonly options: FrameOptions;
    }
  /** The video is over: what the first reader has gathered and not read yet is read now. */
  | { readonly type: 'finish' }
  /** Wait until every model can read: one whose GPU was lost is built anew. */
  | { readonly type: 'recover' }
  /** Find out what a reader's probabilities for a face depend on. The picture is handed over. */
  | {
      readonly type: 'explain';
      readonly image: FrameImage;
      /** In the picture's pixels. */
      readonly face: Face;
      readonly reader: ReaderPlace;
    }
  /** Read the faces of each frame with a second reader as well, in place of any before; null for none. */
  | { readonly type: 'compare'; readonly reader: ReaderSetup | null }
  /** What a network computes, of which a pack is to be made. It needs no `load`. */
  | { readonly type: 'run'; readonly run: NetworkRun };

export type AnalyserMessage =
  | ToWorker<AnalyserRequest>
  /** Forget the tracked faces, in turn with the requests: the source has changed. No answer. */
  | { readonly type: 'reset' };

/**
 * `ready` answers `load`, `analysis` answers `frame`, `finished` answers `finish`, `recovered` answers `recover`, `compared`
 * answers `compare`, `explained` answers `explain`, and `ran` answers `run`.
 */
export type AnalyserAnswer =
  | ({ readonly type: 'ready' } & LoadedReader)
  | { readonly type: 'analysis'; readonly analysis: Analysis }
  /** One a clip that was left, in their order. */
  | { readonly type: 'finished'; readonly outputs: readonly FaceOutput[] }
  /** `backend`: where the model runs now. */
  | { readonly type: 'recovered'; readonly backend: Backend }
  | { readonly type: 'explained'; readonly explanation: Explanation }
  /** From now on every analysis has outputs of this reader, too; null: of the first alone. */
  | { readonly type: 'compared'; readonly reader: LoadedReader | null }
  /** One output an input. */
  | { readonly type: 'ran'; readonly outputs: readonly Float32Array[] };

/** What answers no request. */
export type AnalyserEvent =
  | { readonly type: 'notice'; readonly notice: Notice; readonly backend: Backend }
  /** Frames may be sent before the `load` is answered: their faces are found, and not read yet. */
  | { readonly type: 'locates' };

export type AnalyserResponse = FromWorker<AnalyserAnswer, Progress> | AnalyserEvent;
