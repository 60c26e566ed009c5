import Papa from 'papaparse';

/** A record of a delimited text. */
export interface DelimitedRow {
  /** Of its first line, as an editor counts: the first line of the file is 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /**
   * `stray`: a quotation mark in its line is out of place or does not close. `given-up`: the same
   * after too many of such lines; whatever follows is not read.
   */
  readonly quotes: 'fine' | 'stray' | 'given-up';
}

export interface Delimited {
  /** Empty where the text is blank. */
  readonly heading: readonly string[];
  /** Without the heading and without blank lines. */
  readonly rows: readonly DelimitedRow[];
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** A first line that tells spreadsheets the delimiter; some save it with empty cells behind it. */
const SEP_LINE = /^"?sep=(\\t|[^\n"])"?[,;|\t ]*(?:\n|$)/i;

const BLANK_LINES = /^(?:[^\S\n]*\n)+/;

/**
 * The records of a csv, whatever it is delimited by: commas, semicolons, tabs or bars. It is the
 * delimiter that makes most known columns of the heading.
 *
 * @param known how many columns of a heading are known
 */
export function parseDelimited(
  text: string,
  known: (heading: readonly string[]) => number,
): Delimited {
  const lines = text.replace(/\r\n?/g, '\n');
  const declared = SEP_LINE.exec(lines.replace(BLANK_LINES, ''))?.[1];
  const body = lines.replace(BLANK_LINES, '').replace(SEP_LINE, '').replace(BLANK_LINES, '');
  const start = 1 + breaksIn(lines.slice(0, lines.length - body.length));
  const candidates = declared === undefined ? DELIMITERS : [escaped(declared), ...DELIMITERS];
  const delimiter = best(candidates, (candidate) => known(headingOf(body, candidate)));
  const [heading, ...rows] = recordsOf(body, delimiter, start);
  return { heading: heading?.cells ?? [], rows: rows.filter(({ cells }) => !isBlank(cells)) };
}

function escaped(delimiter: string): string {
  return delimiter === '\\t' ? '\t' : delimiter;
}

function headingOf(body: string, delimiter: string): readonly string[] {
  return Papa.parse<string[]>(body, { delimiter, newline: '\n', preview: 1 }).data[0] ?? [];
}

/** An unclosed quotation mark is looked for to the end of the text, and not for ever. */
const MOST_STRAYS = 20;

/** A line with a stray quotation mark is a record by itself, so that it takes no other with it. */
function recordsOf(body: string, delimiter: string, start: number): DelimitedRow[] {
  const records: DelimitedRow[] = [];
  let rest = body;
  let line = start;
  for (let strays = 1; rest !== ''; strays++) {
    const { data, errors } = Papa.parse<string[]>(rest, { delimiter, newline: '\n' });
    const stray = errors.find(({ type }) => type === 'Quotes')?.row ?? data.length;
    const from = line;
    for (const cells of data.slice(0, stray)) {
      records.push({ line, cells, quotes: 'fine' });
      // Quoted cells may hold line breaks.
      line += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
    }
    if (stray === data.length) break;
    const givenUp = strays === MOST_STRAYS;
    records.push({ line, cells: data[stray]!, quotes: givenUp ? 'given-up' : 'stray' });
    if (givenUp) break;
    line += 1;
    rest = withoutLines(rest, line - from);
  }
  return records;
}

function withoutLines(text: string, lines: number): string {
  let start = 0;
  for (let skipped = 0; skipped < lines; skipped++) {
    const end = text.indexOf('\n', start);
    if (end === -1) return '';
    start = end + 1;
  }
  return text.slice(start);
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** The first of the best. */
function best(candidates: readonly string[], score: (candidate: string) => number): string {
  const scores = candidates.map(score);
  return candidates[scores.indexOf(Math.max(...scores))] ?? ',';
}
