/**
 * Keeps the screen on while the page is visible; where a browser cannot, the system's own settings
 * decide. Returns what gives it back.
 */
export function keepScreenOn(): () => void {
  const wakeLock = (navigator as Partial<Navigator>).wakeLock;
  const closing = new AbortController();
  let held: WakeLockSentinel | null = null;

  async function hold(): Promise<void> {
    if (wakeLock === undefined || document.hidden || (held !== null && !held.released)) return;
    try {
      const sentinel = await wakeLock.request('screen');
      // Another request may have been answered meanwhile.
      const spare = closing.signal.aborted ? sentinel : held;
      if (!closing.signal.aborted) held = sentinel;
      await spare?.release();
    } catch {
      // The battery is low, or the policy forbids it: asked again when the page is next shown.
    }
  }

  // Browsers give it back by themselves while the page is hidden.
  document.addEventListener('visibilitychange', () => void hold(), { signal: closing.signal });
  void hold();
  return () => {
    closing.abort();
    void held?.release();
  };
}
