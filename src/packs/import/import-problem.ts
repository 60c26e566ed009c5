import type { Failure } from '../../core/session/failure.ts';

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
  /** Its networks need more memory than they can have here. */
  | Extract<Failure, { readonly kind: 'model-too-large' }>
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
  /** Not known to onnxruntime at all, in the network's version of ONNX. */
  | { readonly kind: 'operator-missing'; readonly operator: string }
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
  /** The graph has another shape than the manifest's field says. */
  | {
      readonly kind: 'shape-wrong';
      readonly file: string;
      readonly tensor: string;
      /** As in batch×3×224×224. */
      readonly shape: string;
      readonly field: string;
      readonly expected: string;
    }
  | { readonly kind: 'checkpoint-broken'; readonly file: string; readonly reason: string }
  /** A pickle that would run code. */
  | { readonly kind: 'checkpoint-calls'; readonly file: string; readonly called: string }
  /** An answer of the visitor that does not fit the networks. */
  | { readonly kind: 'answer-wrong'; readonly field: string; readonly reason: string }
  /** A head takes so many numbers, and the pack's encoder gives another number of them. */
  | {
      readonly kind: 'head-width';
      readonly file: string;
      readonly width: number;
      readonly pack: string;
      readonly given: number;
    }
  /** The pack's encoder classifies: there is no feature to put a head on. */
  | { readonly kind: 'encoder-fused'; readonly pack: string }
  /** The network that was made of a checkpoint computes something else than its layers. */
  | { readonly kind: 'head-wrong'; readonly file: string; readonly difference: number }
  /** Not one network that takes pictures, and at most one that takes its features. */
  | {
      readonly kind: 'networks-unclear';
      readonly inputs: readonly { readonly file: string; readonly shapes: string }[];
    }
  /** onnxruntime does not take it; `reason` in its own words, which name the node. */
  | { readonly kind: 'does-not-run'; readonly reason: string }
  /** It computes other numbers than its golden ones; the largest difference, infinite for no number. */
  | { readonly kind: 'golden-wrong'; readonly difference: number }
  | { readonly kind: 'not-finite' }
  /** A network gives another number of values than it says. */
  | {
      readonly kind: 'output-length';
      readonly file: string;
      readonly expected: number;
      readonly found: number;
    }
  /** Something else went wrong before it could be tried. */
  | { readonly kind: 'not-tried'; readonly failure: Failure };

/** Carries a problem through code that throws. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly problem: ImportProblem;

  constructor(problem: ImportProblem, options?: { readonly cause?: unknown }) {
    super(problem.kind, options);
    this.problem = problem;
  }
}
