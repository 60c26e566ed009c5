import type { Settings } from '../core/session/settings.ts';

/** Whatever the page is set to, visitors of a booth act, and are read as the pack says. */
const OWN = {
  expect: 'acted',
  ownNeutral: true,
  everyone: false,
  showCrop: false,
  hud: false,
  steady: true,
  smoothing: null,
  alpha: null,
  beta: null,
} as const satisfies Partial<Settings>;

/** The page's settings, as they are at any time, with what a booth has of its own. */
export function boothSettings(settings: { readonly current: Settings }): {
  readonly current: Settings;
} {
  return {
    get current() {
      return { ...settings.current, ...OWN };
    },
  };
}
