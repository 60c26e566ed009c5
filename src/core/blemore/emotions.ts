/** The six BLEMORE labels, in the order every vector of six follows. */
export const EMOTIONS = ['ang', 'disg', 'fea', 'hap', 'sad', 'neu'] as const;

export type Emotion = (typeof EMOTIONS)[number];

/** One number per emotion, in label order. */
export type PerEmotion = readonly [number, number, number, number, number, number];

/** Unnormalised scores, as the head gives them. */
export type Logits = PerEmotion;

/** Softmax of logits: each in 0..1, summing to 1. */
export type Probabilities = PerEmotion;
