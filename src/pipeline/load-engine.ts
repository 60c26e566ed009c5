import { Tracker } from '../core/tracking.ts';
import type { Backend, BackendChoice } from '../core/backend.ts';
import type { HeadSpec, ModelPack } from '../core/pack/schema.ts';
import { analyse } from './analyse.ts';
import { FaceFinder } from './detector/face-finder.ts';
import { openFaceDetector } from './detector/mediapipe.ts';
import { Shrinker } from './detector/shrinker.ts';
import { downloadAll } from './download/download-all.ts';
import type { Engine, EngineEvents } from './engine.ts';
import type { AnalyserSetup } from './messages.ts';
import { LastingModel } from './model/lasting-model.ts';
import { pickHead } from './model/pick-head.ts';
import { findAdapter } from './networks/gpu.ts';
import { ortNetworks } from './networks/open-networks.ts';
import { loadOrt, ortBuildFor } from './networks/ort-runtime.ts';
import { fetchPack, packFile } from './pack-files.ts';
import { CanvasPixelReader } from './pixel-reader.ts';
import { DETECTOR_LOADER, DETECTOR_MODELS, DETECTOR_PROGRAM, ORT_PROGRAMS } from './shipped.ts';

const NO_WEBGPU = { kind: 'webgpu-missing' } as const;
const ON_WASM: Backend = { kind: 'wasm', adapter: null };

async function backendKind(choice: BackendChoice, events: EngineEvents): Promise<Backend['kind']> {
  if ((await findAdapter(choice)) !== null) return 'webgpu';
  if (choice === 'webgpu') events.notice(NO_WEBGPU, ON_WASM);
  return 'wasm';
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

/** Downloads, checks and builds everything that one setup needs. Throws FailureErrors. */
export async function loadEngine(setup: AnalyserSetup, events: EngineEvents): Promise<Engine> {
  const pack = await fetchPack(setup.packUrl);
  const headSpec = pickHead(pack, setup.head);
  const kind = await backendKind(setup.backend, events);
  const files = filesOf(setup, pack, headSpec, kind);
  const [program, model, ortProgram, encoder, head = null] = await downloadAll(
    files,
    (progress) => {
      events.progress(progress);
    },
  );

  const openDetector = () =>
    openFaceDetector({ loader: DETECTOR_LOADER, program: program.buffer, model });
  const detector = await FaceFinder.create(openDetector, new Shrinker());
  const ort = await loadOrt(ortBuildFor(kind), ortProgram);
  const open = ortNetworks(ort, { encoder, head }, setup.backend);
  const reader = await LastingModel.open({ pack, head: headSpec, open }, kind, events.notice);

  const tracker = new Tracker();
  const pixels = new CanvasPixelReader();
  const stations = { detector, tracker, pixels, encoder: pack.encoder, reader };
  return {
    backend: reader.backend,
    pack,
    analyse: (frame, options) => analyse(stations, frame, options),
    reset() {
      tracker.reset();
    },
  };
}
