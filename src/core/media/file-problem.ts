import type { FileFormat } from './file-format.ts';

/** Why a file's pictures cannot be had, in terms a sentence can be made of. */
export type FileProblem =
  /** It cannot be read any more: moved, deleted or changed since it was chosen. */
  | { readonly kind: 'unreadable' }
  /** No bytes at all. */
  | { readonly kind: 'empty' }
  /** It is something else, whatever its name says. */
  | { readonly kind: 'format-unsupported'; readonly format: FileFormat }
  /** The list of its frames is missing: whatever recorded or copied it did not get to its end. */
  | { readonly kind: 'no-index' }
  | { readonly kind: 'no-video' }
  /** There is a picture track, and not one frame in it. */
  | { readonly kind: 'no-frames' }
  | { readonly kind: 'encrypted' }
  /** `codec` in the field's words; null where not even that is known. */
  | { readonly kind: 'codec-unsupported'; readonly codec: string | null }
  /** A report of another version of the page, or none that can be read; `reason` in English. */
  | { readonly kind: 'report-newer' }
  | { readonly kind: 'report-invalid'; readonly reason: string }
  /** It moves, and this browser shows only its first picture. */
  | { readonly kind: 'animation-unsupported' }
  /** Its bytes end before its frames do; `seconds` is how far it could be decoded. */
  | { readonly kind: 'cut-short'; readonly seconds: number }
  /** Its bytes are not what they should be; `seconds` is how far it could be decoded. */
  | { readonly kind: 'damaged'; readonly seconds: number; readonly reason: string }
  /** This page's fault: memory ran out, or the decoder or a worker failed. The file may be sound. */
  | { readonly kind: 'decoder-failed'; readonly seconds: number; readonly reason: string };

/** Carries a FileProblem through code that throws. */
export class FileProblemError extends Error {
  override readonly name = 'FileProblemError';
  readonly problem: FileProblem;

  constructor(problem: FileProblem, options?: { readonly cause?: unknown }) {
    super(problem.kind, options);
    this.problem = problem;
  }
}
