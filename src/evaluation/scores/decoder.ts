import { decide } from '../../core/blemore/decide.ts';
import { nearestLabel } from '../../core/blemore/nearest-label.ts';
import type { Probabilities } from '../../core/blemore/emotions.ts';
import type { Prediction, Thresholds } from '../../core/blemore/prediction.ts';

/** What turns probabilities into labels: BLEMORE's rule with α and β, or the nearest of the 36 labels. */
export type Decoding =
  { readonly decoder: 'rule'; readonly thresholds: Thresholds } | { readonly decoder: 'nearest' };

export type Decoder = Decoding['decoder'];

export function decodeWith(decoding: Decoding, probabilities: Probabilities): Prediction {
  switch (decoding.decoder) {
    case 'rule':
      return decide(probabilities, decoding.thresholds);
    case 'nearest':
      return nearestLabel(probabilities);
  }
}
