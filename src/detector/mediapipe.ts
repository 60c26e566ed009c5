import type * as TasksVision from '@mediapipe/tasks-vision';
import type { Detection } from '@mediapipe/tasks-vision';
import type { OwnImage } from '../core/image/pixels.ts';
import { importProgram } from '../packs/download/import-program.ts';
import { pixelCanvas } from './pixel-canvas.ts';

/** The files of MediaPipe's face detector. */
export interface MediaPipeFiles {
  /** Its WebAssembly. */
  readonly program: ArrayBuffer;
  /** A .tflite with metadata. */
  readonly model: Uint8Array<ArrayBuffer>;
}

type ModuleFactory = (options: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** MediaPipe takes its program from here, and empties it each time. */
declare const self: { ModuleFactory?: ModuleFactory };

/** Below it, faces are more often patterns than people. */
const LEAST_CONFIDENCE = 0.5;

/** MediaPipe's scripts: its own, and the one that starts its WebAssembly. */
export interface MediaPipeScripts {
  readonly FaceDetector: typeof TasksVision.FaceDetector;
  readonly factory: ModuleFactory;
}

/** @param loader address of the script that starts its WebAssembly. Throws FailureErrors asset-…. */
export async function importMediaPipe(loader: string): Promise<MediaPipeScripts> {
  const load = () => import(/* @vite-ignore */ loader) as Promise<{ default: ModuleFactory }>;
  const [{ FaceDetector }, { default: factory }] = await Promise.all([
    importProgram('vision_bundle.mjs', () => import('@mediapipe/tasks-vision')),
    importProgram('vision_wasm_module_internal.js', load),
  ]);
  return { FaceDetector, factory };
}

function provideProgram(factory: ModuleFactory, program: ArrayBuffer): void {
  // The bytes are handed over, because they have been checked, and a fetch of its own would not be.
  self.ModuleFactory = (options) =>
    factory({ ...options, wasmBinary: program, print: silent, printErr: silent });
}

/** Its chatter would be errors on the console; what does go wrong is thrown as well. */
function silent(): void {
  // Nothing to say.
}

/** MediaPipe's detector for the images of one stream. Its errors are sticky: after one it gives no more. */
export interface FaceSearch {
  /** @param timestamp in milliseconds, higher with every image */
  search(image: OwnImage, timestamp: number): readonly Detection[];
  close(): void;
}

export async function openFaceSearch(
  { FaceDetector, factory }: MediaPipeScripts,
  { program, model }: MediaPipeFiles,
): Promise<FaceSearch> {
  provideProgram(factory, program);
  const detector = await FaceDetector.createFromOptions(
    { wasmLoaderPath: '', wasmBinaryPath: '' },
    {
      baseOptions: { modelAssetBuffer: model, delegate: 'CPU' },
      runningMode: 'VIDEO',
      minDetectionConfidence: LEAST_CONFIDENCE,
      canvas: pixelCanvas(),
    },
  );
  return {
    search({ data, width, height }, timestamp) {
      const pixels = new ImageData(data, width, height);
      return detector.detectForVideo(pixels, timestamp).detections;
    },
    close() {
      detector.close();
    },
  };
}
