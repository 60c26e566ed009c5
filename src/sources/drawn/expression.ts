import { EMOTIONS, type Emotion, type PerEmotion } from '../../core/blemore/emotions.ts';

/** A single emotion, or two with their weights in percent. */
export type Expression = Partial<Readonly<Record<Emotion, number>>>;

/** An expression as six shares that sum to 1, in label order. */
export function sharesOf(expression: Expression): PerEmotion {
  const weights = EMOTIONS.map((emotion) => expression[emotion] ?? 0);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) throw new RangeError('an expression needs a weight above zero');
  return weights.map((weight) => weight / total) as unknown as PerEmotion;
}

/** The shares on the way from one expression to another; `progress` 0..1 is eased at both ends. */
export function between(from: PerEmotion, to: PerEmotion, progress: number): PerEmotion {
  const weight = ease(progress);
  return EMOTIONS.map((_, i) => {
    const start = from[i] ?? 0;
    return start + ((to[i] ?? 0) - start) * weight;
  }) as unknown as PerEmotion;
}

/** Smoothstep: 0 to 1 with level ends; outside of 0..1 it stays at the nearer end. */
export function ease(progress: number): number {
  const t = Math.min(1, Math.max(0, progress));
  return t * t * (3 - 2 * t);
}
