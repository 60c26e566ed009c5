import { TaskQueue } from '../../core/async/task-queue.ts';
import type { Backend } from '../../core/session/backend.ts';
import { download } from '../../packs/download/download.ts';
import { Meter } from '../../packs/download/meter.ts';
import { resolvePack } from '../../packs/resolve-pack.ts';
import type { Engine, EngineEvents, LoadEngine } from '../engine.ts';
import type { AnalyserSetup } from '../messages.ts';
import { assemble } from './assemble.ts';
import type { LoadEnvironment, OwnedDetector } from './environment.ts';
import { detectorFiles, planLoad } from './plan.ts';
import { Runtimes } from './runtimes.ts';

const ON_WASM: Backend = { kind: 'wasm', adapter: null };

/** Resolves, plans, downloads and assembles what one setup needs. */
export function engineLoader(environment: LoadEnvironment): LoadEngine {
  return async (setup, events) => {
    const detector = environment.spawnDetector();
    const stop = new AbortController();
    try {
      return await loadAround(detector, setup, events, environment, stop.signal);
    } catch (error) {
      detector.close();
      throw error;
    } finally {
      stop.abort();
    }
  };
}

async function loadAround(
  detector: OwnedDetector,
  setup: AnalyserSetup,
  events: EngineEvents,
  environment: LoadEnvironment,
  signal: AbortSignal,
): Promise<Engine> {
  const resolved = await resolvePack(environment.openSource(setup.pack), signal);
  const plan = await planLoad(setup, resolved, environment);
  if (plan.notice !== null) events.notice(plan.notice, ON_WASM);
  const runtimes = new Runtimes(environment, plan);
  const files = detectorFiles(plan, environment.programs);
  const wanted = { ref: setup.pack, resolved, head: plan.head };
  const meter = new Meter([...Object.values(files), ...runtimes.filesOf(wanted)], events.progress);
  const options = { signal, meter, line: new TaskQueue() };
  const contents = download(files, options);
  const open = runtimes.opener(wanted, options);
  return assemble({ plan, runtimes, contents, open, detector, events, meter }, environment);
}
