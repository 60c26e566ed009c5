import { PlausibilityCheck } from '../../core/tracking/plausibility-check.ts';
import { Tracker } from '../../core/tracking/tracker.ts';
import type { Notice } from '../../core/session/notice.ts';
import type { Contents } from '../../packs/download/download.ts';
import type { Meter } from '../../packs/download/meter.ts';
import { analyse } from '../analyse.ts';
import type { Engine, EngineEvents } from '../engine.ts';
import { explain } from '../explain/explain.ts';
import { FaceLocator } from '../locate/face-locator.ts';
import type { FrameImage, LoadedReader } from '../messages.ts';
import type { OpenNetworks } from '../networks/network.ts';
import { openFastest } from '../reader/fastest-backend.ts';
import type { Model } from '../reader/model.ts';
import { openModel, type ModelParts, type OpenedModel } from '../reader/open-model.ts';
import { modelSpec } from '../reader/model-spec.ts';
import { RecoveringModel } from '../reader/recovering-model.ts';
import { forgetter, type OpenReader } from '../reader/open-reader.ts';
import { isHeavy } from '../../core/pack/heavy.ts';
import type { LoadEnvironment, OwnedDetector } from './environment.ts';
import { openSecond } from './open-second.ts';
import type { DetectorFiles, LoadPlan } from './plan.ts';
import type { Runtimes } from './runtimes.ts';

export interface Assembly {
  readonly plan: LoadPlan;
  readonly runtimes: Runtimes;
  /** Each is used as soon as it is there. */
  readonly contents: Contents<DetectorFiles>;
  /** Fails where a file of the networks does. */
  readonly open: Promise<OpenNetworks>;
  readonly detector: OwnedDetector;
  readonly events: EngineEvents;
  /** Reports with every step towards a model that runs. */
  readonly meter: Pick<Meter, 'report'>;
}

/** Builds what was planned of what is being downloaded. Throws FailureErrors. */
export async function assemble(assembly: Assembly, environment: LoadEnvironment): Promise<Engine> {
  const { plan, runtimes, detector, events } = assembly;
  const locator = new FaceLocator(detector, new Tracker(), plan.setup.purpose === 'live');
  const plausibility = new PlausibilityCheck(plan.setup.range);
  const reset = () => {
    locator.reset();
    plausibility.reset();
  };
  const openFinder = async () => {
    await openDetector(assembly);
    const pipeline = { pictures: environment.openPictures(true), locator, plausibility };
    const find: Engine['analyse'] = (frame, options) =>
      analyse({ ...pipeline, readers: [] }, frame, options);
    events.locates({ analyse: find, reset });
  };
  // Side by side, each on a thread of its own.
  const [{ first, notice }] = await Promise.all([openFirst(assembly), openFinder()]);
  const { loaded } = first;
  if (notice !== null) events.notice(notice, loaded.backend);
  const pictures = environment.openPictures(cutsHere(loaded));
  let second: OpenReader | null = null;
  return {
    ...loaded,
    analyse(frame, options) {
      const readers = second === null ? [first.reader] : [first.reader, second.reader];
      return analyse({ pictures, locator, plausibility, readers }, frame, options);
    },
    finish: () => first.model.finish(),
    async recover() {
      await second?.model.available().catch(() => undefined);
      return first.model.available();
    },
    async openReader(setup, load) {
      const { kind } = await first.model.available();
      return openSecond(setup, { runtimes, plan, kind }, environment, load);
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
      reset();
      first.forget();
      second?.forget();
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

/** Crops are cut where the encoder is; one in another worker takes them from main memory. */
function cutsHere({ backend, pack }: LoadedReader): boolean {
  return backend.kind === 'wasm' || isHeavy(pack);
}

interface FirstReader {
  readonly first: OpenReader;
  /** What the visitor should know of the way there. */
  readonly notice: Notice | null;
}

async function openFirst({ plan, open, events, meter }: Assembly): Promise<FirstReader> {
  const { setup, resolved, head } = plan;
  const { pack, sha256 } = resolved;
  const spec = modelSpec(pack, head, setup.purpose);
  const step = () => {
    meter.report();
  };
  const parts = { ...spec, open: await open, step };
  const { model: opened, notice } = await openAsPlanned(parts, plan);
  const model = new RecoveringModel(parts, events.notice, opened);
  const loaded = { backend: opened.backend, pack, packSha256: sha256 };
  const reader = { encoder: pack.encoder, model };
  return { first: { loaded, reader, model, forget: forgetter(spec) }, notice };
}

/** Opens the model as planned; where that is still to be measured, on the faster backend. */
async function openAsPlanned(parts: ModelParts, { backend }: LoadPlan): Promise<OpenedModel> {
  if (backend.remember === null) return openModel(parts, backend.kind);
  const faster = await openFastest(parts);
  if (faster.decided) await backend.remember(faster.model.backend.kind);
  return faster;
}
