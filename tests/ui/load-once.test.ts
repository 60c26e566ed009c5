import { expect, test } from 'vitest';
import { loadOnce } from '../../src/ui/load-once.ts';

test('loadOnce(load) loads once, and anew after a failure', async () => {
  let calls = 0;
  const load = loadOnce(() => {
    calls += 1;
    return calls === 1 ? Promise.reject(new Error('offline')) : Promise.resolve(calls);
  });
  expect(calls).toBe(0);
  await expect(load()).rejects.toThrow('offline');
  expect(await Promise.all([load(), load()])).toEqual([2, 2]);
});
