import { FileProblemError, type FileProblem } from '../core/media/file-problem.ts';
import type { Failure } from '../core/session/failure.ts';

/** Why a clip has no result, in terms a sentence can be made of. The run goes on without it. */
export type ClipProblem =
  | FileProblem
  /** Decoded to its end, and none of its `frames` analysed frames shows a face that was read. */
  | { readonly kind: 'no-face'; readonly frames: number }
  /** Fewer `frames` with a face than the model reads at once, and it leaves out what is short. */
  | { readonly kind: 'too-short'; readonly frames: number }
  /** The model was lost in each of `reads` attempts to read it. */
  | { readonly kind: 'model-unavailable'; readonly reads: number }
  /** The analyser broke down on it, again after it was rebuilt. */
  | { readonly kind: 'analysis-failed'; readonly failure: Failure };

/** Carries a ClipProblem through code that throws. */
export class ClipProblemError extends Error {
  override readonly name = 'ClipProblemError';
  readonly problem: ClipProblem;

  constructor(problem: ClipProblem, options?: { readonly cause?: unknown }) {
    super(problem.kind, options);
    this.problem = problem;
  }
}

/** The problem an error carries; null where it carries none. */
export function problemIn(error: unknown): ClipProblem | null {
  const known = error instanceof ClipProblemError || error instanceof FileProblemError;
  return known ? error.problem : null;
}
