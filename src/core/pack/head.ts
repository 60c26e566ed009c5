import type { HeadSpec, ModelPack } from './schema.ts';

/**
 * The head to read with: the wanted one, or the pack's first where none is wanted or the pack has no
 * such head (a setting may be older than the pack). Null where the head is fused into the encoder.
 */
export function headFor({ heads }: ModelPack, wanted: string | null): HeadSpec | null {
  return heads.find(({ id }) => id === wanted) ?? heads[0] ?? null;
}
