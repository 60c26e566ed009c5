import { describe, expect, test } from 'vitest';
import {
  mostFrequentBlend,
  mostFrequentPair,
  mostFrequentSingle,
} from '../../../src/core/blemore/baselines.ts';
import { blend, single } from '../../../src/core/blemore/label.ts';

const HAPPY_SAD = blend({ emotion: 'hap', salience: 70 }, { emotion: 'sad', salience: 30 });
const SAD_HAPPY = blend({ emotion: 'hap', salience: 30 }, { emotion: 'sad', salience: 70 });
const EVENLY = blend({ emotion: 'hap', salience: 50 }, { emotion: 'sad', salience: 50 });
const ANGRY_FEARFUL = blend({ emotion: 'ang', salience: 30 }, { emotion: 'fea', salience: 70 });

test('the most frequent single emotion, blends left out', () => {
  const labels = [single('neu'), single('sad'), single('sad'), EVENLY, EVENLY, EVENLY];
  expect(mostFrequentSingle(labels)).toEqual(single('sad'));
});

describe('blends', () => {
  const labels = [HAPPY_SAD, SAD_HAPPY, EVENLY, ANGRY_FEARFUL, ANGRY_FEARFUL, single('neu')];

  test('the most frequent pair counts every ratio', () => {
    expect(mostFrequentPair(labels)).toEqual(EVENLY);
  });

  test('the most frequent pair with its ratio may be another', () => {
    expect(mostFrequentBlend(labels)).toEqual(ANGRY_FEARFUL);
  });
});

test('of equals the earlier in label order', () => {
  expect(mostFrequentSingle([single('sad'), single('disg')])).toEqual(single('disg'));
  expect(mostFrequentBlend([SAD_HAPPY, ANGRY_FEARFUL])).toEqual(ANGRY_FEARFUL);
});

test('null where there is nothing to count', () => {
  expect(mostFrequentSingle([EVENLY])).toBeNull();
  expect(mostFrequentPair([single('hap')])).toBeNull();
  expect(mostFrequentBlend([])).toBeNull();
});
