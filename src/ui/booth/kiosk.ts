import type { Attachment } from 'svelte/attachments';

/** After so long without a movement nobody needs to see the cursor, in milliseconds. */
const IDLE_MS = 3000;

const ZOOM_KEYS = new Set(['+', '-', '=', '0']);

/** A screen for the public: no context menu, no zoom by accident, no cursor that lies about. */
export const kiosk: Attachment<HTMLElement> = (element) => {
  const closing = new AbortController();
  const { signal } = closing;
  const prevent = (event: Event) => {
    event.preventDefault();
  };
  element.addEventListener('contextmenu', prevent, { signal });
  element.addEventListener('dragstart', prevent, { signal });
  // Safari's pinch; others zoom by the wheel, with a key that nobody presses on purpose here.
  addEventListener('gesturestart', prevent, { signal });
  addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey) event.preventDefault();
    },
    { signal, passive: false },
  );
  addEventListener(
    'keydown',
    (event) => {
      if ((event.ctrlKey || event.metaKey) && ZOOM_KEYS.has(event.key)) event.preventDefault();
    },
    { signal },
  );
  const stopHiding = hideIdleCursor(element, signal);
  return () => {
    closing.abort();
    stopHiding();
  };
};

function hideIdleCursor(element: HTMLElement, signal: AbortSignal): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const show = () => {
    clearTimeout(timer);
    element.classList.remove('idle');
    timer = setTimeout(() => {
      element.classList.add('idle');
    }, IDLE_MS);
  };
  addEventListener('pointermove', show, { signal });
  addEventListener('keydown', show, { signal });
  show();
  return () => {
    clearTimeout(timer);
  };
}
