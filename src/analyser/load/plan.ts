import { headFor } from '../../core/pack/head.ts';
import { memoryProblem } from '../../core/pack/memory.ts';
import type { BackendChoice } from '../../core/session/backend.ts';
import { FailureError } from '../../core/session/failure.ts';
import type { HeadSpec, ModelPack } from '../../core/pack/schema.ts';
import type { Notice } from '../../core/session/notice.ts';
import type { Contents } from '../../packs/download/download.ts';
import type { FileSource } from '../../packs/download/file-source.ts';
import type { ResolvedPack } from '../../packs/resolve-pack.ts';
import type { AnalyserSetup } from '../messages.ts';
import type { BackendPlan } from '../networks/backend-plan.ts';
import type { NetworkFiles } from '../networks/open-networks.ts';
import type { WeightsFile } from '../networks/ort-network.ts';
import { ortBuildFor, type OrtBuild } from '../networks/ort-runtime.ts';
import type { LoadEnvironment, ProgramFiles } from './environment.ts';

/** All that is decided before anything large is fetched. */
export interface LoadPlan {
  readonly setup: AnalyserSetup;
  readonly resolved: ResolvedPack;
  /** Null where it is fused into the encoder. */
  readonly head: HeadSpec | null;
  readonly backend: BackendPlan;
  readonly build: OrtBuild;
  /** What the visitor should know of it. */
  readonly notice: Notice | null;
}

/** What finds faces. */
export type DetectorFiles = Readonly<Record<'detectorProgram' | 'detectorModel', FileSource>>;

/** The files of a pack's networks; those of the encoder's weights by their names. */
export type NetworkSources = Readonly<Record<'encoder', FileSource>> & {
  readonly head: FileSource | null;
} & Readonly<Record<`weights/${string}`, FileSource>>;

/**
 * Which head on which backend a setup means.
 * @throws FailureError model-too-large for a pack that cannot be read here
 */
export async function planLoad(
  setup: AnalyserSetup,
  resolved: ResolvedPack,
  { planBackend, deviceMemory }: Pick<LoadEnvironment, 'planBackend' | 'deviceMemory'>,
): Promise<LoadPlan> {
  const { pack } = resolved;
  requireMemory(pack, deviceMemory);
  const head = headFor(pack, setup.head);
  const backend = await planBackend(setup.backend, pack.encoder);
  return {
    setup,
    resolved,
    head,
    backend,
    build: ortBuildFor(backend.kind),
    notice: backendNotice(setup.backend, backend, pack),
  };
}

function backendNotice(
  choice: BackendChoice,
  { kind, tooSmall }: BackendPlan,
  { name }: ModelPack,
): Notice | null {
  if (tooSmall !== null) return { kind: 'webgpu-too-small', pack: name, ...tooSmall };
  return choice === 'webgpu' && kind === 'wasm' ? { kind: 'webgpu-missing' } : null;
}

/** @throws FailureError model-too-large */
export function requireMemory(pack: ModelPack, deviceMemory: number | null): void {
  const problem = memoryProblem(pack, deviceMemory);
  if (problem === null) return;
  throw new FailureError({ kind: 'model-too-large', pack: pack.name, ...problem });
}

export function detectorFiles({ setup }: LoadPlan, programs: ProgramFiles): DetectorFiles {
  return {
    detectorProgram: programs.detector,
    detectorModel: programs.detectorModels[setup.range],
  };
}

export function networkSources(
  { pack, source }: Pick<ResolvedPack, 'pack' | 'source'>,
  head: HeadSpec | null,
): NetworkSources {
  const weights = (pack.encoder.data ?? []).map(
    (spec) => [`weights/${spec.file}`, source.file(spec)] as const,
  );
  return {
    encoder: source.file(pack.encoder),
    head: head && source.file(head),
    ...Object.fromEntries(weights),
  };
}

/** The bytes of a pack's networks, once all of them are there. */
export async function networkFiles(
  { encoder: spec }: ModelPack,
  contents: Contents<NetworkSources>,
): Promise<NetworkFiles> {
  const [encoder, head, data] = await Promise.all([
    contents.encoder,
    contents.head,
    Promise.all((spec.data ?? []).map(({ file }) => weightsFile(file, contents))),
  ]);
  return { spec, encoder, head, data };
}

async function weightsFile(file: string, contents: Contents<NetworkSources>): Promise<WeightsFile> {
  return { file, bytes: (await contents[`weights/${file}`])! };
}
