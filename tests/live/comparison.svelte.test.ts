import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LoadedReader } from '../../src/analyser/messages.ts';
import type { Logits } from '../../src/core/blemore/emotions.ts';
import { single } from '../../src/core/blemore/label.ts';
import type { Reading } from '../../src/core/blemore/prediction.ts';
import type { ReaderSetup } from '../../src/core/pack/reader-setup.ts';
import type { ModelPack } from '../../src/core/pack/schema.ts';
import { FaceReader } from '../../src/core/reading/face-reader.ts';
import { FailureError } from '../../src/core/session/failure.ts';
import { DEFAULT_SETTINGS } from '../../src/core/session/settings.ts';
import type { FirstReading } from '../../src/live/compared-readings.svelte.ts';
import { Comparison } from '../../src/live/comparison.svelte.ts';
import { readingOptions } from '../../src/live/reading-options.ts';
import { analysedFace, analysisWith, readAs } from '../support/analyses.ts';
import { PACK } from '../support/networks.ts';
import { RELAXED } from '../support/relaxed-faces.ts';

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
const READ_AS_SAD: Reading = {
  probabilities: [0, 0, 0, 0, 1, 0],
  prediction: single('sad'),
  certain: true,
};

type Compare = ConstructorParameters<typeof Comparison>[0]['compare'];

const answering: Compare = (reader) => Promise.resolve(reader && LOADED);

/** A pack that knows what relaxed faces look like. */
const { margin, thresholds, mean, deviation } = RELAXED;
const KNOWING: ModelPack = {
  ...PACK,
  decision: {
    ...PACK.decision,
    rest: { margin, ...thresholds, mean: [...mean], deviation: [...deviation] },
  },
};
const AT_REST: Logits = [-4, -4.7, -5, -4.5, -2.6, 0];
const OPTIONS = readingOptions(DEFAULT_SETTINGS, KNOWING);

/** An analyser whose first reader is of another pack. */
const asking = (compare: Compare) => ({ compare, loaded: { ...LOADED, packSha256: 'cd34' } });

const saying = (reading: Reading | null): FirstReading => ({ reading, reader: new FaceReader() });

/** A frame of which both readers say the same. */
function frame(at: number) {
  return analysisWith(at, analysedFace(1, true, readAs(HAPPY, at), readAs(HAPPY, at)));
}

/** Of a frame; nothing is drawn of it. */
const picture = () => ({ width: 640, height: 360, close: () => undefined }) as ImageBitmap;

beforeEach(() => {
  const context = {
    clearRect: () => undefined,
    drawImage: () => undefined,
    getImageData: () => ({ data: new Uint8ClampedArray(4) }),
  };
  const getContext = () => context;
  vi.stubGlobal('OffscreenCanvas', function OffscreenCanvas() {
    return { getContext };
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function reading(comparison: Comparison): Promise<void> {
  comparison.choose(FIRST, true);
  await vi.waitFor(() => {
    expect(comparison.state.state).toBe('reading');
  });
}

test('what is chosen before there is an analyser is asked for once there is one', async () => {
  const compare = vi.fn(answering);
  const comparison = new Comparison(asking(compare));
  comparison.choose(FIRST, false);
  expect(comparison.state.state).toBe('loading');
  expect(compare).not.toHaveBeenCalled();
  await comparison.renew();
  expect(comparison.state).toEqual({ state: 'reading', loaded: LOADED });
});

test('progress is told, and what fails is said', async () => {
  const failure = { kind: 'asset-missing', name: 'pack.json', status: 404 } as const;
  let fail: (error: Error) => void = () => undefined;
  const comparison = new Comparison(
    asking((_, progress) => {
      progress({ loaded: 1, total: 2 });
      return new Promise((_resolve, reject) => (fail = reject));
    }),
  );
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
  const comparison = new Comparison(
    asking((_reader, _progress, signal) => {
      signals.push(signal);
      return new Promise((resolve) => answers.push(resolve));
    }),
  );
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
  const comparison = new Comparison(asking(answering));
  await reading(comparison);
  const { readings } = comparison;
  for (let at = 0; at <= 1250; at += 250) {
    comparison.show(frame(at), saying(readings.reading), picture(), DEFAULT_SETTINGS);
  }
  expect(readings.reading?.prediction).toEqual(single('hap'));
  expect(readings.agreement).toMatchObject({ sameLabel: 1, meanDifference: 0 });
  expect(readings.moments).toEqual([]);
  expect(readings.history).toHaveLength(6);
});

test('where they differ, a picture is asked for four times a second, and the moment kept', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1000);
  const comparison = new Comparison(asking(answering));
  expect(comparison.wantsPicture).toBe(false);
  await reading(comparison);
  expect(comparison.wantsPicture).toBe(true);
  comparison.show(frame(0), saying(READ_AS_SAD), picture(), DEFAULT_SETTINGS);
  expect(comparison.readings.moments).toMatchObject([{ at: 0, first: READ_AS_SAD }]);
  expect(comparison.wantsPicture).toBe(false);
  now.mockReturnValue(1250);
  expect(comparison.wantsPicture).toBe(true);
});

/** Ten seconds of a face at rest, which the first reader has come to know. */
function knownFor10Seconds(first: FaceReader): void {
  for (let at = 0; at < 10_000; at += 100) {
    first.read(analysisWith(at, analysedFace(1, true, readAs(AT_REST, at))), OPTIONS);
  }
}

/** A frame that shows happiness to both, after that. */
function showSmile(comparison: Comparison, first: FaceReader): Reading {
  const smile = frame(10_000);
  const said = first.read(smile, OPTIONS).get(1)!;
  comparison.show(smile, { reading: said, reader: first }, null, DEFAULT_SETTINGS);
  return said;
}

test.each([
  ['the same pack and head', LOADED.packSha256, null, true],
  ['another pack', 'cd34', null, false],
  ['another head', LOADED.packSha256, 'mlp', false],
])('a reader of %s knows the face as long or as short', async (_, packSha256, head, same) => {
  const comparison = new Comparison({
    compare: () => Promise.resolve({ ...LOADED, pack: KNOWING }),
    loaded: { ...LOADED, packSha256: packSha256 },
  });
  const first = new FaceReader();
  knownFor10Seconds(first);
  comparison.choose({ ...FIRST, head }, true);
  await vi.waitFor(() => {
    expect(comparison.state.state).toBe('reading');
  });
  const said = showSmile(comparison, first);
  const { reading: second, ownNeutral } = comparison.readings.shown;
  expect(first.ownNeutral(1, RELAXED)?.confidence).toBeGreaterThan(0.5);
  if (same) {
    expect(second).toEqual(said);
    expect(ownNeutral).toEqual(first.ownNeutral(1, RELAXED));
  } else {
    expect(second).not.toEqual(said);
    expect(ownNeutral).toBeNull();
  }
});

test('what somebody says of a relaxed face counts for the second reader, too', async () => {
  const comparison = new Comparison(asking(() => Promise.resolve({ ...LOADED, pack: KNOWING })));
  await reading(comparison);
  const face = analysedFace(1, true, readAs(AT_REST, 0), readAs(AT_REST, 0));
  comparison.show(analysisWith(0, face), saying(null), null, DEFAULT_SETTINGS);
  expect(comparison.readings.shown.ownNeutral).toBeNull();
  comparison.confirmRest(1, DEFAULT_SETTINGS);
  comparison.show(analysisWith(100, face), saying(null), null, DEFAULT_SETTINGS);
  expect(comparison.readings.shown.ownNeutral?.confidence).toBeGreaterThan(0.5);
});

test('without a face, or before the second reader reads, nothing is compared', async () => {
  const comparison = new Comparison(asking(answering));
  comparison.show(frame(0), saying(READ_AS_HAPPY), null, DEFAULT_SETTINGS);
  expect(comparison.readings.reading).toBeNull();
  await reading(comparison);
  for (const at of [0, 600]) {
    comparison.show(analysisWith(at), saying(null), null, DEFAULT_SETTINGS);
    const pending = analysedFace(1, true, readAs(HAPPY, at), { kind: 'pending', gathered: 0 });
    comparison.show(analysisWith(at + 100, pending), saying(READ_AS_HAPPY), null, DEFAULT_SETTINGS);
  }
  expect(comparison.readings.agreement).toBeNull();
  expect(comparison.readings.reading).toBeNull();
});

test('another choice forgets what was compared, and which of them was A', async () => {
  const comparison = new Comparison(asking(answering));
  await reading(comparison);
  comparison.swap();
  expect(comparison.swapped).toBe(true);
  for (const at of [0, 600])
    comparison.show(frame(at), saying(READ_AS_HAPPY), null, DEFAULT_SETTINGS);
  expect(comparison.readings.agreement).not.toBeNull();
  comparison.choose(null, true);
  expect(comparison.swapped).toBe(false);
  expect(comparison.readings.agreement).toBeNull();
  expect(comparison.readings.history).toEqual([]);
  expect(comparison.state).toEqual({ state: 'off' });
});
