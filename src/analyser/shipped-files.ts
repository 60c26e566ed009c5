import fullRange from '@mediapipe/face_detection/face_detection_full_range_sparse.tflite?asset';
import shortRange from '@mediapipe/face_detection/face_detection_short_range.tflite?asset';
import mediapipe from '@mediapipe/tasks-vision/vision_wasm_module_internal.wasm?asset';
import asyncify from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?asset';
import jspi from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?asset';
import plain from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?asset';
import type { DetectorRange } from '../core/session/backend.ts';
import type { RemoteFile } from '../packs/download/remote-file.ts';
import type { OrtBuild } from './networks/ort-runtime.ts';

function shipped(asset: Omit<RemoteFile, 'revalidate'>): RemoteFile {
  return { ...asset, url: new URL(asset.url, import.meta.url).href, revalidate: false };
}

/** MediaPipe's WebAssembly. */
export const DETECTOR_PROGRAM: RemoteFile = shipped(mediapipe);

export const DETECTOR_MODELS: Readonly<Record<DetectorRange, RemoteFile>> = {
  short: shipped(shortRange),
  full: shipped(fullRange),
};

/** onnxruntime's WebAssembly, one for each of its builds. */
export const ORT_PROGRAMS: Readonly<Record<OrtBuild, RemoteFile>> = {
  plain: shipped(plain),
  jspi: shipped(jspi),
  asyncify: shipped(asyncify),
};
