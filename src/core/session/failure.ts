import type { FileProblem } from '../media/file-problem.ts';

/** Why nothing can be shown, in terms a sentence can be made of (see ui/messages). */
export type Failure =
  | { readonly kind: 'camera-unsupported'; readonly secure: boolean }
  | { readonly kind: 'camera-denied' }
  | { readonly kind: 'camera-missing' }
  | { readonly kind: 'camera-busy' }
  | {
      readonly kind: 'file-undecodable';
      readonly name: string;
      readonly problem: FileProblem;
    }
  | { readonly kind: 'asset-missing'; readonly name: string; readonly status: number | null }
  | { readonly kind: 'asset-html'; readonly name: string }
  | {
      readonly kind: 'asset-truncated';
      readonly name: string;
      readonly expected: number;
      readonly received: number;
    }
  | { readonly kind: 'asset-corrupt'; readonly name: string }
  | { readonly kind: 'asset-stalled'; readonly name: string; readonly seconds: number }
  | {
      readonly kind: 'pack-invalid';
      readonly pack: string;
      readonly field: string;
      readonly reason: string;
    }
  | { readonly kind: 'model-wrong'; readonly pack: string; readonly difference: number }
  | { readonly kind: 'model-not-finite'; readonly pack: string }
  /** Refused before anything large is fetched; both in bytes. */
  | {
      readonly kind: 'model-too-large';
      readonly pack: string;
      readonly needed: number;
      readonly most: number;
    }
  | { readonly kind: 'analyser-crashed'; readonly reason: string }
  | { readonly kind: 'analyser-silent'; readonly seconds: number }
  | { readonly kind: 'unexpected'; readonly reason: string };

/** Carries a Failure through code that throws. */
export class FailureError extends Error {
  override readonly name = 'FailureError';
  readonly failure: Failure;

  constructor(failure: Failure, options?: { readonly cause?: unknown }) {
    super(failure.kind, options);
    this.failure = failure;
  }
}

/** The failure an error stands for: its own where it is a FailureError, else `unexpected`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  return { kind: 'unexpected', reason: error instanceof Error ? error.message : String(error) };
}
