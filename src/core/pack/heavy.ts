import type { ModelPack } from './schema.ts';

/** Networks of more weights take longer than a camera's frame on a processor. */
const MOST_BYTES = 32 * 2 ** 20;

/** Bytes of all files of a pack's encoder. */
function encoderBytes({ encoder }: Pick<ModelPack, 'encoder'>): number {
  return (encoder.data ?? []).reduce((sum, { bytes }) => sum + bytes, encoder.bytes);
}

/**
 * Whether a pack's networks take so long that frames must not wait for them: those that read clips,
 * and large ones.
 */
export function isHeavy(pack: Pick<ModelPack, 'encoder' | 'temporal'>): boolean {
  return pack.temporal.kind === 'clip' || encoderBytes(pack) > MOST_BYTES;
}
