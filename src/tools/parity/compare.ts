import { isDeepStrictEqual } from 'node:util';

/** One answer of ours beside the file's. */
export interface Comparison {
  /** Where in the file, such as `decisions[12]`. */
  readonly where: string;
  readonly expected: unknown;
  readonly actual: unknown;
  readonly same: boolean;
}

/** All comparisons of one of the file's keys. */
export interface Section {
  readonly key: string;
  readonly comparisons: readonly Comparison[];
}

export function exactly(where: string, expected: unknown, actual: unknown): Comparison {
  return { where, expected, actual, same: isDeepStrictEqual(expected, actual) };
}

/** Numbers agree where they differ by `tolerance` at most. */
export function within(
  where: string,
  tolerance: number,
  expected: readonly number[],
  actual: ArrayLike<number>,
): Comparison {
  const near = expected.every((value, i) => Math.abs(value - (actual[i] ?? NaN)) <= tolerance);
  const same = near && expected.length === actual.length;
  return { where, expected, actual: Array.from(actual), same };
}

/** Checks every item of a key; an error while checking one is a difference too. */
export function section<Item>(
  key: string,
  items: readonly Item[],
  check: (item: Item, where: string) => Comparison[],
): Section {
  const comparisons = items.flatMap((item, i) => {
    const where = `${key}[${i}]`;
    try {
      return check(item, where);
    } catch (error) {
      return [{ where, expected: 'an answer', actual: String(error), same: false }];
    }
  });
  return { key, comparisons };
}
