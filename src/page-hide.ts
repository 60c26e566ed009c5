/** What holds a camera, workers or listeners while the page is open. */
export interface Closable {
  close(): void;
}

export interface LeftPage {
  /** Gives back what nobody uses while the page is away; it may be shown again. */
  rest(): void;
  /** All that is to be closed for good, as it is when the page is left. */
  held(): readonly Closable[];
}

/**
 * Gives back what the page holds when the browser leaves it. A page in the back/forward cache may be
 * shown again, and none is cached that holds a camera.
 *
 * @param target the window
 */
export function onPageHide(target: EventTarget, page: LeftPage): void {
  target.addEventListener('pagehide', (event) => {
    if ((event as PageTransitionEvent).persisted) page.rest();
    else for (const part of page.held()) part.close();
  });
}
