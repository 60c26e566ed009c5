import { readFileSync } from 'node:fs';
import { runAsCommand } from './command.ts';
import { checkParity } from './parity/checks.ts';
import type { Section } from './parity/compare.ts';
import { parseParity, type ParityData } from './parity/schema.ts';

/** How many differences of a key are printed. */
const SHOWN = 5;

/** One line for a key, and one for each of its first differences. */
export function report({ key, comparisons }: Section): string[] {
  const differences = comparisons.filter(({ same }) => !same);
  const agreeing = comparisons.length - differences.length;
  const summary = `${key.padEnd(14)} ${agreeing} of ${comparisons.length} agree`;
  const shown = differences.slice(0, SHOWN).map(({ where, expected, actual }) => {
    return `  ${where}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`;
  });
  const hidden = differences.length - shown.length;
  return [summary, ...shown, ...(hidden > 0 ? [`  and ${hidden} more`] : [])];
}

function load(path: string): ParityData {
  try {
    return parseParity(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} ${reasonOf(error)}`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? `cannot be read: ${error.message}` : error.message;
}

await runAsCommand(import.meta, () => {
  const [path] = process.argv.slice(2);
  if (path === undefined) throw new Error('Which file? npm run parity -- <file.json>');
  const sections = checkParity(load(path));
  console.log(sections.flatMap(report).join('\n'));
  if (sections.some(({ comparisons }) => comparisons.some(({ same }) => !same))) {
    process.exitCode = 1;
  }
});
