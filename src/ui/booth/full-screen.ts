/** Fills the screen, where the browser lets a page do so: only after a touch or a key. */
export async function enterFullScreen(): Promise<void> {
  try {
    await document.documentElement.requestFullscreen({ navigationUI: 'hide' });
  } catch {
    // Nobody has touched anything yet, or the browser does not do it: the window stays.
  }
}

export async function leaveFullScreen(): Promise<void> {
  if (document.fullscreenElement !== null) await document.exitFullscreen();
}
