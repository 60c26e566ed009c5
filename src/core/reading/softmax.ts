import type { Logits, Probabilities } from '../blemore/emotions.ts';
import { perEmotion, sum } from '../blemore/per-emotion.ts';

/**
 * Finite logits to probabilities. The largest is subtracted first, so that no exponential
 * overflows and the sum is at least 1.
 */
export function softmax(logits: Logits): Probabilities {
  const largest = Math.max(...logits);
  const weights = perEmotion((place) => Math.exp(logits[place] - largest));
  const total = sum(weights);
  return perEmotion((place) => weights[place] / total);
}
