import type { FileProblem } from '../core/media/file-problem.ts';
import { incompleteProblem } from './clip/incomplete.ts';

/** With less than this between two errors it would do nothing but begin again. */
const LEAST_PLAYED_S = 0.1;

/**
 * Looks after a video that plays in a loop. Players pass over what they cannot decode, begin again
 * early, or stop for good: here it is told, once, and what can be decoded is played again and again.
 * Returns what ends it.
 */
export function watchFilm(
  view: HTMLVideoElement,
  file: Blob,
  tell: (problem: FileProblem) => void,
): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let reached = 0;
  let asked = false;

  async function ask(otherwise: FileProblem | null): Promise<void> {
    if (asked) return;
    asked = true;
    const problem = (await incompleteProblem(file, reached)) ?? otherwise;
    if (problem !== null && !signal.aborted) tell(problem);
  }

  const listen = (type: 'timeupdate' | 'seeking' | 'error', listener: () => void) => {
    view.addEventListener(type, listener, { signal });
  };
  listen('timeupdate', () => {
    reached = Math.max(reached, view.currentTime);
  });
  // Nobody else seeks: it begins again.
  listen('seeking', () => void ask(null));
  listen('error', () => {
    reached = Math.max(reached, view.currentTime);
    const played = view.currentTime;
    const reason = view.error?.message ?? 'the browser cannot decode it';
    void ask({ kind: 'damaged', seconds: reached, reason });
    if (played < LEAST_PLAYED_S) return;
    view.load();
    // It is removed, or fails once more, which is heard of.
    view.play().catch(() => undefined);
  });
  return () => {
    ending.abort();
  };
}
