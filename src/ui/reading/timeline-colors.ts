import { EMOTION_STYLES } from '../emotion-style.ts';

export interface TimelineColors {
  /** Six, in label order. */
  readonly lines: readonly string[];
  readonly grid: string;
  readonly text: string;
}

/** The colours of the theme as it is now; a canvas does not follow it by itself. */
export function themeColors(): TimelineColors {
  const theme = getComputedStyle(document.documentElement);
  return {
    lines: EMOTION_STYLES.map(({ property }) => theme.getPropertyValue(property)),
    grid: theme.getPropertyValue('--line'),
    text: theme.getPropertyValue('--text'),
  };
}
