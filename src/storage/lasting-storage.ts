/** As much of a window as says how the page was opened. */
export interface OpenedPage {
  readonly location: { readonly hash: string };
  readonly navigator: { readonly storage?: Pick<StorageManager, 'persisted' | 'persist'> };
  matchMedia(query: string): { readonly matches: boolean };
}

/**
 * Asks the browser not to clear the page's storage when the device runs short of room, where the
 * page is installed or runs as a booth. Some browsers put the question to the visitor, and nobody
 * else should be troubled with it. Never rejects. @returns whether what is kept lasts
 */
export async function askToLast(page: OpenedPage): Promise<boolean> {
  const installed = page.matchMedia(
    '(display-mode: standalone), (display-mode: fullscreen)',
  ).matches;
  const { storage } = page.navigator;
  if (storage === undefined) return false;
  try {
    if (await storage.persisted()) return true;
    return (installed || page.location.hash === '#booth') && (await storage.persist());
  } catch {
    return false;
  }
}
