import { EMOTIONS } from '../blemore/emotions.ts';
import type { ModelPack } from './schema.ts';

/** How many numbers the pack's last network gives. */
export function classCount({ scores }: ModelPack): number {
  return scores?.classes.length ?? EMOTIONS.length;
}

/** How many numbers a head takes: the features, or all their statistics over a window. */
export function headInputLength({ encoder, temporal }: ModelPack): number {
  const { dimension } = encoder;
  return temporal.kind === 'aggregate' ? dimension * temporal.statistics.length : dimension;
}
