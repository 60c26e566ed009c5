import type { Emotion } from '../../core/blemore/emotions.ts';
import type { FileFormat } from '../../core/media/file-format.ts';

/** A file, or a part of one, that does not fit, in terms a sentence can be made of. */
export type InputProblem =
  | FileProblem
  | TableProblem
  | RowProblem
  | PredictionsProblem
  | PredictionProblem
  | UnmatchedProblem
  | SharedRowProblem;

/** A whole file, whatever it was taken for. */
export type FileProblem =
  /** Neither a clip, nor a table, nor predictions; `format` is null where it cannot be read. */
  | { readonly kind: 'other-file'; readonly file: string; readonly format: FileFormat | null }
  /** A workbook, by its name or its bytes: a table has to be saved as csv. */
  | { readonly kind: 'spreadsheet'; readonly file: string }
  /** A second clip of a name that is there already: predictions are kept by name. */
  | { readonly kind: 'same-name'; readonly file: string }
  /** It cannot be read any more: moved, deleted or changed since it was chosen. */
  | { readonly kind: 'file-unreadable'; readonly file: string }
  /** Nothing is in it, or nothing but blanks. */
  | { readonly kind: 'file-empty'; readonly file: string }
  /** Its name is that of a text and its bytes are not. */
  | { readonly kind: 'file-binary'; readonly file: string }
  /** Larger than any table or predictions file; `limit` is in bytes. */
  | { readonly kind: 'file-large'; readonly file: string; readonly limit: number };

export type TableProblem =
  | {
      readonly kind: 'columns-missing' | 'columns-repeated';
      readonly file: string;
      readonly columns: readonly string[];
    }
  /** A heading without rows. */
  | { readonly kind: 'table-empty'; readonly file: string }
  /** A csv that no clip or prediction is there for, yet. */
  | { readonly kind: 'table-alone'; readonly file: string };

/** A csv row that does not fit; its clip is taken as if the row were not there. */
export type RowProblem = {
  readonly file: string;
  /** As an editor counts lines, the heading being 1. */
  readonly line: number;
  /** The row's filename, maybe empty. */
  readonly clip: string;
} & (
  | { readonly kind: 'row-malformed'; readonly cells: number; readonly expected: number }
  /** A quotation mark is out of place or does not close; `given-up`: nothing after it is read. */
  | { readonly kind: 'row-quotes'; readonly quotes: 'stray' | 'given-up' }
  | { readonly kind: 'row-invalid'; readonly column: string; readonly value: string }
  /** An earlier row means the same clip, and counts. */
  | {
      readonly kind: 'row-repeated';
      readonly earlier: { readonly file: string; readonly line: number; readonly clip: string };
    }
);

/** A json or zip that gives no predictions at all. */
export type PredictionsProblem =
  /** Where it stops being JSON, both counted from 1; `found` is what stands there. */
  | {
      readonly kind: 'json-invalid';
      readonly file: string;
      readonly line: number;
      readonly column: number;
      readonly found: string;
    }
  /** Nested so deep that no browser reads it. */
  | { readonly kind: 'json-deep'; readonly file: string }
  /** JSON in which nothing looks like predictions. */
  | { readonly kind: 'predictions-missing'; readonly file: string }
  /** Of the template's form, with no clip in it. */
  | { readonly kind: 'predictions-empty'; readonly file: string }
  /** Beside clips, or beside another predictions file: it is left aside. */
  | { readonly kind: 'predictions-unused'; readonly file: string }
  | { readonly kind: 'archive-damaged'; readonly file: string }
  /** A zip without a json. */
  | { readonly kind: 'archive-without-predictions'; readonly file: string }
  /** A zip with several predictions files, none of which is taken. */
  | {
      readonly kind: 'archive-ambiguous';
      readonly file: string;
      readonly inside: readonly string[];
    };

/** One clip's entry in a predictions file that does not fit; the others are scored. */
export interface PredictionProblem {
  readonly kind: 'prediction-invalid';
  readonly file: string;
  readonly line: number;
  readonly clip: string;
  readonly fault: PredictionFault;
}

/** `item` is which of the clip's emotions it is about, from 1. */
export type PredictionFault =
  /** No list of emotions with saliences. */
  | { readonly kind: 'form' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'emotion-unknown'; readonly item: number; readonly value: string }
  /** No number from 0 to 100; the value is empty where there is none. */
  | { readonly kind: 'salience-invalid'; readonly item: number; readonly value: string }
  | { readonly kind: 'emotion-repeated'; readonly item: number; readonly emotion: Emotion }
  /** Its saliences are shares of 1 where the file's others are percents, or the other way round. */
  | { readonly kind: 'scale'; readonly others: SalienceScale }
  /** An earlier entry means the same clip, and counts. */
  | { readonly kind: 'clip-repeated'; readonly earlier: string };

/** What a file's saliences are shares of: 1 or 100. */
export type SalienceScale = 'fractions' | 'percents';

/** Names that are on one side only. */
export type UnmatchedProblem =
  /** Rows of a table that name none of the clips or predictions. */
  | {
      readonly kind: 'rows-unmatched';
      readonly file: string;
      readonly rows: number;
      readonly unmatched: readonly UnmatchedName[];
      readonly inputs: 'clips' | 'predictions';
      readonly entries: number;
    }
  /** Clips or predictions that no row names; `file` holds the tables' names. */
  | {
      readonly kind: 'entries-unmatched';
      readonly file: string;
      readonly unmatched: readonly UnmatchedName[];
      readonly inputs: 'clips' | 'predictions';
      readonly entries: number;
    };

/** A clip whose row an earlier clip has as well, such as a.mov beside a.mp4: both are labelled. */
export interface SharedRowProblem {
  readonly kind: 'row-shared';
  readonly file: string;
  readonly earlier: string;
}

export interface UnmatchedName {
  readonly name: string;
  /** Of a row; null for a clip. */
  readonly line: number | null;
  /** The most similar of the other side's unmatched names; null where none was looked for. */
  readonly nearest: string | null;
}
