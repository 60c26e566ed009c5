import { expect, test } from 'vitest';
import { en } from '../../../src/ui/words/en.ts';
import { figureWords } from '../../../src/ui/panels/figures.ts';

test('figureWords(key, value) shows shares in percent', () => {
  expect(figureWords(en, 'accuracy', 0.8812).value).toBe('88 %');
});

test('figureWords(key, value) keeps other figures as they are, to three places', () => {
  expect(figureWords(en, 'kl', 0.23812).value).toBe('0.238');
  expect(figureWords(en, 'ms_per_face', 3.5)).toEqual({ name: 'ms per face', value: '3.5' });
});
