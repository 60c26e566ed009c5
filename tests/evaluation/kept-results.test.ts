import { expect, test, vi } from 'vitest';
import { KeptResults } from '../../src/evaluation/kept-results.svelte.ts';
import type { ResultStore } from '../../src/evaluation/result-store.ts';

const NO_FACE = { state: 'failed', problem: { kind: 'no-face', frames: 3 } } as const;

function store(put: ResultStore['put']): ResultStore {
  return {
    get: () => Promise.resolve(undefined),
    put,
    count: () => Promise.resolve(0),
    clear: () => Promise.resolve(),
  };
}

test('where the browser keeps nothing results do not last', async () => {
  const kept = new KeptResults(() => Promise.reject(new Error('refused')));
  await vi.waitFor(() => {
    expect(kept.lasting).toBe(false);
  });
  expect(kept.count).toBeNull();
  await kept.put('key', NO_FACE);
  expect(await kept.get('key')).toBeUndefined();
});

test('full storage is said, until there is room again', async () => {
  let full = true;
  const put = () =>
    full ? Promise.reject(new DOMException('', 'QuotaExceededError')) : Promise.resolve();
  const kept = new KeptResults(() => Promise.resolve(store(put)));
  expect(kept.lasting).toBe(true);
  await kept.put('key', NO_FACE);
  expect(kept.lasting).toBe(false);
  full = false;
  await kept.put('key', NO_FACE);
  expect(kept.lasting).toBe(true);
});
