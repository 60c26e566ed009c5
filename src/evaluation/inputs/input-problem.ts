/** A file, or a part of one, that does not fit, in terms a sentence can be made of. */
export type InputProblem =
  /** Neither a clip (mp4, mov, webm), nor a csv, nor a json. */
  | { readonly kind: 'other-file'; readonly file: string }
  /** A second clip of a name that is there already: predictions are kept by name. */
  | { readonly kind: 'same-name'; readonly file: string }
  | { readonly kind: 'file-unreadable'; readonly file: string }
  /** A csv without columns it needs. */
  | { readonly kind: 'columns-missing'; readonly file: string; readonly columns: readonly string[] }
  /** A csv row whose quotes or number of cells do not fit. */
  | {
      readonly kind: 'row-malformed';
      readonly file: string;
      readonly line: number;
      readonly reason: string;
    }
  /** A csv row with a value that cannot be. */
  | {
      readonly kind: 'row-invalid';
      readonly file: string;
      /** As an editor counts them, the heading being 1. */
      readonly line: number;
      /** The row's filename, maybe empty. */
      readonly clip: string;
      readonly column: string;
      readonly value: string;
    }
  /** A csv row for a clip that an earlier row was about. */
  | {
      readonly kind: 'row-repeated';
      readonly file: string;
      readonly line: number;
      readonly clip: string;
    }
  /** A json that is not of the template's form; `field` is where, as a dotted path. */
  | {
      readonly kind: 'predictions-invalid';
      readonly file: string;
      readonly field: string;
      readonly reason: string;
    }
  /** A predictions file beside clips, or beside another one: it is left aside. */
  | { readonly kind: 'predictions-unused'; readonly file: string };
