import type { InferenceSession, Tensor } from 'onnxruntime-web';

/** The first output for a first input, in main memory wherever it was computed. */
export async function runSession(session: InferenceSession, input: Tensor): Promise<Float32Array> {
  const [inputName = ''] = session.inputNames;
  const [outputName = ''] = session.outputNames;
  const output = (await session.run({ [inputName]: input }))[outputName];
  const data = await output?.getData(true);
  if (!(data instanceof Float32Array)) throw new Error('The output is not float32.');
  return data;
}
