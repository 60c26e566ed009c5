/**
 * Why something that was dropped is not used, in terms a sentence can be made of. Each names the
 * place (file, field, tensor, node) and, where there is one, the number that is wrong.
 */
export type ImportProblem =
  /** Neither a pack, nor ONNX, nor a checkpoint. */
  | { readonly kind: 'nothing-found' }
  /** The page is on an insecure origin, where browsers offer no hashing. */
  | { readonly kind: 'no-hashing' }
  | { readonly kind: 'too-many-files'; readonly count: number; readonly most: number }
  | {
      readonly kind: 'too-large';
      readonly file: string;
      readonly bytes: number;
      readonly most: number;
    }
  | { readonly kind: 'bad-path'; readonly path: string }
  | { readonly kind: 'archive-broken'; readonly file: string; readonly reason: string }
  | { readonly kind: 'manifest-invalid'; readonly field: string; readonly reason: string }
  | { readonly kind: 'file-missing'; readonly file: string }
  | {
      readonly kind: 'wrong-length';
      readonly file: string;
      readonly expected: number;
      readonly found: number;
    }
  | {
      readonly kind: 'wrong-sha256';
      readonly file: string;
      readonly expected: string;
      readonly found: string;
    }
  | { readonly kind: 'onnx-broken'; readonly file: string; readonly reason: string }
  | { readonly kind: 'opset-unknown'; readonly file: string; readonly opset: number }
  | {
      readonly kind: 'operator-unknown';
      readonly file: string;
      readonly node: string;
      readonly operator: string;
    }
  | {
      readonly kind: 'external-data';
      readonly file: string;
      readonly tensor: string;
      readonly location: string;
    }
  | {
      readonly kind: 'tensor-wrong';
      readonly file: string;
      readonly tensor: string;
      readonly reason: string;
    }
  | { readonly kind: 'checkpoint-broken'; readonly file: string; readonly reason: string }
  /** A pickle that would run code. */
  | { readonly kind: 'checkpoint-calls'; readonly file: string; readonly called: string };

/** Carries a problem through code that throws. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly problem: ImportProblem;

  constructor(problem: ImportProblem, options?: { readonly cause?: unknown }) {
    super(problem.kind, options);
    this.problem = problem;
  }
}
