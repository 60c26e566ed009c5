import fullRange from '@mediapipe/face_detection/face_detection_full_range_sparse.tflite?asset';
import shortRange from '@mediapipe/face_detection/face_detection_short_range.tflite?asset';
import mediapipe from '@mediapipe/tasks-vision/vision_wasm_module_internal.wasm?asset';
import asyncify from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?asset';
import jspi from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?asset';
import plain from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?asset';
import type { CheckedFiles } from '../../packs/download/file-cache.ts';
import type { FileSource } from '../../packs/download/file-source.ts';
import { remoteSource } from '../../packs/download/remote-source.ts';
import type { RemoteFile } from '../../packs/download/remote-file.ts';
import type { ProgramFiles } from './environment.ts';

type Asset = Pick<RemoteFile, 'name' | 'url' | 'bytes' | 'sha256'>;

/** The programs that the build ships, under names that carry a hash. */
export function shippedPrograms(checked: CheckedFiles): ProgramFiles {
  const shipped = (asset: Asset): FileSource => {
    const url = new URL(asset.url, import.meta.url).href;
    return remoteSource({ ...asset, url, revalidate: false }, checked);
  };
  return {
    detector: shipped(mediapipe),
    detectorModels: { short: shipped(shortRange), full: shipped(fullRange) },
    ort: { plain: shipped(plain), jspi: shipped(jspi), asyncify: shipped(asyncify) },
  };
}
