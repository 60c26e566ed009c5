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
export function confirmRest(
  { parts: { analyser, beside, settings }, readings }: LiveRun,
  face = readings.primaryId,
): boolean {
  const pack = analyser.loaded?.pack;
  if (pack === undefined || face === null) return false;
  beside.comparison.confirmRest(face, settings.current);
  return readings.confirmRest(face, settings.current, pack);
}
