import type * as OnnxRuntime from 'onnxruntime-web';
import type { Backend } from '../../core/backend.ts';
import { importProgram } from '../download/import-program.ts';

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

/** Threads need a page that is cross-origin isolated; where the GPU computes they have nothing to do. */
function threadsFor(build: OrtBuild): number {
  if (build !== 'plain' || !self.crossOriginIsolated) return 1;
  return Math.min(MOST_THREADS, navigator.hardwareConcurrency);
}

/** onnxruntime, still without its WebAssembly. Throws a FailureError asset-…. */
export function importOrt(build: OrtBuild): Promise<Ort> {
  return importProgram(`onnxruntime-web (${build})`, IMPORTS[build]);
}

/** Gives onnxruntime the WebAssembly that its first session will start. */
export function prepareOrt({ env }: Ort, build: OrtBuild, program: Uint8Array): void {
  env.logLevel = 'error';
  env.wasm.numThreads = threadsFor(build);
  env.wasm.wasmBinary = program;
}
