import { PlausibilityCheck } from '../../core/tracking/plausibility.ts';
import { Tracker } from '../../core/tracking/tracker.ts';
import type { Contents } from '../../packs/download/download.ts';
import { analyse } from '../analyse.ts';
import { windowsFor, type FeatureWindows } from '../clip/feature-windows.ts';
import type { Engine, EngineEvents } from '../engine.ts';
import { FaceLocator } from '../locate/face-locator.ts';
import type { OpenNetworks } from '../networks/network.ts';
import { openFastest } from '../reader/fastest-backend.ts';
import { openModel, type ModelParts, type OpenedModel } from '../reader/open-model.ts';
import { RecoveringModel } from '../reader/recovering-model.ts';
import type { LoadEnvironment, OwnedDetector } from './environment.ts';
import type { EngineFiles, LoadPlan } from './plan.ts';

export interface Assembly {
  readonly plan: LoadPlan;
  /** Each is used as soon as it is there. */
  readonly contents: Contents<EngineFiles>;
  readonly detector: OwnedDetector;
  readonly events: EngineEvents;
  /** Hears of every step towards a model that runs. */
  readonly step: () => void;
}

/** Builds what was planned of what is being downloaded. Throws FailureErrors. */
export async function assemble(assembly: Assembly, environment: LoadEnvironment): Promise<Engine> {
  const { plan, detector, events } = assembly;
  const { pack, sha256 } = plan.resolved;
  const windows = windowsFor(pack, plan.setup.purpose);
  // Side by side, each on a thread of its own.
  const [{ parts, opened }] = await Promise.all([
    openReader(assembly, environment, windows),
    openDetector(assembly),
  ]);
  const { model, notice } = opened;
  if (notice !== null) events.notice(notice, model.backend);
  const locator = new FaceLocator(detector, new Tracker());
  const plausibility = new PlausibilityCheck();
  const recovering = new RecoveringModel(parts, events.notice, model);
  const pipeline = {
    pictures: environment.openPictures(model.backend.kind === 'wasm'),
    locator,
    plausibility,
    readers: [{ encoder: pack.encoder, model: recovering }],
  };
  return {
    backend: model.backend,
    pack,
    packSha256: sha256,
    analyse: (frame, options) => analyse(pipeline, frame, options),
    recover: () => recovering.available(),
    reset() {
      locator.reset();
      plausibility.reset();
      windows?.clear();
    },
  };
}

async function openDetector({ contents, detector }: Assembly): Promise<void> {
  const [program, model] = await Promise.all([contents.detectorProgram, contents.detectorModel]);
  await detector.open({ program: program.buffer, model });
}

async function openReader(
  assembly: Assembly,
  environment: LoadEnvironment,
  windows: FeatureWindows | null,
) {
  const { plan, step } = assembly;
  const open = await openNetworks(assembly, environment);
  const parts = { pack: plan.resolved.pack, head: plan.head, windows, open, step };
  return { parts, opened: await openAsPlanned(parts, plan) };
}

async function openNetworks(
  { plan: { setup, resolved, build }, contents }: Assembly,
  { openRuntime }: LoadEnvironment,
): Promise<OpenNetworks> {
  const [runtime, encoder, head] = await Promise.all([
    openRuntime(build, setup.purpose, contents.ortProgram),
    contents.encoder,
    contents.head,
  ]);
  const spec = resolved.pack.encoder;
  return runtime.networks({ spec, encoder, head }, setup.backend);
}

/** Opens the model as planned; where that is still to be measured, on the faster backend. */
async function openAsPlanned(parts: ModelParts, { backend }: LoadPlan): Promise<OpenedModel> {
  if (backend.remember === null) return openModel(parts, backend.kind);
  const faster = await openFastest(parts);
  if (faster.decided) await backend.remember(faster.model.backend.kind);
  return faster;
}
