import { expect, test, vi } from 'vitest';
import type { LoadedReader } from '../../src/analyser/messages.ts';
import type { Logits } from '../../src/core/blemore/emotions.ts';
import { single } from '../../src/core/blemore/label.ts';
import type { Reading } from '../../src/core/blemore/prediction.ts';
import type { ReaderSetup } from '../../src/core/pack/reader-setup.ts';
import { FailureError } from '../../src/core/session/failure.ts';
import { DEFAULT_SETTINGS } from '../../src/core/session/settings.ts';
import { Comparison } from '../../src/live/comparison.svelte.ts';
import { analysedFace, analysisWith, readAs } from '../support/analyses.ts';
import { PACK } from '../support/networks.ts';

const FIRST: ReaderSetup = { pack: { kind: 'shipped', id: 'one' }, head: null };
const OTHER: ReaderSetup = { pack: { kind: 'shipped', id: 'two' }, head: 'linear' };
const LOADED: LoadedReader = {
  backend: { kind: 'wasm', adapter: null },
  pack: PACK,
  packSha256: 'ab12',
};
const HAPPY: Logits = [0, 0, 0, 6, 0, 0];
const READ_AS_HAPPY: Reading = {
  probabilities: [0, 0, 0, 1, 0, 0],
  prediction: single('hap'),
  certain: true,
};

type Compare = ConstructorParameters<typeof Comparison>[0]['compare'];

const answering: Compare = (reader) => Promise.resolve(reader && LOADED);

/** A frame of which both readers say the same. */
function frame(at: number) {
  return analysisWith(at, analysedFace(1, true, readAs(HAPPY, at), readAs(HAPPY, at)));
}

async function reading(comparison: Comparison): Promise<void> {
  comparison.choose(FIRST, true);
  await vi.waitFor(() => {
    expect(comparison.state.state).toBe('reading');
  });
}

test('what is chosen before there is an analyser is asked for once there is one', async () => {
  const compare = vi.fn(answering);
  const comparison = new Comparison({ compare });
  comparison.choose(FIRST, false);
  expect(comparison.state.state).toBe('loading');
  expect(compare).not.toHaveBeenCalled();
  await comparison.renew();
  expect(comparison.state).toEqual({ state: 'reading', loaded: LOADED });
});

test('progress is told, and what fails is said', async () => {
  const failure = { kind: 'asset-missing', name: 'pack.json', status: 404 } as const;
  let fail: (error: Error) => void = () => undefined;
  const comparison = new Comparison({
    compare: (_, progress) => {
      progress({ loaded: 1, total: 2 });
      return new Promise((_resolve, reject) => (fail = reject));
    },
  });
  comparison.choose(FIRST, true);
  expect(comparison.state).toEqual({ state: 'loading', progress: { loaded: 1, total: 2 } });
  fail(new FailureError(failure));
  await vi.waitFor(() => {
    expect(comparison.state).toEqual({ state: 'failed', failure });
  });
});

test('the last choice counts, whichever is answered first', async () => {
  const answers: ((reader: LoadedReader | null) => void)[] = [];
  const signals: AbortSignal[] = [];
  const comparison = new Comparison({
    compare: (_reader, _progress, signal) => {
      signals.push(signal);
      return new Promise((resolve) => answers.push(resolve));
    },
  });
  comparison.choose(FIRST, true);
  comparison.choose(OTHER, true);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  answers[1]?.({ ...LOADED, packSha256: 'of the other' });
  answers[0]?.(LOADED);
  await vi.waitFor(() => {
    expect(comparison.state).toMatchObject({ loaded: { packSha256: 'of the other' } });
  });
  expect(comparison.wanted).toEqual(OTHER);
});

test('readers that say the same agree, and there is no moment to show', async () => {
  const comparison = new Comparison({ compare: answering });
  await reading(comparison);
  for (const at of [0, 500, 1000]) {
    comparison.show(frame(at), comparison.readings.reading, null, DEFAULT_SETTINGS);
    comparison.show(frame(at + 250), comparison.readings.reading, null, DEFAULT_SETTINGS);
  }
  const { readings } = comparison;
  expect(readings.reading?.prediction).toEqual(single('hap'));
  expect(readings.agreement).toMatchObject({ sameLabel: 1, meanDifference: 0 });
  expect(readings.moments).toEqual([]);
  expect(readings.history).toHaveLength(6);
});

test('without a face, or before the second reader reads, nothing is compared', async () => {
  const comparison = new Comparison({ compare: answering });
  comparison.show(frame(0), READ_AS_HAPPY, null, DEFAULT_SETTINGS);
  expect(comparison.readings.reading).toBeNull();
  await reading(comparison);
  for (const at of [0, 600]) {
    comparison.show(analysisWith(at), null, null, DEFAULT_SETTINGS);
    const pending = analysedFace(1, true, readAs(HAPPY, at), { kind: 'pending' });
    comparison.show(analysisWith(at + 100, pending), READ_AS_HAPPY, null, DEFAULT_SETTINGS);
  }
  expect(comparison.readings.agreement).toBeNull();
  expect(comparison.readings.reading).toBeNull();
});

test('another choice forgets what was compared, and which of them was A', async () => {
  const comparison = new Comparison({ compare: answering });
  await reading(comparison);
  comparison.swap();
  expect(comparison.swapped).toBe(true);
  for (const at of [0, 600]) comparison.show(frame(at), READ_AS_HAPPY, null, DEFAULT_SETTINGS);
  expect(comparison.readings.agreement).not.toBeNull();
  comparison.choose(null, true);
  expect(comparison.swapped).toBe(false);
  expect(comparison.readings.agreement).toBeNull();
  expect(comparison.readings.history).toEqual([]);
  expect(comparison.state).toEqual({ state: 'off' });
});
