import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openResultStore, type KeptOutcome } from '../../src/evaluation/result-store.ts';
import { resultOf } from '../support/evaluation-clips.ts';

test('what is kept outlives the store, until it is deleted', async () => {
  const finished: KeptOutcome = { state: 'finished', result: resultOf([1, 2, 3, 4, 5, 6], 3) };
  const faceless: KeptOutcome = { state: 'failed', problem: { kind: 'no-face', frames: 9 } };
  const store = await openResultStore();
  await store.put('a', finished);
  await store.put('b', faceless);
  await store.put('b', faceless);

  const later = await openResultStore();
  expect(await later.get('a')).toEqual(finished);
  expect(await later.get('b')).toEqual(faceless);
  expect(await later.get('c')).toBeUndefined();
  expect(await later.count()).toBe(2);

  await later.clear();
  expect(await store.count()).toBe(0);
  expect(await store.get('a')).toBeUndefined();
});
