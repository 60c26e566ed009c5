import { untrack } from 'svelte';
import type { Settings } from '../core/session/settings.ts';

export interface SettingsChanges {
  /** Another camera is wanted. */
  camera(): void;
  /** The analyser is to be built of other parts. */
  setup(): void;
}

/** Tells of changed settings that a running page must take up; the others are read when they are used. Returns what ends it. */
export function followSettings(
  settings: { readonly current: Settings },
  changed: SettingsChanges,
): () => void {
  return $effect.root(() => {
    const camera = $derived.by(() => {
      const { camera: id, facing } = settings.current;
      return JSON.stringify([id, facing]);
    });
    const setup = $derived.by(() => {
      const { head, backend, range } = settings.current;
      return JSON.stringify([head, backend, range]);
    });
    onChange(
      () => camera,
      () => {
        changed.camera();
      },
    );
    onChange(
      () => setup,
      () => {
        changed.setup();
      },
    );
  });
}

/** Runs an effect when a value changes, not when it is first read. */
function onChange(value: () => string, effect: () => void): void {
  let last = untrack(value);
  $effect(() => {
    const now = value();
    if (now === last) return;
    last = now;
    untrack(effect);
  });
}
