import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/session/settings.ts';
import { StoredSettings } from '../../src/storage/settings.svelte.ts';
import { fakeStorage } from '../support/fake-storage.ts';

test('a change is there on the next visit, and a reset forgets it', () => {
  const storage = fakeStorage();
  new StoredSettings(storage).change({ alpha: 0.4, hud: true });
  const next = new StoredSettings(storage);
  expect(next.current).toEqual({ ...DEFAULT_SETTINGS, alpha: 0.4, hud: true });
  next.reset();
  expect(new StoredSettings(storage).current).toEqual(DEFAULT_SETTINGS);
});

test('forbidden or full storage: a change counts, and is said not to last', () => {
  for (const storage of [null, fakeStorage(10)]) {
    const settings = new StoredSettings(storage);
    settings.change({ steady: false });
    expect(settings.current.steady).toBe(false);
    expect(settings.lasting).toBe(false);
  }
});
