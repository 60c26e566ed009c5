import { presenceAccuracy, salienceAccuracy, type ScoredClip } from '../../core/blemore/metrics.ts';
import type { Outcome } from './bootstrap.ts';

/** Whether a prediction is right, by the protocol's own measures of a set of one clip. */
export function judge(clip: ScoredClip): Outcome {
  return {
    present: presenceAccuracy([clip]) === 1,
    blend: clip.label.length === 2,
    salient: salienceAccuracy([clip]) === 1,
  };
}
