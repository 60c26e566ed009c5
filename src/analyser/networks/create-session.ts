import type { InferenceSession } from 'onnxruntime-web';
import { importProgram } from '../../packs/download/import-program.ts';
import type { Ort } from './ort-runtime.ts';

/** Below it a copy is not worth a second way of loading, in bytes. */
const LARGE = 2 ** 26;

/** A session of an ONNX file; of a large one onnxruntime copies the numbers once, and not the file before. */
export async function createSession(
  { InferenceSession }: Pick<Ort, 'InferenceSession'>,
  file: Uint8Array,
  options: InferenceSession.SessionOptions,
): Promise<InferenceSession> {
  if (file.length < LARGE) return InferenceSession.create(file, options);
  const { outsideWeights } = await importProgram(
    'outside-weights.js',
    () => import('../../packs/onnx/outside-weights.ts'),
  );
  const { model, location } = outsideWeights(file);
  const externalData = [...(options.externalData ?? []), { path: location, data: file }];
  return InferenceSession.create(model, { ...options, externalData });
}
