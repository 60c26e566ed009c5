import type { EncoderSpec } from '../../core/pack/schema.ts';
import type { BackendChoice, DetectorRange } from '../../core/session/backend.ts';
import type { FileSource, ReadEvents } from '../../packs/download/file-source.ts';
import type { OpenPackSource } from '../../packs/pack-source.ts';
import type { BesideSetup } from '../beside/messages.ts';
import type { RemoteDetector } from '../locate/remote-detector.ts';
import type { Purpose } from '../messages.ts';
import type { BackendPlan } from '../networks/backend-plan.ts';
import type { Network, Networks, OpenNetworks } from '../networks/network.ts';
import type { NetworkFiles } from '../networks/open-networks.ts';
import type { OrtBuild } from '../networks/ort-runtime.ts';
import type { Pictures } from '../picture/picture.ts';

/** Programs and models that every pack needs. */
export interface ProgramFiles {
  /** MediaPipe's WebAssembly. */
  readonly detector: FileSource;
  readonly detectorModels: Readonly<Record<DetectorRange, FileSource>>;
  /** onnxruntime's WebAssembly, one for each of its builds. */
  readonly ort: Readonly<Record<OrtBuild, FileSource>>;
}

/** A detector that has a thread of its own; open it before use. */
export type OwnedDetector = Pick<RemoteDetector, 'open' | 'detect' | 'close'>;

export interface Runtime {
  /** Networks of `files`; `choice` says which adapters will do. */
  networks(files: NetworkFiles, choice: BackendChoice): OpenNetworks;
  /** One file on WebAssembly; `outputName` is null for its first output. */
  network(model: Uint8Array, outputName: string | null): Promise<Network>;
}

/** What loading needs of the worker it runs in. Tests have fakes. */
export interface LoadEnvironment {
  readonly openSource: OpenPackSource;
  readonly programs: ProgramFiles;
  readonly planBackend: (
    choice: BackendChoice,
    encoder: Pick<EncoderSpec, 'sha256' | 'largestTensor'>,
  ) => Promise<BackendPlan>;
  /** Of the device, in bytes; null where the browser does not say. */
  readonly deviceMemory: number | null;
  readonly spawnDetector: () => OwnedDetector;
  /** Starts onnxruntime; `program` is its WebAssembly. Throws a FailureError asset-…. */
  readonly openRuntime: (
    build: OrtBuild,
    purpose: Purpose,
    program: Promise<Uint8Array>,
  ) => Promise<Runtime>;
  /** Networks in a worker of their own, which reads their files by itself. */
  readonly openBeside: (setup: BesideSetup, events: ReadEvents) => Promise<Networks>;
  /** @param cutsHere whether crops are cut out of main memory, and not by the GPU */
  readonly openPictures: (cutsHere: boolean) => Pictures;
}
