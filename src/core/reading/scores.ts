import { EMOTIONS, type Emotion, type Logits } from '../blemore/emotions.ts';
import { perEmotion } from '../blemore/per-emotion.ts';
import type { ScoresSpec } from '../pack/schema.ts';

/** A label without a class has this much less than the least of the others: all but nothing. */
const BELOW_OTHERS = 30;
/** Probabilities are no smaller than this, so that their logarithms are finite. */
const LEAST_PROBABILITY = 1e-9;

/**
 * Six logits in label order from a network's scores of its own classes. Classes that share a label
 * add their probabilities; classes without a label are left out, and what remains is renormalised by
 * the softmax that follows. Without `spec` the scores are the six logits themselves.
 */
export function toLogits(scores: ArrayLike<number>, spec: ScoresSpec | undefined): Logits {
  if (spec === undefined) return perEmotion((place) => scores[place] ?? NaN);
  const logits = EMOTIONS.map((emotion) => logitOf(emotion, scores, spec));
  const least = Math.min(...logits.filter((logit) => logit !== null));
  return perEmotion((place) => logits[place] ?? least - BELOW_OTHERS);
}

/** Null where no class has this label. */
function logitOf(
  emotion: Emotion,
  scores: ArrayLike<number>,
  { kind, classes }: ScoresSpec,
): number | null {
  const own = classes.flatMap((label, index) => (label === emotion ? [scores[index] ?? NaN] : []));
  if (own.length === 0) return null;
  if (kind === 'probabilities') {
    return Math.log(
      Math.max(
        LEAST_PROBABILITY,
        own.reduce((sum, share) => sum + share, 0),
      ),
    );
  }
  const largest = Math.max(...own);
  const sum = own.reduce((total, logit) => total + Math.exp(logit - largest), 0);
  return largest + Math.log(sum);
}
