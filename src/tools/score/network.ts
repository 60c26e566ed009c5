import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';

/** One ONNX file with one input and one output, on one thread. */
export class Network {
  readonly #session: InferenceSession;

  private constructor(session: InferenceSession) {
    this.#session = session;
  }

  static async create(model: Uint8Array): Promise<Network> {
    env.wasm.numThreads = 1;
    return new Network(await InferenceSession.create(model, { executionProviders: ['wasm'] }));
  }

  /** The output's numbers; throws an Error where it is not a float tensor. */
  async run(input: Float32Array, shape: readonly number[]): Promise<Float32Array> {
    const [inputName = '', outputName = ''] = [
      this.#session.inputNames[0],
      this.#session.outputNames[0],
    ];
    const outputs = await this.#session.run({
      [inputName]: new Tensor('float32', input, shape),
    });
    const data = outputs[outputName]?.data;
    if (data instanceof Float32Array) return data;
    throw new Error(`The network's output "${outputName}" is not a float tensor.`);
  }

  async release(): Promise<void> {
    await this.#session.release();
  }
}
