import type { StoredSettings } from '../storage/settings.svelte.ts';

const TYPED_INTO = 'select, textarea, input:not([type=checkbox], [type=range])';

/** The key h shows and hides the measurements; in a list it goes to an entry. */
export function toggleHud(event: KeyboardEvent, settings: StoredSettings): void {
  const typing = event.target instanceof Element && event.target.matches(TYPED_INTO);
  if (event.key !== 'h' || event.ctrlKey || event.metaKey || event.altKey || typing) return;
  settings.change({ hud: !settings.current.hud });
}
