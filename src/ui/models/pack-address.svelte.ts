import type { Live } from '../../live/live.svelte.ts';
import type { StoredPacks } from '../../storage/stored-packs.svelte.ts';

const PARAMETER = 'pack';

/** The id of the pack that an address asks for; null for the page's own. */
export function packIdIn(search: string): string | null {
  return new URLSearchParams(search).get(PARAMETER);
}

/** Keeps the page's address telling which pack reads, so that it can be opened again. Returns what ends it. */
export function followPack(live: Live, stored: StoredPacks): () => void {
  return $effect.root(() => {
    const id = $derived.by(() => {
      const ref = live.packRef;
      if (ref === live.ownPack || ref.kind === 'dropped') return null;
      if (ref.kind === 'shipped') return ref.id;
      return stored.list.find(({ sha256 }) => sha256 === ref.sha256)?.pack.id ?? null;
    });
    $effect(() => {
      const url = new URL(location.href);
      if (id === null) url.searchParams.delete(PARAMETER);
      else url.searchParams.set(PARAMETER, id);
      if (url.href !== location.href) history.replaceState(history.state, '', url);
    });
  });
}
