import { decide } from '../../../src/core/blemore/decide.ts';
import type { Shares } from '../../../src/core/blemore/label.ts';
import {
  presenceAccuracy,
  salienceAccuracy,
  type ScoredClip,
} from '../../../src/core/blemore/metrics.ts';
import type { Thresholds } from '../../../src/core/blemore/prediction.ts';
import type { ReportedClip } from './evaluate-page.ts';

/** What core says of the same clips, in the page's own form. */
export function scoredByCore(
  clips: readonly ReportedClip[],
  predict: (clip: ReportedClip) => Shares | null,
): (string | null)[] {
  const scored = clips.flatMap((clip): ScoredClip[] => {
    const prediction = predict(clip);
    return clip.label === null || prediction === null ? [] : [{ label: clip.label, prediction }];
  });
  return [presenceAccuracy(scored), salienceAccuracy(scored)].map((share) =>
    share === null ? null : `${(share * 100).toFixed(1)} %`,
  );
}

/** The prediction of a clip by the rule with these thresholds. */
export function decided({ alpha, beta }: Thresholds) {
  return ({ probabilities }: ReportedClip) =>
    probabilities && decide(probabilities, { alpha, beta });
}
