import type { InferenceSession, Tensor } from 'onnxruntime-web';
import type { TaskQueue } from '../../core/async/task-queue.ts';
import { createSession } from './create-session.ts';
import type { EncoderInput } from './encoder-input.ts';
import type { Network } from './network.ts';
import type { Ort } from './ort-runtime.ts';
import { runSession } from './run-session.ts';

/** What is recorded. */
export interface Capture {
  readonly model: Uint8Array;
  readonly device: GPUDevice;
  /** Of the input, the batch first. */
  readonly shape: readonly number[];
  /** The batch's name in the model. */
  readonly batchName: string;
  /** Which of its outputs is meant; null for the first. */
  readonly outputName: string | null;
}

/**
 * A network for one batch size, whose commands to the GPU are recorded in the first run and played
 * in all others: making them anew takes the processor eight times as long. Recorded commands read one
 * buffer, so that every input is copied there first.
 */
export class CapturedNetwork implements Network {
  readonly batch: number;
  readonly #session: InferenceSession;
  readonly #queue: TaskQueue;
  readonly #device: GPUDevice;
  readonly #buffer: GPUBuffer;
  readonly #input: Tensor;
  readonly #outputName: string | null;

  private constructor(
    ort: Ort,
    queue: TaskQueue,
    { device, shape, outputName }: Capture,
    session: InferenceSession,
  ) {
    this.batch = shape[0] ?? 0;
    this.#queue = queue;
    this.#device = device;
    this.#session = session;
    this.#outputName = outputName;
    const { STORAGE, COPY_SRC, COPY_DST } = GPUBufferUsage;
    this.#buffer = device.createBuffer({
      size: shape.reduce((product, side) => product * side) * Float32Array.BYTES_PER_ELEMENT,
      usage: STORAGE | COPY_SRC | COPY_DST,
    });
    this.#input = ort.Tensor.fromGpuBuffer(this.#buffer, { dataType: 'float32', dims: shape });
  }

  /** Rejects where a part of the model does not run on the GPU. */
  static async open(ort: Ort, queue: TaskQueue, capture: Capture): Promise<CapturedNetwork> {
    const { model, device, shape, batchName } = capture;
    const session = await queue.run(() =>
      createSession(ort, model, {
        executionProviders: [{ name: 'webgpu', device }],
        enableGraphCapture: true,
        freeDimensionOverrides: { [batchName]: shape[0] ?? 0 },
        // An output of ours, bound in advance, is lost in the second run (onnxruntime-web 1.30).
        preferredOutputLocation: 'gpu-buffer',
      }),
    );
    return new CapturedNetwork(ort, queue, capture, session);
  }

  /** @param dims of a batch that is no larger; the rows that are missing are computed for nothing. */
  run(input: EncoderInput, dims: readonly number[]): Promise<Float32Array> {
    return this.#queue.run(async () => {
      this.#fill(input);
      const data = await runSession(this.#session, this.#input, this.#outputName);
      return data.slice(0, (data.length / this.batch) * (dims[0] ?? 0));
    });
  }

  async release(): Promise<void> {
    await this.#queue.run(() => this.#session.release());
    this.#buffer.destroy();
  }

  /** In the order of the device's queue: what played before has read the buffer by then. */
  #fill(input: EncoderInput): void {
    const { queue } = this.#device;
    if (input instanceof Float32Array) {
      queue.writeBuffer(this.#buffer, 0, input);
      return;
    }
    const commands = this.#device.createCommandEncoder();
    commands.copyBufferToBuffer(input, 0, this.#buffer, 0, input.size);
    queue.submit([commands.finish()]);
  }
}
