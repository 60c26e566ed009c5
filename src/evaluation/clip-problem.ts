import type { Failure } from '../core/session/failure.ts';

/** Why a clip has no result, in terms a sentence can be made of. The run goes on without it. */
export type ClipProblem =
  /** The file cannot be read any more: moved, deleted or changed since it was chosen. */
  | { readonly kind: 'unreadable' }
  /** Neither mp4, mov nor webm, whatever its name says. */
  | { readonly kind: 'format-unknown' }
  | { readonly kind: 'no-video' }
  /** `codec` as the container names it; null where not even that is known. */
  | { readonly kind: 'codec-unsupported'; readonly codec: string | null }
  /** Damaged or cut short; `seconds` is how far it could be decoded. */
  | { readonly kind: 'undecodable'; readonly seconds: number; readonly reason: string }
  /** Decoded to its end, and no face was read in any of its `frames` analysed frames. */
  | { readonly kind: 'no-face'; readonly frames: number }
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
