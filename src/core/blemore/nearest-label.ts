import type { PerEmotion, Probabilities } from './emotions.ts';
import { perEmotion, sum } from './per-emotion.ts';
import type { Prediction } from './prediction.ts';
import { LABELS } from './label.ts';
import { softLabel } from './soft-label.ts';

const CANDIDATES = LABELS.map((label) => ({ label, shares: softLabel(label) }));

/**
 * A second decoder, without thresholds: the one of the 36 labels nearest to the distribution, by
 * the divergence KL(label ‖ probabilities). Of equals the earlier of LABELS wins, singles first.
 * No part of the BLEMORE protocol; its figures stand beside those of `decide`.
 */
export function nearestLabel(probabilities: Probabilities): Prediction {
  let best = { label: CANDIDATES[0]!.label, distance: Infinity };
  for (const { label, shares } of CANDIDATES) {
    const distance = divergence(shares, probabilities);
    if (distance < best.distance) best = { label, distance };
  }
  return best.label;
}

/** KL(p ‖ q) in nats; infinite where p has a share that q has not. */
function divergence(p: PerEmotion, q: PerEmotion): number {
  return sum(
    perEmotion((place) => (p[place] === 0 ? 0 : p[place] * Math.log(p[place] / q[place]))),
  );
}
