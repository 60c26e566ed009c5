import type { KeptId } from '../../core/session/kept.ts';

export interface KeptWords {
  readonly name: string;
  /** What it is, and what it is good for. */
  readonly purpose: string;
}

const WORDS: Readonly<Record<KeptId, KeptWords>> = {
  settings: { name: 'Settings', purpose: 'What you changed here.' },
  readySetup: {
    name: 'The model used last',
    purpose: 'It is made ready while the start screen is looked at.',
  },
  backends: {
    name: 'What is faster here',
    purpose: 'Graphics chip or processor, measured once for each model.',
  },
  results: {
    name: 'Results of evaluated clips',
    purpose: 'The figures read from each clip, without its name or a picture.',
  },
  files: { name: 'Files of the model', purpose: 'Checked, so that they are not loaded again.' },
};

export function keptWords(id: KeptId): KeptWords {
  return WORDS[id];
}

/** Bytes as a visitor reads sizes: "812 bytes", "34 kB", "8.4 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${(bytes / 1000).toFixed(0)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** How much is kept of one thing; null where the browser keeps nothing of the kind. */
export function amountWords(amount: { readonly items: number; readonly bytes: number } | null) {
  if (amount === null) return 'Not kept by this browser';
  return amount.items === 0 ? 'Nothing' : sizeWords(amount.bytes);
}

export const SETTINGS_NOT_KEPT =
  'This browser keeps no settings for this page, or has no room left: they last until the tab is closed.';

export const RESULTS_NOT_KEPT =
  'This browser keeps no results for this page, or has no room left: they last until the tab is closed. Save what you need before.';
