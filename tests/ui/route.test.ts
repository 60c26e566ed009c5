import { expect, test } from 'vitest';
import { routeOf } from '../../src/ui/route.ts';

test('routeOf(hash) is the live page unless the address asks for another', () => {
  expect(['#evaluate', '#booth'].map(routeOf)).toEqual(['evaluate', 'booth']);
  expect(['', '#live', '#evaluates'].map(routeOf)).toEqual(['live', 'live', 'live']);
});
