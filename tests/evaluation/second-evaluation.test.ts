import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import type { AnalyserMessage } from '../../src/analyser/messages.ts';
import type { Logits } from '../../src/core/blemore/emotions.ts';
import type { ReaderSetup } from '../../src/core/pack/reader-setup.ts';
import { DEFAULT_SETTINGS } from '../../src/core/session/settings.ts';
import { Evaluation } from '../../src/evaluation/evaluation.svelte.ts';
import { openResultStore } from '../../src/evaluation/result-store.ts';
import {
  fakeAnalyser,
  READY,
  type FakeAnalyser,
  type FakeAnswer,
} from '../support/fake-analyser.ts';
import { fakeDecoder, fakeFile } from '../support/evaluation-clips.ts';

const HAPPY: Logits = [0, 0, 0, 6, 0, 0];
const SAD: Logits = [0, 0, 0, 0, 6, 0];
const OTHER: ReaderSetup = { pack: { kind: 'shipped', id: 'other' }, head: 'linear' };

/** Two clips of happy people and one of a sad one. */
const CLIPS = ['A102_hap_int1_ver1.mov', 'A103_hap_int1_ver1.mov', 'A102_sad_int1_ver1.mov'].map(
  (name, i) => fakeFile(name, { frames: 3 }, ' '.repeat(i)),
);

/** The first worker says everybody is happy, and the second, with another pack, that they are sad. */
function openPage(second: FakeAnswer = { ...READY, packSha256: 'cd34' } as FakeAnswer) {
  const workers: FakeAnalyser[] = [];
  let now = 0;
  const page = new Evaluation({
    settings: { current: DEFAULT_SETTINGS },
    pack: () => ({ kind: 'shipped', id: 'test-pack' }),
    platform: {
      canDecode: true,
      secure: true,
      openClip: fakeDecoder().open,
      openStore: openResultStore,
      now: () => (now += 1),
      visible: () => true,
    },
    spawn: () => {
      const worker =
        workers.length === 0 ? fakeAnalyser(() => HAPPY) : fakeAnalyser(() => SAD, second);
      workers.push(worker);
      return worker;
    },
  });
  return { page, workers };
}

/** What a worker was asked to load. */
function setupOf(worker: FakeAnalyser | undefined) {
  const load = worker?.asked.find(
    (message): message is Extract<AnalyserMessage, { type: 'load' }> => message.type === 'load',
  );
  return load?.setup;
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

test('the second pack reads the same clips after the first, and both are compared', async () => {
  const { page, workers } = openPage();
  page.second.choose(OTHER);
  await page.add(CLIPS);
  await page.start();
  expect(page.state).toEqual({ state: 'finished' });
  expect(setupOf(workers[1])).toMatchObject({ ...OTHER, purpose: 'evaluation' });
  expect(workers.map((worker) => worker.count('frame'))).toEqual([9, 9]);
  expect(workers[0]?.terminated).toBe(true);
  expect(page.second.against(page.rows)).toMatchObject({
    clips: 3,
    presence: { first: 2 / 3, second: 1 / 3, onlyFirst: 2, onlySecond: 1, p: 1 },
    salience: null,
  });
});

test('without a second pack nothing is compared', async () => {
  const { page, workers } = openPage();
  await page.add(CLIPS);
  await page.start();
  expect(workers).toHaveLength(1);
  expect(page.second.against(page.rows)).toBeNull();
});

test('a second pack that cannot be loaded leaves the first one’s figures', async () => {
  const failure = { kind: 'asset-missing', name: 'pack.json', status: 404 } as const;
  const { page } = openPage({ type: 'failed', failure });
  page.second.choose(OTHER);
  await page.add(CLIPS);
  await page.start();
  expect(page.state).toEqual({ state: 'failed', failure });
  expect(page.scores[0]?.scores.overall.presence.value).toBeCloseTo(2 / 3);
  expect(page.second.against(page.rows)).toBeNull();
  page.second.choose(null);
  expect(page.state).toEqual({ state: 'finished' });
});

test('another choice forgets what the one before has read', async () => {
  const { page } = openPage();
  page.second.choose(OTHER);
  await page.add(CLIPS);
  await page.start();
  page.second.choose({ ...OTHER, head: null });
  expect(page.second.against(page.rows)).toBeNull();
});
