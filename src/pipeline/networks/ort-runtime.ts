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

/** onnxruntime around its WebAssembly, `program`. One thread: these networks are too small for two. */
export async function loadOrt(build: OrtBuild, program: Uint8Array): Promise<Ort> {
  const ort = await importProgram(`onnxruntime-web (${build})`, IMPORTS[build]);
  ort.env.logLevel = 'error';
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmBinary = program;
  return ort;
}
