import * as jspi from 'onnxruntime-web/jspi';
import { CapturedNetwork } from '../../../src/analyser/networks/captured-network.ts';
import { findAdapter, requestDevice } from '../../../src/analyser/networks/gpu-device.ts';
import type { Network } from '../../../src/analyser/networks/network.ts';
import type { Ort } from '../../../src/analyser/networks/ort-runtime.ts';
import { OrtNetwork } from '../../../src/analyser/networks/ort-network.ts';
import { TaskQueue } from '../../../src/core/async/task-queue.ts';
import { largestDifference } from '../../../src/core/math/largest-difference.ts';
import { goldenInput } from '../../../src/core/pack/golden.ts';
import { spread } from '../../../src/live/rolling-statistics.ts';
import { halfGraph } from './half-graph.ts';

/** What of a pack is measured. */
export interface GpuOptions {
  /** The encoder's file, in base64. */
  readonly encoder: string;
  /** Of one input, its batch of 1 first. */
  readonly shape: readonly number[];
  readonly golden: {
    readonly seed: number;
    readonly features: readonly number[];
    readonly tolerance: number;
  };
  /** Before anything is measured, and measured, of each way. */
  readonly warmUp: number;
  readonly runs: number;
}

/** One way to run the encoder, and how long it takes from its input to its output in main memory. */
export interface GpuRow {
  readonly bits: 16 | 32;
  readonly batch: number;
  readonly captured: boolean;
  /** Whether the next input is written while one is computed. */
  readonly doubleBuffered: boolean;
  /** Milliseconds; null where the golden check does not hold, or it does not run at all. */
  readonly times: { readonly p50: number; readonly p95: number } | null;
  /** The largest absolute difference to the pack's golden features; null where it does not run. */
  readonly difference: number | null;
}

const ort: Ort = jspi;
const BITS = [32, 16] as const;
const BATCHES = [1, 4];
const NO_OR_YES = [false, true];

/** Runs in the page: all ways that this adapter has. Null where there is no adapter. */
async function measureGpu(options: GpuOptions): Promise<readonly GpuRow[] | null> {
  const adapter = await findAdapter('webgpu');
  if (adapter === null) return null;
  const device = await requestDevice(adapter);
  const queue = new TaskQueue();
  ort.env.logLevel = 'error';
  ort.env.wasm.numThreads = 1;
  const encoder = Uint8Array.from(atob(options.encoder), (letter) => letter.charCodeAt(0));
  const rows: GpuRow[] = [];
  for (const bits of BITS) {
    if (bits === 16 && !device.features.has('shader-f16')) continue;
    const model = bits === 16 ? halfGraph(encoder) : encoder;
    for (const batch of BATCHES) {
      for (const captured of NO_OR_YES) {
        const way = { bits, batch, captured };
        try {
          const network = await open({ queue, model, device }, way, options.shape);
          rows.push(...(await measureWay(network, device, way, options)));
          await network.release();
        } catch (error) {
          console.error(`${bits} bits, batch ${batch}, captured ${captured}: ${String(error)}`);
          rows.push({ ...way, doubleBuffered: false, times: null, difference: null });
        }
      }
    }
  }
  return rows;
}

type Way = Pick<GpuRow, 'bits' | 'batch' | 'captured'>;

async function open(
  { queue, model, device }: { queue: TaskQueue; model: Uint8Array; device: GPUDevice },
  { batch, captured }: Way,
  [, ...sides]: readonly number[],
): Promise<Network> {
  const plain = await OrtNetwork.open(ort, queue, { model, data: [], device, outputName: null });
  const { batchName } = plain;
  if (!captured) return plain;
  await plain.release();
  if (batchName === null) throw new Error('The batch has no name.');
  const shape = [batch, ...sides];
  return CapturedNetwork.open(ort, queue, { model, device, shape, batchName, outputName: null });
}

async function measureWay(
  network: Network,
  device: GPUDevice,
  way: Way,
  { shape: [, ...sides], golden, warmUp, runs }: GpuOptions,
): Promise<readonly GpuRow[]> {
  const dims = [way.batch, ...sides];
  const length = dims.reduce((product, side) => product * side);
  const one = goldenInput(golden.seed, length / way.batch);
  const input = new Float32Array(length);
  for (let row = 0; row < way.batch; row++) input.set(one, row * one.length);
  const buffers = [bufferFor(device, length), bufferFor(device, length)];
  const write = (i: number) => {
    device.queue.writeBuffer(buffers[i % 2]!, 0, input);
  };
  const rows: GpuRow[] = [];
  for (const doubleBuffered of NO_OR_YES) {
    const times: number[] = [];
    let output = new Float32Array();
    write(0);
    for (let i = 0; i < warmUp + runs; i++) {
      const started = performance.now();
      if (!doubleBuffered) write(0);
      const running = network.run(buffers[doubleBuffered ? i % 2 : 0]!, dims);
      if (doubleBuffered) write(i + 1);
      output = Float32Array.from(await running);
      if (i >= warmUp) times.push(performance.now() - started);
    }
    const difference = largestDifference(
      output.subarray(0, golden.features.length),
      golden.features,
    );
    const holds = difference <= golden.tolerance;
    rows.push({ ...way, doubleBuffered, times: holds ? spread(times) : null, difference });
  }
  for (const buffer of buffers) buffer.destroy();
  return rows;
}

function bufferFor(device: GPUDevice, numbers: number): GPUBuffer {
  const { STORAGE, COPY_SRC, COPY_DST } = GPUBufferUsage;
  return device.createBuffer({
    size: numbers * Float32Array.BYTES_PER_ELEMENT,
    usage: STORAGE | COPY_SRC | COPY_DST,
  });
}

Object.assign(globalThis, { measureGpu });
