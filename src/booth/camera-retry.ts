import type { Live } from '../live/live.svelte.ts';

/** After a failure the camera is tried again, for nobody may be there to do so. */
const RETRY_MS = 3000;
/** A camera that is gone for longer may have been exchanged for another. */
const EXCHANGED_MS = 10_000;

/** Opens the camera anew where it, or what reads it, has failed. */
export class CameraRetry {
  #since: number | null = null;

  /** Called again and again. @param now milliseconds */
  check(live: Pick<Live, 'session' | 'retry'>, now: number): void {
    const patience = patienceWith(live.session);
    if (patience === null) {
      this.#since = null;
      return;
    }
    this.#since ??= now;
    if (now - this.#since < patience) return;
    this.#since = null;
    void live.retry();
  }
}

/** For how long a session is left as it is, in milliseconds; null for always. */
function patienceWith(session: Live['session']): number | null {
  if (session.state === 'waiting') return session.reason === 'unplugged' ? EXCHANGED_MS : null;
  // The browser tells when a denied camera is allowed.
  if (session.state !== 'failed' || session.failure.kind === 'camera-denied') return null;
  return RETRY_MS;
}
