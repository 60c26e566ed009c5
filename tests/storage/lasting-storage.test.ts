import { expect, test, vi } from 'vitest';
import { askToLast } from '../../src/storage/lasting-storage.ts';

function opened({ hash = '', installed = false, lasts = false, granted = true }) {
  const persist = vi.fn(() => Promise.resolve(granted));
  const page = {
    location: { hash },
    navigator: { storage: { persisted: () => Promise.resolve(lasts), persist } },
    matchMedia: () => ({ matches: installed }),
  };
  return { page, persist };
}

test.each([{ hash: '#booth' }, { installed: true }])('askToLast(%o) asks', async (how) => {
  const { page, persist } = opened(how);
  expect(await askToLast(page)).toBe(true);
  expect(persist).toHaveBeenCalledTimes(1);
  expect(await askToLast(opened({ ...how, granted: false }).page)).toBe(false);
});

test.each([{}, { hash: '#evaluate' }, { installed: true, lasts: true }])(
  'askToLast(%o) asks nobody',
  async (how) => {
    const { page, persist } = opened(how);
    expect(await askToLast(page)).toBe('lasts' in how);
    expect(persist).not.toHaveBeenCalled();
  },
);

test('askToLast(page) is false where there is no storage, or asking fails', async () => {
  const { page } = opened({ installed: true });
  expect(await askToLast({ ...page, navigator: {} })).toBe(false);
  const persisted = () => Promise.reject(new TypeError('insecure'));
  const { persist } = page.navigator.storage;
  expect(await askToLast({ ...page, navigator: { storage: { persisted, persist } } })).toBe(false);
});
