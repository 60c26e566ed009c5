/** A file, or a part of one, that does not fit, in terms a sentence can be made of. */
export type InputProblem =
  /** Neither a clip (mp4, mov, webm), nor a csv, nor a json. */
  | { readonly kind: 'other-file'; readonly file: string }
  /** A second clip of a name that is there already: predictions are kept by name. */
  | { readonly kind: 'same-name'; readonly file: string }
  /** It cannot be read any more: moved, deleted or changed since it was chosen. */
  | { readonly kind: 'file-unreadable'; readonly file: string }
  /** A csv without columns it needs. */
  | {
      readonly kind: 'columns-missing';
      readonly file: string;
      readonly columns: readonly string[];
    }
  /** A csv that no clip or prediction is there for, yet. */
  | { readonly kind: 'table-alone'; readonly file: string }
  | RowProblem
  /** A json that is not of the template's form; `field` is where, as a dotted path. */
  | {
      readonly kind: 'predictions-invalid';
      readonly file: string;
      readonly field: string;
      readonly reason: string;
    }
  /** A predictions file beside clips, or beside another one: it is left aside. */
  | { readonly kind: 'predictions-unused'; readonly file: string };

/** A csv row that does not fit; its clip is taken as if the row were not there. */
export type RowProblem = {
  readonly file: string;
  /** As an editor counts lines, the heading being 1. */
  readonly line: number;
} & (
  | { readonly kind: 'row-malformed'; readonly cells: number; readonly expected: number }
  | {
      readonly kind: 'row-invalid';
      /** The row's filename, maybe empty. */
      readonly clip: string;
      readonly column: string;
      readonly value: string;
    }
  /** An earlier row was about the same clip, and counts. */
  | { readonly kind: 'row-repeated'; readonly clip: string }
);
