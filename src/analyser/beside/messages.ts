import type { Backend, BackendChoice } from '../../core/session/backend.ts';
import type { FromWorker, ToWorker } from '../../messaging/messages.ts';
import type { NetworkFiles } from '../networks/open-networks.ts';
import type { OrtBuild } from '../networks/ort-runtime.ts';

/** The files of a pack's networks, as they cross threads: by reference, without their bytes. */
export interface NetworkBlobs {
  readonly spec: NetworkFiles['spec'];
  readonly encoder: Blob;
  readonly data: readonly { readonly file: string; readonly blob: Blob }[];
  readonly head: Blob | null;
}

export interface BesideSetup {
  readonly build: OrtBuild;
  /** onnxruntime's WebAssembly. */
  readonly program: Blob;
  readonly files: NetworkBlobs;
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

export type BesideResponse = FromWorker<BesideAnswer>;
