import type { Statistic } from '../blemore/aggregate.ts';
import { EMOTIONS } from '../blemore/emotions.ts';
import { tensorLength, tensorShape } from '../image/tensor.ts';
import type { ModelPack } from './schema.ts';

/** How many numbers the pack's last network gives. */
export function classCount({ scores }: ModelPack): number {
  return scores?.classes.length ?? EMOTIONS.length;
}

/** Over what a head's vectors are made of several features. */
export interface Aggregation {
  readonly seconds: number;
  readonly statistics: readonly Statistic[];
}

/** Null where the head reads each frame's or clip's features by themselves. */
export function aggregationOf({ temporal }: Pick<ModelPack, 'temporal'>): Aggregation | null {
  if (temporal.kind === 'aggregate') return temporal;
  return temporal.kind === 'clip' ? (temporal.aggregate ?? null) : null;
}

/** How many numbers a head takes: the features, or all their statistics over a window. */
export function headInputLength(pack: ModelPack): number {
  return pack.encoder.dimension * (aggregationOf(pack)?.statistics.length ?? 1);
}

/** How many frames the encoder takes for one output. */
function framesOf({ temporal }: Pick<ModelPack, 'temporal'>): number {
  return temporal.kind === 'clip' ? temporal.frames : 1;
}

type Fed = Pick<ModelPack, 'encoder' | 'temporal'>;

/** How many numbers one input of the encoder has: a crop's, or those of a clip of crops. */
export function inputLength(pack: Fed): number {
  return framesOf(pack) * tensorLength(pack.encoder.input);
}

/** The shape of `batch` inputs: a clip's frames come after the batch. */
export function inputShape(pack: Fed, batch: number): readonly number[] {
  const [, ...crop] = tensorShape(pack.encoder.input, batch);
  return pack.temporal.kind === 'clip' ? [batch, pack.temporal.frames, ...crop] : [batch, ...crop];
}
