import { EMOTION_STYLES } from '../emotion-style.ts';
import type { TimelineColors } from '../timeline/messages.ts';

/** The colours of the theme as it is now; a canvas does not follow it by itself. */
export function themeColors(): TimelineColors {
  const probe = document.createElement('span');
  probe.className = 'own-colors';
  document.body.append(probe);
  // As an element shows it: a worker knows no system colours.
  const shown = (property: string): string => {
    probe.style.color = `var(${property})`;
    return getComputedStyle(probe).color;
  };
  const colors = {
    lines: EMOTION_STYLES.map(({ property }) => shown(property)),
    dashed: matchMedia('(forced-colors: active)').matches,
    grid: shown('--line'),
    text: shown('--text'),
  };
  probe.remove();
  return colors;
}
