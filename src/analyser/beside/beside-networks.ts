import type { Backend } from '../../core/session/backend.ts';
import { FailureError } from '../../core/session/failure.ts';
import { RequestBridge, type WorkerPort } from '../../messaging/request-bridge.ts';
import type { ReadEvents } from '../../packs/download/file-source.ts';
import { openCropper } from '../crop/open-cropper.ts';
import type { EncoderInput } from '../networks/encoder-input.ts';
import type { Network, Networks } from '../networks/network.ts';
import type { BesideAnswer, BesideProgress, BesideRequest, BesideSetup } from './messages.ts';

/** Starts a worker in which networks run. */
export type SpawnBeside = () => WorkerPort;

type Bridge = RequestBridge<BesideRequest, BesideAnswer, BesideProgress>;

/** No network of the published encoders takes as long for one input. */
const LONGEST_MS = 300_000;

/**
 * A pack's networks in a worker of their own, so that no frame waits while they compute. Crops are
 * cut here, out of main memory. Releasing them ends the worker, which is what gives its memory back.
 * @throws FailureError asset-…; the signal's reason when aborted
 */
export async function openBeside(
  setup: BesideSetup,
  spawn: SpawnBeside,
  { signal, received }: ReadEvents,
): Promise<Networks> {
  const bridge: Bridge = new RequestBridge(spawn(), {
    name: 'encoder',
    accepts: () => true,
    progress: received,
  });
  try {
    const { backend } = await plainly(bridge.ask({ type: 'open', setup }, 'opened', { signal }));
    return await networksAt(bridge, backend, setup);
  } catch (error) {
    close(bridge);
    throw error;
  }
}

async function networksAt(bridge: Bridge, backend: Backend, { encoder, head }: BesideSetup) {
  return {
    backend,
    cropper: await openCropper(encoder, null),
    encoder: besideNetwork(bridge, 'encode'),
    head: head === null ? null : besideNetwork(bridge, 'classify'),
    release() {
      close(bridge);
      return Promise.resolve();
    },
  };
}

function besideNetwork(bridge: Bridge, type: 'encode' | 'classify'): Network {
  return {
    async run(input: EncoderInput, dims: readonly number[]) {
      if (!(input instanceof Float32Array)) throw new TypeError('Inputs cross threads as numbers.');
      const options = { signal: AbortSignal.timeout(LONGEST_MS) };
      return (await plainly(bridge.ask({ type, input, dims }, 'computed', options))).output;
    },
    release: () => Promise.resolve(),
  };
}

function close(bridge: Bridge): void {
  bridge.close({ kind: 'analyser-crashed', reason: 'closed' });
}

/** What onnxruntime failed with over there is an error here as it would have been in this worker. */
async function plainly<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.kind !== 'unexpected') throw error;
    throw new Error(error.failure.reason, { cause: error });
  }
}
