import type { Findings } from './report.ts';

/** A ratio may be worse by so much than the one that is written down. */
const TOLERANCE = 0.1;

export interface Regression {
  readonly name: string;
  readonly committed: number;
  readonly found: number;
}

/** How our own time grows with the faces; all else says how many times as much the others take. */
function lessIsBetter(name: string): boolean {
  return name.endsWith('/ours/4:1');
}

function isWorse({ name, committed, found }: Regression): boolean {
  return lessIsBetter(name)
    ? found > committed * (1 + TOLERANCE)
    : found < committed * (1 - TOLERANCE);
}

/**
 * Ratios that have become worse by more than a tenth. One that was not measured is not judged.
 *
 * @throws Error where none of those written down was measured, so that nothing passes unseen
 */
export function regressions(
  found: Findings['ratios'],
  committed: Findings['ratios'],
): readonly Regression[] {
  const pairs = Object.entries(committed).flatMap(([name, before]): Regression[] => {
    const now = found[name];
    return now === undefined ? [] : [{ name, committed: before, found: now }];
  });
  if (pairs.length === 0) throw new Error('None of the committed ratios was measured.');
  return pairs.filter(isWorse);
}

/** @throws Error with one line a regression, where there is any */
export function requireNoRegression(
  found: Findings['ratios'],
  committed: Findings['ratios'],
): void {
  const worse = regressions(found, committed);
  if (worse.length === 0) return;
  const lines = worse.map(
    ({ name, committed: before, found: now }) =>
      `${name}: ${now.toPrecision(3)}, and it was ${before.toPrecision(3)}`,
  );
  throw new Error(`Worse by more than a tenth:\n${lines.join('\n')}`);
}
