import type { InferenceSession, Tensor } from 'onnxruntime-web';
import { createSession } from './create-session.ts';
import type { EncoderInput } from './encoder-input.ts';
import type { Network } from './network.ts';
import type { Ort } from './ort-runtime.ts';
import { runSession } from './run-session.ts';
import type { TaskQueue } from '../../core/async/task-queue.ts';

/** A file of weights that a graph names. */
export interface WeightsFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface NetworkFile {
  readonly model: Uint8Array;
  readonly data: readonly WeightsFile[];
  /** Where it runs; null for WebAssembly. */
  readonly device: GPUDevice | null;
  /** Which of its outputs is meant; null for the first. */
  readonly outputName: string | null;
}

/**
 * One onnxruntime session. Every call of every session goes through one queue: two at once hang
 * the worker or corrupt its memory.
 */
export class OrtNetwork implements Network {
  readonly #ort: Ort;
  readonly #session: InferenceSession;
  readonly #queue: TaskQueue;

  readonly #outputName: string | null;

  private constructor(
    ort: Ort,
    session: InferenceSession,
    queue: TaskQueue,
    outputName: string | null,
  ) {
    this.#ort = ort;
    this.#session = session;
    this.#queue = queue;
    this.#outputName = outputName;
  }

  static async open(
    ort: Ort,
    queue: TaskQueue,
    { model, data, device, outputName }: NetworkFile,
  ): Promise<OrtNetwork> {
    const provider = device === null ? 'wasm' : ({ name: 'webgpu', device } as const);
    const session = await queue.run(() =>
      createSession(ort, model, {
        executionProviders: [provider],
        externalData: data.map(({ file, bytes }) => ({ path: file, data: bytes })),
      }),
    );
    // Compiled by now: tens of megabytes that nobody needs any more.
    delete ort.env.wasm.wasmBinary;
    return new OrtNetwork(ort, session, queue, outputName);
  }

  /** What the model calls the size of a batch; null where it names none. */
  get batchName(): string | null {
    const [input] = this.#session.inputMetadata;
    const batch = input?.isTensor === true ? input.shape[0] : undefined;
    return typeof batch === 'string' ? batch : null;
  }

  run(input: EncoderInput, dims: readonly number[]): Promise<Float32Array> {
    return this.#queue.run(() =>
      runSession(this.#session, this.#tensor(input, dims), this.#outputName),
    );
  }

  #tensor(input: EncoderInput, dims: readonly number[]): Tensor {
    const { Tensor } = this.#ort;
    if (input instanceof Float32Array) return new Tensor('float32', input, dims);
    return Tensor.fromGpuBuffer(input, { dataType: 'float32', dims });
  }

  release(): Promise<void> {
    return this.#queue.run(() => this.#session.release());
  }
}
