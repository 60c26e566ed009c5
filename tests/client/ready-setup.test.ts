import { expect, test } from 'vitest';
import { ReadySetup } from '../../src/client/ready-setup.ts';
import type { AnalyserSetup } from '../../src/analyser/messages.ts';

const SETUP: AnalyserSetup = {
  pack: { kind: 'shipped', id: 'small' },
  head: null,
  backend: 'auto',
  range: 'short',
  purpose: 'live',
};

/** As much of a browser's storage as is used. */
function storage(setItem?: () => never): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: setItem ?? ((key: string, value: string) => items.set(key, value)),
  } as unknown as Storage;
}

test('the setup that was built is known on the next visit', () => {
  const kept = storage();
  expect(new ReadySetup(kept, 'index-1.js').is(SETUP)).toBe(false);
  new ReadySetup(kept, 'index-1.js').remember(SETUP);
  expect(new ReadySetup(kept, 'index-1.js').is({ ...SETUP })).toBe(true);
});

test('another setup, or another version of the page, is not', () => {
  const kept = storage();
  new ReadySetup(kept, 'index-1.js').remember(SETUP);
  expect(new ReadySetup(kept, 'index-1.js').is({ ...SETUP, range: 'full' })).toBe(false);
  expect(new ReadySetup(kept, 'index-2.js').is(SETUP)).toBe(false);
});

test('where nothing can be stored nothing is known', () => {
  const full = storage(() => {
    throw new Error('QuotaExceededError');
  });
  for (const kept of [full, null]) {
    const ready = new ReadySetup(kept, 'index-1.js');
    ready.remember(SETUP);
    expect(ready.is(SETUP)).toBe(false);
  }
});
