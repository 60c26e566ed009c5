import { describe, expect, test } from 'vitest';
import { isUsable, sixVotes, voteLabel, voteShares } from '../../../src/tools/score/ferplus.ts';

/** neutral, happiness, surprise, sadness, anger, disgust, fear, contempt, unknown, no face */
type Row = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

test('votes come in label order', () => {
  const row: Row = [1, 2, 99, 3, 4, 5, 6, 99, 99, 99];
  expect(sixVotes(row)).toEqual([4, 5, 6, 2, 3, 1]);
});

test('shares are of the six emotions alone', () => {
  expect(voteShares([2, 3, 4, 0, 0, 0, 0, 1, 0, 0])).toEqual([0, 0, 0, 0.6, 0, 0.4]);
});

describe('a face is usable', () => {
  test.each<[boolean, string, Row]>([
    [true, 'with five votes for the six', [5, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    [false, 'with four', [4, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    [false, 'with as many for surprise and contempt', [5, 0, 3, 0, 0, 0, 0, 2, 0, 0]],
    [true, 'with one fewer for surprise and contempt', [5, 0, 2, 0, 0, 0, 0, 2, 0, 0]],
    [false, 'with as many for unknown and no face', [0, 5, 0, 0, 0, 0, 0, 0, 4, 1]],
    [true, 'with one fewer for unknown and no face', [0, 5, 0, 0, 0, 0, 0, 0, 2, 2]],
  ])('%s: %s', (usable, _, row) => {
    expect(isUsable(row)).toBe(usable);
  });
});

describe('the label', () => {
  test.each<[string, Row, Record<string, number>]>([
    ['of one emotion', [0, 10, 0, 0, 0, 0, 0, 0, 0, 0], { hap: 100 }],
    ['of less than a quarter beside it', [0, 7, 0, 2, 0, 0, 0, 0, 0, 0], { hap: 100 }],
    ['of a quarter beside it', [0, 6, 0, 2, 0, 0, 0, 0, 0, 0], { hap: 70, sad: 30 }],
    ['with the larger later in label order', [0, 2, 0, 6, 0, 0, 0, 0, 0, 0], { hap: 30, sad: 70 }],
    ['a fifth apart in ten', [0, 0, 0, 0, 6, 4, 0, 0, 0, 0], { ang: 50, disg: 50 }],
    ['a fifth apart in five', [0, 0, 0, 0, 0, 2, 3, 0, 0, 0], { disg: 50, fea: 50 }],
    ['more than a fifth apart', [0, 0, 0, 0, 5, 3, 0, 0, 0, 0], { ang: 70, disg: 30 }],
    ['beside more neutral', [6, 4, 0, 0, 0, 0, 0, 0, 0, 0], { neu: 100 }],
    ['beside as much neutral', [5, 5, 0, 0, 0, 0, 0, 0, 0, 0], { hap: 100 }],
    ['beside less neutral', [4, 0, 0, 6, 0, 0, 0, 0, 0, 0], { sad: 100 }],
    ['of three alike', [0, 3, 0, 3, 3, 0, 0, 0, 0, 0], { ang: 50, hap: 50 }],
    ['with other votes left out', [0, 3, 1, 3, 0, 0, 0, 1, 1, 1], { hap: 50, sad: 50 }],
  ])('%s', (_, row, expected) => {
    const label = voteLabel(row).map(({ emotion, salience }) => [emotion, salience] as const);
    expect(Object.fromEntries(label)).toEqual(expected);
    expect(label.map(([emotion]) => emotion)).toEqual(Object.keys(expected));
  });
});
