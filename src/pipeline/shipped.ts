import fullRange from '@mediapipe/face_detection/face_detection_full_range_sparse.tflite?asset';
import shortRange from '@mediapipe/face_detection/face_detection_short_range.tflite?asset';
import mediapipeLoader from '@mediapipe/tasks-vision/vision_wasm_module_internal.js?url';
import mediapipe from '@mediapipe/tasks-vision/vision_wasm_module_internal.wasm?asset';
import asyncify from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?asset';
import jspi from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?asset';
import plain from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?asset';
import type { DetectorRange } from '../core/backend.ts';
import type { RemoteFile } from './download/remote-file.ts';
import type { OrtBuild } from './networks/ort-runtime.ts';

function shipped(asset: Omit<RemoteFile, 'revalidate'>): RemoteFile {
  return { ...asset, url: new URL(asset.url, import.meta.url).href, revalidate: false };
}

/** The script that starts MediaPipe's WebAssembly, as it is: bundlers trip over a file it names and has not. */
export const DETECTOR_LOADER = new URL(mediapipeLoader, import.meta.url).href;

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
