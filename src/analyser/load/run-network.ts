import type { PackBlob } from '../../core/pack/pack-ref.ts';
import { FailureError } from '../../core/session/failure.ts';
import { freeBytes } from '../../packs/free-bytes.ts';
import { readBlob } from '../../packs/read-blob.ts';
import type { NetworkRun } from '../messages.ts';
import type { Network } from '../networks/network.ts';
import type { LoadEnvironment, Runtime } from './environment.ts';

/** What a network gives for each input. Throws a FailureError asset-…, and pack-invalid where it does not run. */
export type RunNetwork = (run: NetworkRun) => Promise<readonly Float32Array[]>;

const unwatched = { signal: new AbortController().signal, received: () => undefined };

/** Runs single networks on WebAssembly, which every browser has. */
export function networkRunner({
  programs,
  openRuntime,
}: Pick<LoadEnvironment, 'programs' | 'openRuntime'>): RunNetwork {
  let opened: Promise<Runtime> | null = null;
  /** One for all runs: two would call the same WebAssembly at once. */
  const open = () =>
    (opened ??= openRuntime('plain', 'evaluation', programs.ort.plain.read(unwatched)).catch(
      (error: unknown) => {
        opened = null;
        throw error;
      },
    ));
  return async ({ file, outputName, inputs, dims }) => {
    const runtime = await open();
    const model = await readBlob(file).catch((cause: unknown) => {
      // Moved, deleted or changed since it was chosen.
      throw new FailureError(
        { kind: 'asset-missing', name: nameOf(file), status: null },
        { cause },
      );
    });
    let network: Network | null = null;
    try {
      network = await runtime.network(model, outputName);
      freeBytes(model);
      const outputs: Float32Array[] = [];
      for (const input of inputs) outputs.push(await network.run(input, dims));
      return outputs;
    } catch (cause) {
      if (cause instanceof FailureError) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      const failure = { kind: 'pack-invalid', pack: '', field: 'encoder.file', reason } as const;
      throw new FailureError(failure, { cause });
    } finally {
      await network?.release();
    }
  };
}

function nameOf(file: PackBlob): string {
  return 'name' in file && typeof file.name === 'string' ? file.name : '';
}
