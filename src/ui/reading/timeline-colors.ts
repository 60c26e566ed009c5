import { EMOTION_STYLES } from '../emotion-style.ts';
import type { TimelineColors } from '../timeline/messages.ts';

/** The colours of the theme as it is now; a canvas does not follow it by itself. */
export function themeColors(): TimelineColors {
  const theme = getComputedStyle(document.documentElement);
  return {
    lines: EMOTION_STYLES.map(({ property }) => theme.getPropertyValue(property)),
    grid: theme.getPropertyValue('--line'),
    text: theme.getPropertyValue('--text'),
  };
}
