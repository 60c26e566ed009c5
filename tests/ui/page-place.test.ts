import { expect, test } from 'vitest';
import { placeOf } from '../../src/ui/page-place.ts';

test('placeOf(hash) is the live page unless the address asks for the evaluation', () => {
  expect(placeOf('#evaluate')).toBe('evaluate');
  expect(['', '#live', '#evaluates'].map(placeOf)).toEqual(['live', 'live', 'live']);
});
