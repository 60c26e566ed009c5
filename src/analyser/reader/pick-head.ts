import { FailureError } from '../../core/session/failure.ts';
import type { HeadSpec, ModelPack } from '../../core/pack/schema.ts';

/**
 * The head to read with: the wanted one, or the pack's first where it has no such head (a setting
 * may be older than the pack). Null where the head is fused into the encoder.
 * @throws FailureError pack-invalid for a pack whose encoder takes several frames, which nothing here gives it.
 */
export function pickHead(pack: ModelPack, wanted: string | null): HeadSpec | null {
  if (pack.temporal.kind === 'clip') {
    throw invalid(pack, 'temporal.kind', 'is "clip", but the page reads single frames');
  }
  if (pack.encoder.output === 'logits') return null;
  const head = pack.heads.find(({ id }) => id === wanted) ?? pack.heads[0];
  if (head === undefined) throw invalid(pack, 'heads', 'must name one where the encoder has none');
  if (head.standardise === 'window') {
    const field = `heads.${pack.heads.indexOf(head)}.standardise`;
    throw invalid(pack, field, 'is "window", but the page reads single frames');
  }
  return head;
}

function invalid(pack: ModelPack, field: string, reason: string): FailureError {
  return new FailureError({ kind: 'pack-invalid', pack: pack.name, field, reason });
}
