import { TaskQueue } from '../../core/async/task-queue.ts';
import type { Backend } from '../../core/session/backend.ts';
import { Meter } from '../../packs/download/meter.ts';
import { resolvePack } from '../../packs/resolve-pack.ts';
import type { ReaderLoad } from '../engine.ts';
import { headFor } from '../../core/pack/head.ts';
import type { ReaderSetup } from '../../core/pack/reader-setup.ts';
import { openModel } from '../reader/open-model.ts';
import { modelSpec } from '../reader/model-spec.ts';
import { forgetter, type OpenReader } from '../reader/open-reader.ts';
import { RecoveringModel } from '../reader/recovering-model.ts';
import { SecondReader } from '../reader/second-reader.ts';
import type { LoadEnvironment } from './environment.ts';
import { requireMemory, type LoadPlan } from './plan.ts';
import type { Runtimes } from './runtimes.ts';

/** What a second reader shares with the first. */
export interface SharedParts {
  readonly runtimes: Runtimes;
  readonly plan: LoadPlan;
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
  { runtimes, plan, kind }: SharedParts,
  {
    openSource,
    deviceMemory,
    planBackend,
  }: Pick<LoadEnvironment, 'openSource' | 'deviceMemory' | 'planBackend'>,
  { signal, progress }: ReaderLoad,
): Promise<OpenReader> {
  const resolved = await resolvePack(openSource(wanted.pack), signal);
  const { pack, sha256 } = resolved;
  requireMemory(pack, deviceMemory);
  const head = headFor(pack, wanted.head);
  const chosen = { ref: wanted.pack, resolved, head };
  const meter = new Meter(runtimes.filesOf(chosen), progress);
  const open = await runtimes.opener(chosen, { signal, meter, line: new TaskQueue() });
  signal.throwIfAborted();
  const spec = modelSpec(pack, head, plan.setup.purpose);
  const step = () => {
    meter.report();
  };
  const parts = { ...spec, open, step };
  const { tooSmall } = await planBackend(plan.setup.backend, pack.encoder);
  const { model: opened } = await openModel(parts, tooSmall === null ? kind : 'wasm');
  if (signal.aborted) {
    await opened.release();
    signal.throwIfAborted();
  }
  const model = new RecoveringModel(parts, unheard, opened);
  return {
    loaded: { backend: opened.backend, pack, packSha256: sha256 },
    reader: { encoder: pack.encoder, model: new SecondReader(model) },
    model,
    forget: forgetter(spec),
  };
}
