import type { Probabilities } from '../blemore/emotions.ts';
import { EMOTION_INDICES, perEmotion, sum, type EmotionIndex } from '../blemore/per-emotion.ts';
import { samePrediction } from '../blemore/label.ts';
import type { Reading } from '../blemore/prediction.ts';

/** The mean absolute difference of six probabilities each: 0 where they are equal, 1/3 at most. */
export function meanDifference(one: Probabilities, other: Probabilities): number {
  const differences = perEmotion((place) => Math.abs(one[place] - other[place]));
  return sum(differences) / differences.length;
}

/** Whether two readings say the same of a face: the same label, and both as sure of it. */
export function sameLabel(one: Reading, other: Reading): boolean {
  return one.certain === other.certain && samePrediction(one.prediction, other.prediction);
}

/** Where in label order two readers differ most. */
export function furthestApart(one: Probabilities, other: Probabilities): EmotionIndex {
  const apart = (place: EmotionIndex) => Math.abs(one[place] - other[place]);
  return EMOTION_INDICES.reduce<EmotionIndex>(
    (most, place) => (apart(place) > apart(most) ? place : most),
    0,
  );
}
