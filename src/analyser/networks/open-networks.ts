import type { Backend, BackendChoice } from '../../core/session/backend.ts';
import type { EncoderSpec } from '../../core/pack/schema.ts';
import { tensorShape } from '../../core/image/tensor.ts';
import { openCropper } from '../crop/open-cropper.ts';
import { adapterName, findAdapter, requestDevice } from './gpu-device.ts';
import { CapturedNetwork } from './captured-network.ts';
import { FixedBatchNetwork } from './fixed-batch-network.ts';
import type { Network, Networks, OpenNetworks } from './network.ts';
import { withCaptures } from './open-captured.ts';
import { OrtNetwork, type WeightsFile } from './ort-network.ts';
import type { Ort } from './ort-runtime.ts';
import { SharedNetworks } from './shared-networks.ts';
import { TaskQueue } from '../../core/async/task-queue.ts';

/** The bytes of a pack's networks, and what the encoder takes and gives. */
export interface NetworkFiles {
  readonly spec: Pick<EncoderSpec, 'input' | 'crop' | 'batch' | 'outputName' | 'sha256'>;
  readonly encoder: Uint8Array;
  /** What the encoder's graph has in files of its own. */
  readonly data: readonly WeightsFile[];
  readonly head: Uint8Array | null;
}

/** One onnxruntime, for all the packs that are open. */
interface OrtParts {
  readonly ort: Ort;
  /** The only one through which it is called. */
  readonly queue: TaskQueue;
  /** The encoders in main memory. */
  readonly encoders: SharedNetworks;
}

interface DeviceTarget {
  readonly backend: Backend;
  readonly device: GPUDevice | null;
}

async function targetFor(kind: Backend['kind'], choice: BackendChoice): Promise<DeviceTarget> {
  if (kind === 'wasm') return { backend: { kind, adapter: null }, device: null };
  const adapter = await findAdapter(choice);
  if (adapter === null) throw new Error('There is no WebGPU adapter any more.');
  const backend = { kind, adapter: adapterName(adapter) };
  return { backend, device: await requestDevice(adapter) };
}

/** The encoder; on a GPU its commands are recorded where that works. */
async function openEncoder(
  { device }: DeviceTarget,
  { ort, queue, encoders }: OrtParts,
  { encoder: model, data, spec }: NetworkFiles,
): Promise<Network> {
  const { input, batch, outputName = null } = spec;
  const open = () => OrtNetwork.open(ort, queue, { model, data, device, outputName });
  if (device === null) {
    const shared = await encoders.take(JSON.stringify([spec.sha256, outputName]), open);
    return batch === undefined ? shared : new FixedBatchNetwork(shared, batch);
  }
  const plain = await open();
  if (batch !== undefined) return new FixedBatchNetwork(plain, batch);
  const { batchName } = plain;
  if (batchName === null || data.length > 0) return plain;
  return withCaptures(plain, tensorShape(input, 1), (shape) =>
    CapturedNetwork.open(ort, queue, { model, device, shape, batchName, outputName }),
  );
}

async function openAt(
  target: DeviceTarget,
  parts: OrtParts,
  files: NetworkFiles,
): Promise<Networks> {
  const { backend, device } = target;
  const { ort, queue } = parts;
  const encoder = await openEncoder(target, parts, files);
  let head: Network | null = null;
  // What a lost device leaves behind may refuse to go, and must not keep the rest.
  const releaseNetworks = () => Promise.allSettled([encoder.release(), head?.release()]);
  try {
    // The head's few multiplications cost less than one more trip to the GPU and back.
    if (files.head !== null) {
      const model = files.head;
      head = await OrtNetwork.open(ort, queue, { model, data: [], device: null, outputName: null });
    }
    // A fixed batch is filled in main memory.
    const cropper = await openCropper(files.spec, files.spec.batch === undefined ? device : null);
    return {
      backend,
      cropper,
      encoder,
      head,
      async release() {
        await releaseNetworks();
        cropper.release();
        device?.destroy();
      },
    };
  } catch (error) {
    await releaseNetworks();
    throw error;
  }
}

/** What all packs of one onnxruntime share. */
export function ortParts(ort: Ort): OrtParts {
  return { ort, queue: new TaskQueue(), encoders: new SharedNetworks() };
}

/** Networks of `files`; `choice` says which adapters will do. */
export function ortNetworks(
  parts: OrtParts,
  files: NetworkFiles,
  choice: BackendChoice,
): OpenNetworks {
  return async (kind) => {
    const target = await targetFor(kind, choice);
    try {
      return await openAt(target, parts, files);
    } catch (error) {
      target.device?.destroy();
      throw error;
    }
  };
}
