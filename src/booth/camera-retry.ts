import type { Live } from '../live/live.svelte.ts';

/** After a failure the camera is tried again, for nobody may be there to do so. */
const RETRY_MS = 3000;

/** Opens the camera anew where it, or what reads it, has failed. */
export class CameraRetry {
  #failedAt: number | null = null;

  /** Called again and again. @param now milliseconds */
  check(live: Pick<Live, 'session' | 'retry'>, now: number): void {
    const { session } = live;
    if (session.state !== 'failed') {
      this.#failedAt = null;
      return;
    }
    this.#failedAt ??= now;
    // The browser tells when a denied camera is allowed.
    const denied = session.failure.kind === 'camera-denied';
    if (denied || now - this.#failedAt < RETRY_MS) return;
    this.#failedAt = null;
    void live.retry();
  }
}
