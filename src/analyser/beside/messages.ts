import type { Backend, BackendChoice } from '../../core/session/backend.ts';
import type { PackRef } from '../../core/pack/pack-ref.ts';
import type { EncoderSpec, HeadSpec } from '../../core/pack/schema.ts';
import type { FromWorker, ToWorker } from '../../messaging/messages.ts';
import type { OrtBuild } from '../networks/ort-runtime.ts';

/** What to open; its worker reads the files by itself. */
export interface BesideSetup {
  readonly build: OrtBuild;
  readonly pack: PackRef;
  readonly encoder: EncoderSpec;
  readonly head: HeadSpec | null;
  /** Which adapters will do. */
  readonly choice: BackendChoice;
  readonly kind: Backend['kind'];
}

/** What the analyser asks. `open` once, then one input at a time. */
export type BesideRequest =
  | { readonly type: 'open'; readonly setup: BesideSetup }
  | {
      readonly type: 'encode' | 'classify';
      /** Of the shape `dims`. */
      readonly input: Float32Array;
      readonly dims: readonly number[];
    };

export type BesideMessage = ToWorker<BesideRequest>;

/** `opened` answers `open`, `computed` answers the others. */
export type BesideAnswer =
  | { readonly type: 'opened'; readonly backend: Backend }
  | { readonly type: 'computed'; readonly output: Float32Array };

/** Bytes that were read since the last time. */
export type BesideProgress = number;

export type BesideResponse = FromWorker<BesideAnswer, BesideProgress>;
