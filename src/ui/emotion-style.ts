import { EMOTIONS, type Emotion } from '../core/blemore/emotions.ts';

export type Shape = 'triangle' | 'diamond' | 'star' | 'circle' | 'triangle-down' | 'square';

/** How one emotion looks, everywhere on the page: one colour and one shape each. */
export interface EmotionStyle {
  readonly emotion: Emotion;
  /** Custom property of styles/tokens.css that holds the colour in every theme. */
  readonly property: `--emotion-${Emotion}`;
  /** The same as a CSS colour. */
  readonly color: `var(--emotion-${Emotion})`;
  readonly shape: Shape;
}

function style(emotion: Emotion, shape: Shape): EmotionStyle {
  const property = `--emotion-${emotion}` as const;
  return { emotion, property, color: `var(${property})`, shape };
}

export const EMOTION_STYLE: Readonly<Record<Emotion, EmotionStyle>> = {
  ang: style('ang', 'triangle'),
  disg: style('disg', 'diamond'),
  fea: style('fea', 'star'),
  hap: style('hap', 'circle'),
  sad: style('sad', 'triangle-down'),
  neu: style('neu', 'square'),
};

/** All six, in label order. */
export const EMOTION_STYLES: readonly EmotionStyle[] = EMOTIONS.map(
  (emotion) => EMOTION_STYLE[emotion],
);
