import type { LiveRun } from './live-run.svelte.ts';

/** Whether a face holds still now and may be relaxed; false where its own neutral is not used. */
export function isAtRest({ parts, readings }: LiveRun, face: number): boolean {
  const pack = parts.analyser.loaded?.pack;
  return pack !== undefined && readings.isAtRest(face, parts.settings.current, pack);
}

/**
 * Somebody says that a face is relaxed now: the primary one where none is named. False where there
 * is no such face, its own neutral is not used, or it cannot be relaxed.
 */
export function confirmRest({ parts, readings }: LiveRun, face?: number): boolean {
  const pack = parts.analyser.loaded?.pack;
  return pack !== undefined && readings.confirmRest(parts.settings.current, pack, face);
}
