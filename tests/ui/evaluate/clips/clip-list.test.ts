import { describe, expect, test } from 'vitest';
import type { ClipRow } from '../../../../src/evaluation/clip-row.ts';
import { en } from '../../../../src/ui/words/en.ts';
import { isWrong, listed, sortedBy } from '../../../../src/ui/evaluate/clips/clip-list.ts';

function row(name: string, more: Partial<ClipRow> = {}): ClipRow {
  return {
    name,
    file: null,
    label: null,
    fold: null,
    clip: null,
    probabilities: null,
    prediction: null,
    presenceRight: null,
    salienceRight: null,
    ...more,
  };
}

const names = (rows: readonly ClipRow[]) => rows.map(({ name }) => name);

describe('listed(rows, filter, sorting)', () => {
  const rows = [
    row('A1', { fold: '10', presenceRight: true, salienceRight: false }),
    row('A2', { fold: '9', presenceRight: false }),
    row('A3', { presenceRight: true, salienceRight: true }),
    row('A4', { clip: { state: 'failed', problem: { kind: 'no-video' } } }),
  ];
  const byName = { key: 'name', descending: false } as const;

  test('wrong ones are wrong in their emotions or in their shares', () => {
    expect(names(listed(en, rows, 'wrong', byName))).toEqual(['A1', 'A2']);
    expect(names(listed(en, rows, 'failed', byName))).toEqual(['A4']);
  });

  test('numbers sort by size, and rows without a value are last either way', () => {
    const sorted = (descending: boolean) =>
      names(listed(en, rows, 'all', { key: 'fold', descending }));
    expect(sorted(false)).toEqual(['A2', 'A1', 'A3', 'A4']);
    expect(sorted(true)).toEqual(['A1', 'A2', 'A3', 'A4']);
  });

  test('leaves the given rows in their order', () => {
    listed(en, rows, 'all', { key: 'name', descending: true });
    expect(names(rows)).toEqual(['A1', 'A2', 'A3', 'A4']);
  });
});

test('isWrong(row) needs a label and a prediction', () => {
  expect(isWrong(row('A'))).toBe(false);
});

test('sortedBy(key, before) turns the order round for the same column only', () => {
  const first = sortedBy('label', { key: 'name', descending: true });
  expect(first).toEqual({ key: 'label', descending: false });
  expect(sortedBy('label', first)).toEqual({ key: 'label', descending: true });
});
