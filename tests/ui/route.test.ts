import { expect, test } from 'vitest';
import { indexOfEmotion } from '../../src/ui/route.ts';

test('indexOfEmotion(hash) is the live page unless the address asks for the evaluation', () => {
  expect(indexOfEmotion('#evaluate')).toBe('evaluate');
  expect(['', '#live', '#evaluates'].map(indexOfEmotion)).toEqual(['live', 'live', 'live']);
});
