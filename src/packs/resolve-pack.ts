import { FailureError } from '../core/session/failure.ts';
import { parsePack } from '../core/pack/parse.ts';
import type { ModelPack } from '../core/pack/schema.ts';
import { sha256Of } from './download/digest.ts';
import type { PackSource } from './pack-source.ts';

/** A pack whose manifest has been read and checked. */
export interface ResolvedPack {
  readonly pack: ModelPack;
  /** SHA-256 of the very bytes that were parsed; null on an insecure origin. */
  readonly sha256: string | null;
  readonly source: PackSource;
}

/**
 * Reads a pack's manifest, once.
 * @throws FailureError asset-… and pack-invalid; the signal's reason when aborted.
 */
export async function resolvePack(source: PackSource, signal: AbortSignal): Promise<ResolvedPack> {
  const bytes = await source.readManifest(signal);
  const pack = parsePack(parseJson(bytes, source.name), source.name);
  return { pack, sha256: await sha256Of(bytes), source };
}

function parseJson(bytes: Uint8Array, pack: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    const failure = { kind: 'pack-invalid', pack, field: '', reason: 'is not JSON' } as const;
    throw new FailureError(failure, { cause });
  }
}
