import { EMOTIONS, type Emotion } from '../core/blemore/emotions.ts';

export type Shape = 'triangle' | 'diamond' | 'star' | 'circle' | 'triangle-down' | 'square';

/** How one emotion looks, everywhere on the page: one name, one colour and one shape each. */
export interface EmotionStyle {
  readonly emotion: Emotion;
  readonly name: string;
  /** Custom property of styles/tokens.css that holds the colour in every theme. */
  readonly property: `--emotion-${Emotion}`;
  /** The same as a CSS colour. */
  readonly color: `var(--emotion-${Emotion})`;
  readonly shape: Shape;
}

function style(emotion: Emotion, name: string, shape: Shape): EmotionStyle {
  const property = `--emotion-${emotion}` as const;
  return { emotion, name, property, color: `var(${property})`, shape };
}

export const EMOTION_STYLE: Readonly<Record<Emotion, EmotionStyle>> = {
  ang: style('ang', 'Anger', 'triangle'),
  disg: style('disg', 'Disgust', 'diamond'),
  fea: style('fea', 'Fear', 'star'),
  hap: style('hap', 'Happiness', 'circle'),
  sad: style('sad', 'Sadness', 'triangle-down'),
  neu: style('neu', 'Neutral', 'square'),
};

/** All six, in label order. */
export const EMOTION_STYLES: readonly EmotionStyle[] = EMOTIONS.map(
  (emotion) => EMOTION_STYLE[emotion],
);
