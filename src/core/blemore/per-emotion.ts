import { EMOTIONS, type Emotion, type PerEmotion } from './emotions.ts';

/** The places of a vector of six, as literals: what they index is known to be there. */
export const EMOTION_INDICES = [0, 1, 2, 3, 4, 5] as const;

export type EmotionIndex = (typeof EMOTION_INDICES)[number];

/** A vector of six, each number from its place. */
export function perEmotion(value: (place: EmotionIndex) => number): PerEmotion {
  return [value(0), value(1), value(2), value(3), value(4), value(5)];
}

/** Where an emotion stands in label order. */
export function indexOfEmotion(emotion: Emotion): EmotionIndex {
  return EMOTION_INDICES[EMOTIONS.indexOf(emotion)]!;
}

export function sum(values: PerEmotion): number {
  return values.reduce((total, value) => total + value, 0);
}
