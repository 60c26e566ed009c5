import type { FaceDetector } from '@mediapipe/tasks-vision';
import { importProgram } from '../download/import-program.ts';

/** The files of MediaPipe's face detector. */
export interface MediaPipeFiles {
  /** Address of the script that starts its WebAssembly. */
  readonly loader: string;
  /** Its WebAssembly. */
  readonly program: ArrayBuffer;
  /** A .tflite with metadata. */
  readonly model: Uint8Array;
}

type ModuleFactory = (options: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** MediaPipe takes its program from here, and empties it each time. */
declare const self: { ModuleFactory?: ModuleFactory };

/** Below it, faces are more often patterns than people. */
const LEAST_CONFIDENCE = 0.5;

async function provideProgram({ loader, program }: MediaPipeFiles): Promise<void> {
  const load = () => import(/* @vite-ignore */ loader) as Promise<{ default: ModuleFactory }>;
  const { default: factory } = await importProgram('vision_wasm_module_internal.js', load);
  // The bytes are handed over, because they have been checked, and a fetch of its own would not be.
  self.ModuleFactory = (options) =>
    factory({ ...options, wasmBinary: program, print: silent, printErr: silent });
}

/** Its chatter would be errors on the console; what does go wrong is thrown as well. */
function silent(): void {
  // Nothing to say.
}

/** A detector for the frames of one stream, given with increasing timestamps. */
export async function openFaceDetector(files: MediaPipeFiles): Promise<FaceDetector> {
  const { FaceDetector } = await importProgram(
    'vision_bundle.mjs',
    () => import('@mediapipe/tasks-vision'),
  );
  await provideProgram(files);
  return FaceDetector.createFromOptions(
    { wasmLoaderPath: '', wasmBinaryPath: '' },
    {
      baseOptions: { modelAssetBuffer: files.model, delegate: 'CPU' },
      runningMode: 'VIDEO',
      minDetectionConfidence: LEAST_CONFIDENCE,
    },
  );
}
