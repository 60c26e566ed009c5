import { expect, test } from 'vitest';
import { mulberry32 } from '../../../src/core/math/random.ts';
import { SortedValues } from '../../../src/core/blemore/sorted-values.ts';

test('numbers stand in order, however they come and go', () => {
  const next = mulberry32(5);
  const sorted = new SortedValues();
  const present: number[] = [];
  for (let step = 0; step < 500; step++) {
    if (step % 3 === 2) sorted.remove(present.shift()!);
    else {
      // Few enough to repeat.
      const value = next() % 50;
      present.push(value);
      sorted.insert(value);
    }
  }
  expect([...sorted.values]).toEqual(present.toSorted((one, other) => one - other));
});

test('what is not there cannot be taken away', () => {
  const sorted = new SortedValues();
  sorted.insert(1);
  sorted.remove(2);
  expect([...sorted.values]).toEqual([1]);
});
