import type { Failure } from '../core/session/failure.ts';
import type { Progress } from '../core/session/session.ts';

/**
 * Where the evaluation stands. `idle` before a run and after a cancelled one; `loading` while the
 * analyser is built; a failed or cancelled run goes on where it was with the next start.
 */
export type EvaluationState =
  | { readonly state: 'idle' }
  | { readonly state: 'loading'; readonly progress: Progress }
  | { readonly state: 'running' }
  | { readonly state: 'paused' }
  | { readonly state: 'finished' }
  | { readonly state: 'failed'; readonly failure: Failure };
