import { onCameraGranted } from '../sources/cameras.ts';
import type { LiveRun } from './live-run.svelte.ts';

/** Where a run failed because the camera was denied, tries again as soon as it is allowed. */
export function retryOnceGranted({ session, signal }: LiveRun, retry: () => void): void {
  if (session.state === 'failed' && session.failure.kind === 'camera-denied') {
    void onCameraGranted(retry, signal);
  }
}
