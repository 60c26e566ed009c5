import type { ClipProblem } from './clip-problem.ts';
import type { ClipResult } from './clip-result.ts';

/** How a clip came out. */
export type ClipOutcome =
  /** `restored`: not analysed now, but kept on this device from an earlier run. */
  | { readonly state: 'finished'; readonly result: ClipResult; readonly restored: boolean }
  | { readonly state: 'failed'; readonly problem: ClipProblem };

export type ClipState = { readonly state: 'waiting' } | { readonly state: 'running' } | ClipOutcome;
