import type { Inconsistency } from './consistency.ts';
import type { HeadSpec, ModelPack } from './schema.ts';

/**
 * The head to read with: the wanted one, or the pack's first where none is wanted or the pack has no
 * such head (a setting may be older than the pack). Null where the head is fused into the encoder.
 */
export function headFor({ heads }: ModelPack, wanted: string | null): HeadSpec | null {
  return heads.find(({ id }) => id === wanted) ?? heads[0] ?? null;
}

/** Why a pack with this head cannot read frames one by one; null where it can. */
export function frameReadingProblem(pack: ModelPack, head: HeadSpec | null): Inconsistency | null {
  if (pack.temporal.kind === 'clip') {
    return { field: 'temporal.kind', reason: 'is "clip", but only single frames are read' };
  }
  if (head?.standardise !== 'window') return null;
  const field = `heads.${pack.heads.indexOf(head)}.standardise`;
  return { field, reason: 'is "window", but only single frames are read' };
}
