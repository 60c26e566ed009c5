import type { ClipProblem } from './clip-problem.ts';
import type { ClipResult } from './clip-result.ts';

/** How a clip came out. */
export type ClipOutcome =
  /** `restored`: not analysed now, but kept on this device from an earlier run. */
  | { readonly state: 'finished'; readonly result: ClipResult; readonly restored: boolean }
  | { readonly state: 'failed'; readonly problem: ClipProblem };

export type ClipState = { readonly state: 'waiting' } | { readonly state: 'running' } | ClipOutcome;

/** Problems that the next start may not have: it tries these clips again. */
const PASSING: ReadonlySet<ClipProblem['kind']> = new Set([
  'analysis-failed',
  'model-unavailable',
  'unreadable',
  'decoder-failed',
]);

/** Whether the next start has nothing to do for this clip. */
export function isDone(clip: ClipState | undefined): boolean {
  if (clip?.state === 'failed') {
    return !PASSING.has(clip.problem.kind);
  }
  return clip?.state === 'finished';
}
