import { flushSync } from 'svelte';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import type { AnalyserMessage } from '../../src/analyser/messages.ts';
import { Booth } from '../../src/booth/booth.svelte.ts';
import { ReadySetup } from '../../src/client/ready-setup.ts';
import type { Analysis } from '../../src/core/reading/analysis.ts';
import { StoredSettings } from '../../src/storage/settings.svelte.ts';
import { analysedFace, analysisWith, readAs } from '../support/analyses.ts';
import { READY } from '../support/fake-analyser.ts';
import { drawnLogits } from '../support/booth.ts';
import { fakePage } from '../support/fake-page.ts';
import { FakeSource } from '../support/fake-source.ts';
import { fakeStorage } from '../support/fake-storage.ts';
import { FakeWorker } from '../support/fake-worker.ts';

const opened = vi.hoisted(() => ({ camera: vi.fn<() => Promise<unknown>>() }));
vi.mock('../../src/sources/camera.ts', () => ({ openCamera: opened.camera }));
vi.mock('../../src/booth/drawn-reader.ts', () => ({
  DrawnReader: class {
    load = () => Promise.resolve();
    read = drawnLogits;
    close = () => undefined;
  },
}));

const SECOND = 1000;
const FRAME = 100;

/** A room in which a test puts one face, and what an analyser says of it and is asked to read. */
class Room {
  face: number | null = null;
  /** What each frame asked to be read. */
  readonly asked: (readonly number[])[] = [];
  readonly worker = new FakeWorker<AnalyserMessage>((message) => {
    if (message.type === 'load') return READY;
    if (message.type !== 'frame') return null;
    message.image.close();
    const only = message.options.only ?? [-1];
    this.asked.push(only);
    return { type: 'analysis', analysis: this.#see(message.capturedAt, only) };
  });

  #see(capturedAt: number, only: readonly number[]): Analysis {
    if (this.face === null) return analysisWith(capturedAt);
    const output = only.includes(this.face)
      ? readAs([0, 0, 0, 4, 0, 0], capturedAt)
      : ({ kind: 'bystander' } as const);
    return analysisWith(capturedAt, analysedFace(this.face, true, output));
  }
}

let source: FakeSource;

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  fakePage();
  source = new FakeSource('camera');
  opened.camera.mockImplementation(() => Promise.resolve(source));
});

async function openBooth() {
  const room = new Room();
  const storage = fakeStorage();
  const booth = new Booth({
    settings: new StoredSettings(storage),
    storage,
    pack: { kind: 'shipped', id: 'test-pack' },
    readySetup: new ReadySetup(null, 'index.js'),
    program: 'index.js',
    spawn: () => room.worker,
  });
  onTestFinished(() => {
    booth.close();
  });
  await booth.start();
  /** The camera sees this face, or nobody, for so long. */
  const see = async (face: number | null, seconds: number) => {
    room.face = face;
    for (let left = seconds * SECOND; left > 0; left -= FRAME) {
      await vi.advanceTimersByTimeAsync(FRAME);
      source.events?.frame(performance.now());
      await vi.advanceTimersByTimeAsync(0);
      flushSync();
    }
  };
  return { booth, room, storage, see };
}

test('a camera that watches reads nobody until somebody agrees', async () => {
  const { booth, room, see } = await openBooth();
  await see(1, 3);
  expect(booth.visit.stage).toBe('notice');
  expect(new Set(room.asked.flat())).toEqual(new Set());
  booth.act('agree');
  await see(1, 1);
  expect(booth.visit.stage).toBe('live');
  expect(booth.readings[0]?.prediction).toEqual([{ emotion: 'hap', salience: 100 }]);
});

test('who touches nothing plays by staying, where the operator has chosen that', async () => {
  const { booth, see } = await openBooth();
  booth.options.change({ consent: 'stay' });
  await see(1, 3 + 8);
  expect(booth.visit).toMatchObject({ stage: 'live' });
  await see(1, 12 + 8);
  expect(booth.visit).toMatchObject({ stage: 'game', visitors: [{ face: 1 }] });
});

test.each([true, false])(
  'with sound %s a round is heard, or nothing is opened for it',
  async (sound) => {
    const opened = vi.fn();
    vi.stubGlobal(
      'AudioContext',
      class {
        state = 'suspended';
        resume = () => Promise.resolve();
        close = () => Promise.resolve();
        constructor() {
          opened();
        }
      },
    );
    const { booth, see } = await openBooth();
    booth.options.change({ sound });
    await see(1, 3);
    booth.act('agree');
    await see(1, 3);
    booth.play(1);
    expect(booth.visit.stage).toBe('game');
    expect(opened).toHaveBeenCalledTimes(sound ? 1 : 0);
  },
);

test('nothing of visitor A is left for visitor B', async () => {
  const { booth, room, storage, see } = await openBooth();
  await see(1, 3);
  booth.speak('de');
  booth.act('agree');
  await see(1, 3);
  booth.play(1);
  await see(1, 9);
  expect(booth.visit).toMatchObject({ stage: 'game', game: { players: [{ best: [{}] }] } });
  expect(booth.live.history.some(({ probabilities }) => probabilities !== null)).toBe(true);
  await see(null, 8.5);
  expect(booth.visit).toMatchObject({ stage: 'wiped' });
  expect(room.worker.count('reset')).toBeGreaterThan(1);
  expect(booth.live.history.every(({ probabilities }) => probabilities === null)).toBe(true);
  expect(booth.live.readings.size).toBe(0);
  expect(booth.live.shown.ownNeutral).toBeNull();
  expect(booth.photo).toBeNull();
  await see(2, 6);
  expect(booth.visit).toMatchObject({ stage: 'notice', visitor: { face: 2 } });
  expect(booth.language).toBeNull();
  expect(booth.readings).toEqual([]);
  expect(room.asked.at(-1)).toEqual([]);
  // Of both, no more than numbers are kept.
  expect(JSON.parse(storage.getItem('blendscope.booth-counts') ?? '')).toEqual({
    visitors: 1,
    rounds: 1,
  });
});

test('a camera that fails is opened again, for nobody is there to do so', async () => {
  opened.camera.mockRejectedValueOnce(new Error('gone'));
  const { booth, see } = await openBooth();
  expect(booth.live.session.state).toBe('failed');
  await see(null, 4);
  expect(booth.live.session.state).toBe('running');
});

test('in the place of a camera that stays unplugged whichever there is is opened', async () => {
  const { booth, see } = await openBooth();
  source.events?.lost('unplugged');
  expect(booth.live.session.state).toBe('waiting');
  const another = new FakeSource('camera');
  opened.camera.mockResolvedValue(another);
  await see(null, 9);
  expect(booth.live.session.state).toBe('waiting');
  await see(null, 2);
  expect(another.closed).toBe(false);
  expect(source.closed).toBe(true);
  expect(booth.live.session.state).toBe('running');
});

test('a clock that falls ends the visit, for nobody knows how long it has lasted', async () => {
  const { booth, see } = await openBooth();
  await see(1, 3);
  booth.act('agree');
  await see(1, 1);
  vi.spyOn(performance, 'now').mockReturnValue(0);
  booth.act('live');
  expect(booth.visit.stage).toBe('attract');
});

test('close gives back the camera and the worker', async () => {
  const { booth, room } = await openBooth();
  booth.close();
  expect(source.closed).toBe(true);
  expect(room.worker.terminated).toBe(true);
});
