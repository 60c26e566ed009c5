import type { InferenceSession, Tensor } from 'onnxruntime-web';

/**
 * One output for a first input, in main memory wherever it was computed.
 * @param wanted which output; null for the first
 */
export async function runSession(
  session: InferenceSession,
  input: Tensor,
  wanted: string | null,
): Promise<Float32Array> {
  const [inputName = ''] = session.inputNames;
  const outputName = wanted ?? session.outputNames[0] ?? '';
  const output = (await session.run({ [inputName]: input }, [outputName]))[outputName];
  const data = await output?.getData(true);
  if (!(data instanceof Float32Array)) throw new Error('The output is not float32.');
  return data;
}
