import { closest } from 'fastest-levenshtein';
import type {
  InputProblem,
  SharedRowProblem,
  UnmatchedName,
  UnmatchedProblem,
} from './input-problem.ts';
import { matchKey } from './match-key.ts';
import type { MetadataRow } from './metadata.ts';

/** A table as it was read. */
export interface ReadTable {
  readonly file: string;
  /** Those that count: one a clip. */
  readonly rows: readonly MetadataRow[];
}

interface Sides {
  readonly inputs: 'clips' | 'predictions';
  /** Names of the clips or predictions. */
  readonly entries: readonly string[];
  /** Tables with rows. */
  readonly tables: readonly ReadTable[];
  /** Keys of rows that were left out with a reason of their own. */
  readonly told: ReadonlySet<string>;
}

/** For how many names the nearest is looked for: each is compared with all of the other side. */
const MOST_COMPARED = 20;

/** What is longer is no name of a file. */
const LONGEST_NAME = 255;

/** Everything that matched nothing, table by table and then of the clips or predictions. */
export function unmatched({ inputs, entries, tables, told }: Sides): UnmatchedProblem[] {
  if (tables.length === 0 || entries.length === 0) return [];
  const entryKeys = new Set(entries.map(matchKey));
  const rowKeys = keysOf(tables);
  const freeEntries = entries.filter((name) => !rowKeys.has(matchKey(name)));
  const freeRows = tables.map(({ rows }) =>
    rows.filter(({ filename }) => !entryKeys.has(matchKey(filename))),
  );
  const ofTables = tables.map(({ file, rows }, index): UnmatchedProblem => ({
    kind: 'rows-unmatched',
    file,
    rows: rows.length,
    unmatched: withNearest(
      freeRows[index]!.map(({ filename, line }) => ({ name: filename, line })),
      freeEntries,
    ),
    inputs,
    entries: entries.length,
  }));
  const ofEntries: UnmatchedProblem = {
    kind: 'entries-unmatched',
    file: tables.map(({ file }) => file).join(', '),
    unmatched: withNearest(
      freeEntries.filter((name) => !told.has(matchKey(name))).map((name) => ({ name, line: null })),
      freeRows.flat().map(({ filename }) => filename),
    ),
    inputs,
    entries: entries.length,
  };
  return [...ofTables, ofEntries].filter(({ unmatched: names }) => names.length > 0);
}

export function isUnmatched(problem: InputProblem): problem is UnmatchedProblem {
  return problem.kind === 'rows-unmatched' || problem.kind === 'entries-unmatched';
}

/** Clips that share their row with an earlier clip. */
export function sharedRows(
  entries: readonly string[],
  tables: readonly ReadTable[],
): SharedRowProblem[] {
  const rowKeys = keysOf(tables);
  const earlier = new Map<string, string>();
  return entries.flatMap((name): SharedRowProblem[] => {
    const key = matchKey(name);
    const other = earlier.get(key);
    if (other === undefined) earlier.set(key, name);
    return other === undefined || !rowKeys.has(key)
      ? []
      : [{ kind: 'row-shared', file: name, earlier: other }];
  });
}

function keysOf(tables: readonly ReadTable[]): ReadonlySet<string> {
  return new Set(tables.flatMap(({ rows }) => rows.map(({ filename }) => matchKey(filename))));
}

function withNearest(
  names: readonly Omit<UnmatchedName, 'nearest'>[],
  others: readonly string[],
): UnmatchedName[] {
  const byKey = new Map(
    others.filter(({ length }) => length <= LONGEST_NAME).map((name) => [matchKey(name), name]),
  );
  const keys = [...byKey.keys()];
  return names.map(({ name, line }, index) => {
    const compared = index < MOST_COMPARED && keys.length > 0 && name.length <= LONGEST_NAME;
    const nearest = compared ? (byKey.get(closest(matchKey(name), keys)) ?? null) : null;
    return { name, line, nearest };
  });
}
