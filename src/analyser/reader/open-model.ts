import type { Backend } from '../../core/session/backend.ts';
import { FailureError } from '../../core/session/failure.ts';
import type { Notice } from '../../core/session/notice.ts';
import type { ModelPack } from '../../core/pack/schema.ts';
import type { OpenNetworks } from '../networks/network.ts';
import { Model, type ModelSpec } from './model.ts';
import { goldenDifference, warmUp } from './self-test.ts';

export interface ModelParts extends ModelSpec {
  readonly open: OpenNetworks;
  /** Hears of every step towards a model that runs: where shaders are slow to compile, each takes long. */
  readonly step: () => void;
}

export interface OpenedModel {
  readonly model: Model;
  /** What the visitor should know of the way there. */
  readonly notice: Notice | null;
}

interface Tested {
  readonly model: Model;
  readonly difference: number;
}

async function openTested({ open, step, ...spec }: ModelParts, kind: Backend['kind']) {
  const model = new Model(spec, await open(kind));
  try {
    step();
    await warmUp(model, step);
    return { model, difference: await goldenDifference(model) };
  } catch (error) {
    await model.release().catch(() => undefined);
    throw error;
  }
}

function unreadable(pack: ModelPack, cause: unknown): FailureError {
  if (cause instanceof FailureError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  const failure = { kind: 'pack-invalid', pack: pack.name, field: 'encoder.file', reason } as const;
  return new FailureError(failure, { cause });
}

async function openOnWasm(parts: ModelParts): Promise<Model> {
  const { pack } = parts;
  const { model, difference } = await openTested(parts, 'wasm').catch((error: unknown) => {
    throw unreadable(pack, error);
  });
  if (difference <= pack.golden.tolerance) return model;
  await model.release();
  throw new FailureError({ kind: 'model-wrong', pack: pack.name, difference });
}

/**
 * The model on the wanted backend, warmed up and tested against the pack's golden figures. Where
 * WebGPU does not work or computes something else it is WebAssembly instead, with a notice.
 * @throws FailureError pack-invalid where the networks do not run, model-wrong where they compute
 * something else on WebAssembly too.
 */
export async function openModel(parts: ModelParts, kind: Backend['kind']): Promise<OpenedModel> {
  if (kind === 'wasm') return { model: await openOnWasm(parts), notice: null };
  let tested: Tested;
  try {
    tested = await openTested(parts, kind);
  } catch {
    const notice = { kind: 'webgpu-lost', now: 'wasm' } as const;
    return { model: await openOnWasm(parts), notice };
  }
  const { model, difference } = tested;
  if (difference <= parts.pack.golden.tolerance) return { model, notice: null };
  await model.release();
  return { model: await openOnWasm(parts), notice: { kind: 'webgpu-wrong', difference } };
}
