import { expect, test } from 'vitest';
import { routeOf } from '../../src/ui/route.ts';

test('routeOf(hash) is the live page unless the address asks for the evaluation', () => {
  expect(routeOf('#evaluate')).toBe('evaluate');
  expect(['', '#live', '#evaluates'].map(routeOf)).toEqual(['live', 'live', 'live']);
});
