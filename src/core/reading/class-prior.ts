import type { Logits, PerEmotion } from '../blemore/emotions.ts';
import { perEmotion } from '../blemore/per-emotion.ts';

/** How classes that are rare in training are raised. */
export interface PriorAdjustment {
  /** How frequent each class was in training: six positive numbers that sum to 1. */
  readonly prior: PerEmotion;
  /** At 1 every class is expected equally often; at 0 nothing changes. */
  readonly tau: number;
}

/**
 * Logits for a place where the classes are not as frequent as in training: −τ · log prior is added
 * to each (logit adjustment, Menon et al., ICLR 2021).
 */
export function adjustForPrior(logits: Logits, { prior, tau }: PriorAdjustment): Logits {
  return perEmotion((i) => logits[i] - tau * Math.log(prior[i]));
}
