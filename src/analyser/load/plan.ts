import { FailureError } from '../../core/session/failure.ts';
import { frameReadingProblem, headFor } from '../../core/pack/head.ts';
import type { HeadSpec, ModelPack } from '../../core/pack/schema.ts';
import type { Notice } from '../../core/session/notice.ts';
import type { FileSource } from '../../packs/download/file-source.ts';
import type { ResolvedPack } from '../../packs/resolve-pack.ts';
import type { AnalyserSetup } from '../messages.ts';
import type { BackendPlan } from '../networks/backend-plan.ts';
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

/** Everything an engine is made of. */
export type EngineFiles = Readonly<
  Record<'detectorProgram' | 'detectorModel' | 'ortProgram' | 'encoder', FileSource>
> & { readonly head: FileSource | null };

/**
 * The head to read frames with, as headFor.
 * @throws FailureError pack-invalid for a pack that cannot be read here
 */
export function readableHead(pack: ModelPack, wanted: string | null): HeadSpec | null {
  const head = headFor(pack, wanted);
  const problem = frameReadingProblem(pack, head);
  if (problem === null) return head;
  throw new FailureError({ kind: 'pack-invalid', pack: pack.name, ...problem });
}

/**
 * Which head on which backend a setup means.
 * @throws FailureError pack-invalid for a pack that cannot be read here
 */
export async function planLoad(
  setup: AnalyserSetup,
  resolved: ResolvedPack,
  planBackend: LoadEnvironment['planBackend'],
): Promise<LoadPlan> {
  const { pack } = resolved;
  const head = readableHead(pack, setup.head);
  const backend = await planBackend(setup.backend, pack.encoder.sha256);
  const refused = setup.backend === 'webgpu' && backend.kind === 'wasm';
  return {
    setup,
    resolved,
    head,
    backend,
    build: ortBuildFor(backend.kind),
    notice: refused ? { kind: 'webgpu-missing' } : null,
  };
}

export function filesOf(
  { setup, resolved, head, build }: LoadPlan,
  programs: ProgramFiles,
): EngineFiles {
  const { pack, source } = resolved;
  return {
    detectorProgram: programs.detector,
    detectorModel: programs.detectorModels[setup.range],
    ortProgram: programs.ort[build],
    encoder: source.file(pack.encoder),
    head: head && source.file(head),
  };
}
