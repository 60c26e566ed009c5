import type { InputProblem } from './input-problem.ts';
import { matchKey } from './match-key.ts';
import { parseMetadata, type MetadataRow } from './metadata.ts';
import { readText } from './read-text.ts';
import type { ReadTable } from './unmatched.ts';

export interface ReadTables {
  /** Those with rows. */
  readonly tables: readonly ReadTable[];
  /** The row that counts, by the matchKey of its clip. */
  readonly byKey: ReadonlyMap<string, MetadataRow>;
  /** Keys of clips whose rows are all among the problems. */
  readonly told: ReadonlySet<string>;
}

/** All metadata files together: of several rows that mean one clip the first counts. */
export async function readTables(
  files: readonly File[],
  tell: (problem: InputProblem) => void,
): Promise<ReadTables> {
  const found = new Map<string, { readonly row: MetadataRow; readonly file: string }>();
  const tables: ReadTable[] = [];
  const told = new Set<string>();
  for (const file of files) {
    const text = await readText(file);
    if ('problem' in text) {
      tell(text.problem);
      continue;
    }
    const { rows, problems } = parseMetadata(text.text, file.name);
    for (const problem of problems) {
      tell(problem);
      if ('clip' in problem) told.add(matchKey(problem.clip));
    }
    const counting: MetadataRow[] = [];
    for (const row of rows) {
      const key = matchKey(row.filename);
      const earlier = found.get(key);
      if (earlier === undefined) {
        found.set(key, { row, file: file.name });
        counting.push(row);
      } else {
        tell({
          kind: 'row-repeated',
          file: file.name,
          line: row.line,
          clip: row.filename,
          earlier: { file: earlier.file, line: earlier.row.line, clip: earlier.row.filename },
        });
      }
    }
    if (counting.length > 0) tables.push({ file: file.name, rows: counting });
  }
  return { tables, byKey: new Map([...found].map(([key, { row }]) => [key, row])), told };
}
