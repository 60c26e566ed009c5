import { expect, test, vi } from 'vitest';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../../src/core/session/settings.ts';
import { Saving } from '../../src/live/saving.svelte.ts';

class FakeBattery extends EventTarget {
  charging = false;
  level = 1;

  become(charging: boolean, level: number): void {
    Object.assign(this, { charging, level });
    this.dispatchEvent(new Event('levelchange'));
    this.dispatchEvent(new Event('chargingchange'));
  }
}

function savingWith(pace: Settings['pace'], browser: object): Saving {
  return new Saving({ current: { ...DEFAULT_SETTINGS, pace } }, browser);
}

async function telling(battery: FakeBattery) {
  const getBattery = vi.fn(() => Promise.resolve(battery));
  const saving = savingWith('auto', { getBattery });
  await getBattery.mock.results[0]?.value;
  await Promise.resolve();
  return saving;
}

test('by itself while a battery is low that is not charged', async () => {
  const battery = new FakeBattery();
  const saving = await telling(battery);
  const reasons = [];
  for (const [charging, level] of [
    [false, 0.5],
    [false, 0.2],
    [true, 0.2],
    [false, 0.1],
    [false, 0.9],
  ] as const) {
    battery.become(charging, level);
    reasons.push(saving.reason);
  }
  expect(reasons).toEqual([null, 'battery-low', null, 'battery-low', null]);
});

test('a battery that is low when the page opens counts at once', async () => {
  const saving = await telling(Object.assign(new FakeBattery(), { level: 0.15 }));
  await vi.waitFor(() => {
    expect(saving.reason).toBe('battery-low');
  });
});

test('as chosen, whatever the battery says', () => {
  const full = savingWith('full', { getBattery: () => Promise.resolve(new FakeBattery()) });
  expect(full.reason).toBeNull();
  expect(savingWith('battery', {}).reason).toBe('chosen');
});

test.each([
  ['tells nothing', {}],
  ['refuses to tell', { getBattery: () => Promise.reject(new Error('not allowed')) }],
])('not by itself where the browser %s', async (_, browser) => {
  const saving = savingWith('auto', browser);
  await Promise.resolve();
  expect(saving.reason).toBeNull();
});

test('does not listen any more when it is closed', async () => {
  const battery = new FakeBattery();
  const saving = await telling(battery);
  saving.close();
  battery.become(false, 0.1);
  expect(saving.reason).toBeNull();
});

test('the choice is kept, and what is no choice is automatic', () => {
  expect(parseSettings(JSON.stringify({ pace: 'battery' })).pace).toBe('battery');
  expect(parseSettings(JSON.stringify({ pace: 'sometimes' })).pace).toBe('auto');
  expect(parseSettings(null).pace).toBe('auto');
});
