import { Tracker } from '../core/tracking/tracker.ts';
import type { Backend } from '../core/session/backend.ts';
import type { HeadSpec, ModelPack } from '../core/pack/schema.ts';
import { analyse, type Pipeline } from './analyse.ts';
import type { RemoteDetector } from './locate/remote-detector.ts';
import { spawnDetector } from './locate/spawn-detector.ts';
import { checkedFiles } from '../packs/download/checked-files.ts';
import { download } from '../packs/download/download.ts';
import type { Engine, EngineEvents } from './engine.ts';
import { FaceLocator } from './locate/face-locator.ts';
import type { AnalyserSetup } from './messages.ts';
import { windowsFor, type FeatureWindows } from './clip/feature-windows.ts';
import { RecoveringModel } from './reader/recovering-model.ts';
import { openFastest } from './reader/fastest-backend.ts';
import { openModel, type ModelParts, type OpenedModel } from './reader/open-model.ts';
import { pickHead } from './reader/pick-head.ts';
import { backendMemory } from './networks/backend-memory.ts';
import { planBackend, type BackendPlan } from './networks/backend-plan.ts';
import { ortNetworks } from './networks/open-networks.ts';
import { importOrt, ortBuildFor, prepareOrt } from './networks/ort-runtime.ts';
import { fetchPack, packFile } from '../packs/fetch-pack.ts';
import { openPictures } from './picture/open-pictures.ts';
import { DETECTOR_MODELS, DETECTOR_PROGRAM, ORT_PROGRAMS } from './shipped-files.ts';

const NO_WEBGPU = { kind: 'webgpu-missing' } as const;
const ON_WASM: Backend = { kind: 'wasm', adapter: null };

/** Opens the model as planned; where that is still to be measured, on the faster backend. */
async function openAsPlanned(parts: ModelParts, plan: BackendPlan): Promise<OpenedModel> {
  if (plan.remember === null) return openModel(parts, plan.kind);
  const faster = await openFastest(parts);
  if (faster.decided) await plan.remember(faster.model.backend.kind);
  return faster;
}

function filesOf(
  { packUrl, range }: AnalyserSetup,
  { encoder }: ModelPack,
  head: HeadSpec | null,
  kind: Backend['kind'],
) {
  const heads = head === null ? [] : [packFile(packUrl, head)];
  return [
    DETECTOR_PROGRAM,
    DETECTOR_MODELS[range],
    ORT_PROGRAMS[ortBuildFor(kind)],
    packFile(packUrl, encoder),
    ...heads,
  ] as const;
}

interface Loaded extends Pick<Engine, 'backend' | 'pack'> {
  readonly windows: FeatureWindows | null;
}

function engineOf(
  pipeline: Pipeline,
  model: RecoveringModel,
  { backend, pack, windows }: Loaded,
): Engine {
  return {
    backend,
    pack,
    analyse: (frame, options) => analyse(pipeline, frame, options),
    recover: () => model.available(),
    reset() {
      pipeline.locator.reset();
      windows?.clear();
    },
  };
}

/** Downloads, checks and builds everything that one setup needs. Throws FailureErrors. */
export async function loadEngine(setup: AnalyserSetup, events: EngineEvents): Promise<Engine> {
  const detector = spawnDetector();
  try {
    return await loadAround(detector, setup, events);
  } catch (error) {
    detector.close();
    throw error;
  }
}

async function loadAround(
  detector: RemoteDetector,
  setup: AnalyserSetup,
  events: EngineEvents,
): Promise<Engine> {
  const pack = await fetchPack(setup.packUrl);
  const head = pickHead(pack, setup.head);
  const plan = await planBackend(setup.backend, pack.encoder.sha256, backendMemory);
  const { kind } = plan;
  if (setup.backend === 'webgpu' && kind === 'wasm') events.notice(NO_WEBGPU, ON_WASM);
  const files = filesOf(setup, pack, head, kind);
  const {
    contents,
    report: step,
    stop,
  } = download(files, {
    checked: checkedFiles,
    report: events.progress,
  });
  const [detectorProgram, detectorModel, ortProgram, encoderFile, headFile = null] = contents;

  const windows = windowsFor(pack, setup.purpose);
  const openNetworks = async () => {
    const build = ortBuildFor(kind);
    const [ort, program] = await Promise.all([importOrt(build), ortProgram]);
    prepareOrt(ort, build, setup.purpose, program);
    const [encoder, headBytes] = await Promise.all([encoderFile, headFile]);
    const networkFiles = { input: pack.encoder.input, encoder, head: headBytes };
    return ortNetworks(ort, networkFiles, setup.backend);
  };
  const openReader = async () => {
    const open = await openNetworks();
    return { open, opened: await openAsPlanned({ pack, head, windows, open, step }, plan) };
  };
  const openDetector = async () => {
    const [program, model] = await Promise.all([detectorProgram, detectorModel]);
    await detector.open({ program: program.buffer, model });
  };
  // Side by side, each on a thread of its own.
  const [{ open, opened }] = await Promise.all([openReader(), openDetector()]).finally(stop);
  const { model, notice } = opened;
  if (notice !== null) events.notice(notice, model.backend);

  const rebuild = { pack, head, windows, open, step };
  const recovering = new RecoveringModel(rebuild, events.notice, model);
  const pipeline = {
    pictures: openPictures(model.backend.kind === 'wasm'),
    locator: new FaceLocator(detector, new Tracker()),
    readers: [{ encoder: pack.encoder, model: recovering }],
  };
  return engineOf(pipeline, recovering, { backend: model.backend, pack, windows });
}
