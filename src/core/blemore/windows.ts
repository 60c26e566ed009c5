import type { Logits, Probabilities } from './emotions.ts';
import { perEmotion } from './per-emotion.ts';
import { softmax } from '../reading/softmax.ts';

/**
 * One distribution for a clip of several windows or frames: their logits are averaged first, and
 * softmax comes after. (Averaged probabilities would be another answer.)
 *
 * @throws RangeError without windows
 */
export function combineWindows(windows: readonly Logits[]): Probabilities {
  if (windows.length === 0) throw new RangeError('nothing to combine: no windows');
  return softmax(
    perEmotion(
      (place) => windows.reduce((total, logits) => total + logits[place], 0) / windows.length,
    ),
  );
}
