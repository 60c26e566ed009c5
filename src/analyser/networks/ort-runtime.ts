import type * as OnnxRuntime from 'onnxruntime-web';
import type { Backend } from '../../core/session/backend.ts';
import { importProgram } from '../../packs/download/import-program.ts';
import type { Purpose } from '../messages.ts';

export type Ort = typeof OnnxRuntime;

/** `plain` knows no WebGPU; `jspi` costs nothing over it, but not every browser can run it. */
export type OrtBuild = 'plain' | 'jspi' | 'asyncify';

/** Dynamic, so that only the one that is needed is loaded. */
const IMPORTS: Readonly<Record<OrtBuild, () => Promise<Ort>>> = {
  plain: () => import('onnxruntime-web/wasm'),
  jspi: () => import('onnxruntime-web/jspi'),
  asyncify: () => import('onnxruntime-web/webgpu'),
};

export function ortBuildFor(kind: Backend['kind']): OrtBuild {
  if (kind === 'wasm') return 'plain';
  return 'Suspending' in WebAssembly ? 'jspi' : 'asyncify';
}

/** These networks are too small for more. */
const MOST_THREADS = 4;

/**
 * How many threads compute a frame. They need a page that is cross-origin isolated, and where the
 * GPU computes they have nothing to do. They spin between two frames, so that an evaluation, whose
 * detector and decoder are never idle, leaves one processor to those.
 */
function threadsFor(build: OrtBuild, purpose: Purpose): number {
  if (build !== 'plain' || !self.crossOriginIsolated) return 1;
  const processors = navigator.hardwareConcurrency - (purpose === 'evaluation' ? 1 : 0);
  return Math.max(1, Math.min(MOST_THREADS, processors));
}

/** onnxruntime, still without its WebAssembly. Throws a FailureError asset-…. */
export function importOrt(build: OrtBuild): Promise<Ort> {
  return importProgram(`onnxruntime-web (${build})`, IMPORTS[build]);
}

/** Gives onnxruntime the WebAssembly that its first session will start. */
export function prepareOrt(
  { env }: Ort,
  build: OrtBuild,
  purpose: Purpose,
  program: Uint8Array,
): void {
  env.logLevel = 'error';
  env.wasm.numThreads = threadsFor(build, purpose);
  env.wasm.wasmBinary = program;
}
