import { MediaQuery } from 'svelte/reactivity';

const light = new MediaQuery('prefers-color-scheme: light');
const forced = new MediaQuery('forced-colors: active');

/** Reactive: another value whenever the colours of styles/tokens.css are others. */
export function themeKey(): string {
  return `${light.current ? 'light' : 'dark'} ${forced.current ? 'forced' : 'own'}`;
}
