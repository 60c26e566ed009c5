import type { Probabilities } from '../blemore/emotions.ts';
import type { EmotionIndex } from '../blemore/per-emotion.ts';
import type { Affine } from '../geometry/affine.ts';
import type { FaceRegion } from './face-regions.ts';
import { occlusionMap, slidingMasks } from './occlusion.ts';

/** What a reader's probabilities depend on, in one picture of a face. */
export interface Explanation {
  /** Of the crop as it is: softmax of the reader's logits, unsmoothed. */
  readonly probabilities: Probabilities;
  /** The crop's side in pixels, and from those to the picture's. */
  readonly size: number;
  readonly toFrame: Affine;
  /** With each of the sliding masks in place, in their order. */
  readonly occluded: readonly Probabilities[];
  /** With a part of the face hidden. */
  readonly without: Readonly<Record<FaceRegion, Probabilities>>;
  /** Features × 6: what each feature adds to each logit; null where the head is not linear. */
  readonly added: Float32Array | null;
}

/**
 * How much each pixel of the crop speaks for an emotion: see occlusionMap, here of the logarithm of
 * the odds. Where a reader is all but certain, the probability itself hardly moves.
 */
export function mapFor(
  { probabilities, size, occluded }: Explanation,
  emotion: EmotionIndex,
): Float32Array {
  const drops = occluded.map(
    (hidden) => logOdds(probabilities[emotion]) - logOdds(hidden[emotion]),
  );
  return occlusionMap(slidingMasks(size), drops, size);
}

/** Nearer to 0 and 1 than this, probabilities are as good as those. */
const LEAST = 1e-6;

function logOdds(probability: number): number {
  const share = Math.min(Math.max(probability, LEAST), 1 - LEAST);
  return Math.log(share / (1 - share));
}
