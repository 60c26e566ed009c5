import { expect, test } from 'vitest';
import type { Prediction } from '../../../src/core/blemore/prediction.ts';
import { referencesFor } from '../../../src/evaluation/scores/references.ts';

const SAD: Prediction = [{ emotion: 'sad', salience: 100 }];
const EVEN: Prediction = [
  { emotion: 'ang', salience: 50 },
  { emotion: 'hap', salience: 50 },
];
const UNEVEN: Prediction = [
  { emotion: 'ang', salience: 30 },
  { emotion: 'hap', salience: 70 },
];

const here = (labels: readonly Prediction[]) =>
  referencesFor(labels)
    .filter(({ on }) => on === 'here')
    .map(({ id, presence, salience }) => [id, presence, salience]);

test('the trivial answers are scored on the labels at hand', () => {
  expect(here([SAD, SAD, EVEN, UNEVEN, UNEVEN])).toEqual([
    ['trivial-single', 2 / 5, 0],
    ['trivial-blend', 3 / 5, 2 / 3],
  ]);
});

test('there is a trivial answer only to what occurs', () => {
  expect(here([SAD])).toEqual([['trivial-single', 1, null]]);
  expect(here([])).toEqual([]);
});

test('the published figures stand there always', () => {
  const published = referencesFor([]).filter(({ on }) => on === 'published');
  expect(published.map(({ id }) => id)).toEqual([
    'trivial-single',
    'trivial-blend',
    'clip',
    'imagebind',
    'videomae-v2',
    'video-swin',
    'best-fusion',
  ]);
  expect(published.filter(({ audio }) => audio).map(({ id }) => id)).toEqual(['best-fusion']);
});
