/** A title, and rows of cells whose first is the heading. */
export interface Table {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/** What a part of the bench has to say. */
export interface Findings {
  /** By name; above one, the other needs more than ours. */
  readonly ratios: Readonly<Record<string, number>>;
  readonly tables: readonly Table[];
}

function tableText({ title, rows }: Table): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ');
  return [title, ...rows.map((row) => `  ${line(row)}`)].join('\n');
}

function rounded(ratios: Findings['ratios']): [string, number][] {
  return Object.entries(ratios).map(([name, ratio]) => [name, Number(ratio.toPrecision(3))]);
}

/** Ratios first, then figures; the last line is one JSON object with the ratios. */
export function reportText(findings: readonly Findings[]): string {
  const ratios = findings.flatMap((found) => rounded(found.ratios));
  const table: Table = {
    title: 'Ratios: how many times as much as ours',
    rows: ratios.map(([name, ratio]) => [name, `${ratio}`]),
  };
  return [
    ...[...(ratios.length > 0 ? [table] : []), ...findings.flatMap(({ tables }) => tables)].map(
      tableText,
    ),
    JSON.stringify(Object.fromEntries(ratios)),
  ].join('\n\n');
}
