import { EMOTIONS, type Emotion, type PerEmotion } from '../../core/blemore/emotions.ts';
import { perEmotion } from '../../core/blemore/per-emotion.ts';
import type { Reading } from '../../core/blemore/prediction.ts';
import { EMOTION_STYLES, type EmotionStyle } from '../emotion-style.ts';

/** One emotion's part of a bar; start and share in percent of the bar's width. */
export interface Block {
  readonly style: EmotionStyle;
  readonly start: number;
  readonly share: number;
}

/** Six parts side by side in label order, so that two of them never swap sides. */
export function stackBlocks(percents: PerEmotion): readonly Block[] {
  let end = 0;
  return percents.map((share, index) => {
    const start = end;
    end += share;
    return { style: EMOTION_STYLES[index]!, start, share };
  });
}

/** The salience bar of a reading; nothing of it is shown where there is nothing certain. */
export function readingBlocks(reading: Reading | null): readonly Block[] {
  const shares = reading?.certain === true ? reading.prediction : [];
  const salience = (emotion: Emotion) =>
    shares.find((share) => share.emotion === emotion)?.salience;
  return stackBlocks(perEmotion((place) => salience(EMOTIONS[place]) ?? 0));
}
