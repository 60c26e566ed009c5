import type { Backend } from '../../core/session/backend.ts';
import { download } from '../../packs/download/download.ts';
import { resolvePack } from '../../packs/resolve-pack.ts';
import { windowsFor } from '../clip/feature-windows.ts';
import type { ReaderLoad } from '../engine.ts';
import type { AnalyserSetup } from '../messages.ts';
import type { ReaderSetup } from '../../core/pack/reader-setup.ts';
import { openModel } from '../reader/open-model.ts';
import type { OpenReader } from '../reader/open-reader.ts';
import { RecoveringModel } from '../reader/recovering-model.ts';
import { SecondReader } from '../reader/second-reader.ts';
import type { LoadEnvironment, Runtime } from './environment.ts';
import { readableHead } from './plan.ts';

/** What a second reader shares with the first. */
export interface SharedParts {
  readonly runtime: Runtime;
  readonly setup: AnalyserSetup;
  /** Where the first one's networks run: a comparison is of packs and not of backends. */
  readonly kind: Backend['kind'];
}

/** Nobody is told: whoever lost a GPU hears of it from the first reader. */
const unheard = () => undefined;

/**
 * Resolves, downloads and opens a pack beside the one that reads.
 * @throws FailureError; the signal's reason when aborted
 */
export async function openSecond(
  wanted: ReaderSetup,
  { runtime, setup, kind }: SharedParts,
  { openSource }: Pick<LoadEnvironment, 'openSource'>,
  { signal, progress }: ReaderLoad,
): Promise<OpenReader> {
  const { pack, sha256, source } = await resolvePack(openSource(wanted.pack), signal);
  const head = readableHead(pack, wanted.head);
  const files = { encoder: source.file(pack.encoder), head: head && source.file(head) };
  const { contents, report: step } = download(files, { signal, progress });
  const bytes = { encoder: await contents.encoder, head: await contents.head };
  signal.throwIfAborted();
  const open = runtime.networks({ spec: pack.encoder, ...bytes }, setup.backend);
  const windows = windowsFor(pack, setup.purpose);
  const parts = { pack, head, windows, open, step };
  const { model: opened } = await openModel(parts, kind);
  if (signal.aborted) {
    await opened.release();
    signal.throwIfAborted();
  }
  const model = new RecoveringModel(parts, unheard, opened);
  return {
    loaded: { backend: opened.backend, pack, packSha256: sha256 },
    reader: { encoder: pack.encoder, model: new SecondReader(model) },
    model,
    windows,
  };
}
