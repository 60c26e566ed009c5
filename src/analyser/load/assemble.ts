import { PlausibilityCheck } from '../../core/tracking/plausibility-check.ts';
import { Tracker } from '../../core/tracking/tracker.ts';
import type { Notice } from '../../core/session/notice.ts';
import type { Contents } from '../../packs/download/download.ts';
import { analyse } from '../analyse.ts';
import { windowsFor } from '../clip/feature-windows.ts';
import type { Engine, EngineEvents } from '../engine.ts';
import { explain } from '../explain/explain.ts';
import { FaceLocator } from '../locate/face-locator.ts';
import type { FrameImage } from '../messages.ts';
import { openFastest } from '../reader/fastest-backend.ts';
import type { Model } from '../reader/model.ts';
import { openModel, type ModelParts, type OpenedModel } from '../reader/open-model.ts';
import { RecoveringModel } from '../reader/recovering-model.ts';
import type { OpenReader } from '../reader/open-reader.ts';
import type { LoadEnvironment, OwnedDetector, Runtime } from './environment.ts';
import { openSecond } from './open-second.ts';
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
  // Side by side, each on a thread of its own.
  const [{ runtime, first, notice }] = await Promise.all([
    openFirst(assembly, environment),
    openDetector(assembly),
  ]);
  const { loaded } = first;
  if (notice !== null) events.notice(notice, loaded.backend);
  const locator = new FaceLocator(detector, new Tracker());
  const plausibility = new PlausibilityCheck(plan.setup.range);
  const pictures = environment.openPictures(loaded.backend.kind === 'wasm');
  let second: OpenReader | null = null;
  return {
    ...loaded,
    analyse(frame, options) {
      const readers = second === null ? [first.reader] : [first.reader, second.reader];
      return analyse({ pictures, locator, plausibility, readers }, frame, options);
    },
    async recover() {
      await second?.model.available().catch(() => undefined);
      return first.model.available();
    },
    async openReader(setup, load) {
      const { kind } = await first.model.available();
      return openSecond(setup, { runtime, setup: plan.setup, kind }, environment, load);
    },
    async compareWith(reader) {
      const before = second;
      second = reader;
      await before?.model.release();
    },
    explain({ image, face, reader }, signal) {
      const asked = reader === 0 ? first : second;
      // Pictures of its own: a frame's are good until the next is taken.
      const own = environment.openPictures(true);
      return explain(image, face, modelOf(asked, image), own, signal);
    },
    reset() {
      locator.reset();
      plausibility.reset();
      first.windows?.clear();
      second?.windows?.clear();
    },
  };
}

/** Closes the picture where there is no model to explain. */
function modelOf(reader: OpenReader | null, image: FrameImage): Model {
  try {
    if (reader !== null) return reader.model.model;
  } catch (error) {
    image.close();
    throw error;
  }
  image.close();
  throw new Error('There is no second reader.');
}

async function openDetector({ contents, detector }: Assembly): Promise<void> {
  const [program, model] = await Promise.all([contents.detectorProgram, contents.detectorModel]);
  await detector.open({ program: program.buffer, model });
}

interface FirstReader {
  readonly runtime: Runtime;
  readonly first: OpenReader;
  /** What the visitor should know of the way there. */
  readonly notice: Notice | null;
}

async function openFirst(
  { plan, contents, events, step }: Assembly,
  { openRuntime }: LoadEnvironment,
): Promise<FirstReader> {
  const { setup, resolved, build, head } = plan;
  const { pack, sha256 } = resolved;
  const [runtime, encoder, headBytes] = await Promise.all([
    openRuntime(build, setup.purpose, contents.ortProgram),
    contents.encoder,
    contents.head,
  ]);
  const files = { spec: pack.encoder, encoder, head: headBytes };
  const open = runtime.networks(files, setup.backend);
  const windows = windowsFor(pack, setup.purpose);
  const parts = { pack, head, windows, open, step };
  const { model: opened, notice } = await openAsPlanned(parts, plan);
  const model = new RecoveringModel(parts, events.notice, opened);
  const loaded = { backend: opened.backend, pack, packSha256: sha256 };
  const reader = { encoder: pack.encoder, model };
  return { runtime, first: { loaded, reader, model, windows }, notice };
}

/** Opens the model as planned; where that is still to be measured, on the faster backend. */
async function openAsPlanned(parts: ModelParts, { backend }: LoadPlan): Promise<OpenedModel> {
  if (backend.remember === null) return openModel(parts, backend.kind);
  const faster = await openFastest(parts);
  if (faster.decided) await backend.remember(faster.model.backend.kind);
  return faster;
}
