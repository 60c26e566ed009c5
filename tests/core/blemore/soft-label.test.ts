import { expect, test } from 'vitest';
import { clipLabel, parseClipName } from '../../../src/core/blemore/clip-name.ts';
import { blend, single } from '../../../src/core/blemore/label.ts';
import { softLabel } from '../../../src/core/blemore/soft-label.ts';
import { parityData } from '../../support/parity-data.ts';

test('saliences as shares in label order', () => {
  expect(softLabel(single('neu'))).toEqual([0, 0, 0, 0, 0, 1]);
  expect(
    softLabel(blend({ emotion: 'sad', salience: 70 }, { emotion: 'disg', salience: 30 })),
  ).toEqual([0, 0.3, 0, 0, 0.7, 0]);
});

test('of every clip of the reference, from its name', () => {
  for (const { filenames, soft_labels } of parityData().labelled_sets) {
    expect(filenames.map((name) => softLabel(clipLabel(parseClipName(name))))).toEqual(soft_labels);
  }
});
