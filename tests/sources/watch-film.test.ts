import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { FileProblem } from '../../src/core/media/file-problem.ts';
import { watchFilm } from '../../src/sources/watch-film.ts';
import { makeClip } from '../support/made-clips.ts';

/** As much of a video element as is watched. */
class FakeVideo extends EventTarget {
  currentTime = 0;
  error: { readonly message: string } | null = null;
  readonly load = vi.fn(() => {
    this.currentTime = 0;
    this.error = null;
  });
  readonly play = vi.fn(() => Promise.resolve());

  playTo(seconds: number): void {
    this.currentTime = seconds;
    this.dispatchEvent(new Event('timeupdate'));
  }

  beginAgain(): void {
    this.currentTime = 0;
    this.dispatchEvent(new Event('seeking'));
  }

  fail(message: string): void {
    this.error = { message };
    this.dispatchEvent(new Event('error'));
  }
}

function watched(bytes: Uint8Array<ArrayBuffer>) {
  const view = new FakeVideo();
  const told: FileProblem[] = [];
  const stop = watchFilm(view as unknown as HTMLVideoElement, new Blob([bytes]), (problem) => {
    told.push(problem);
  });
  onTestFinished(stop);
  return { view, told, stop };
}

const untilTold = (told: readonly FileProblem[]) =>
  vi.waitFor(() => {
    expect(told).toHaveLength(1);
  });

describe('a film that begins again', () => {
  test.each(['webm', 'mkv', 'fragmented-mp4'] as const)(
    'too early (%s) is said to be cut short, once, with how far it went',
    async (container) => {
      const whole = await makeClip({ container });
      const { view, told } = watched(whole.slice(0, Math.floor(whole.length * 0.6)));
      view.playTo(1.2);
      view.beginAgain();
      await untilTold(told);
      view.playTo(1.2);
      view.beginAgain();
      await Promise.resolve();
      expect(told).toEqual([{ kind: 'cut-short', seconds: 1.2 }]);
    },
  );

  test('with bytes in it that are none of its own is said to be damaged', async () => {
    const whole = await makeClip({ container: 'webm', frames: 40 });
    const clusters = Buffer.from(whole).indexOf(Buffer.from([0x1f, 0x43, 0xb6, 0x75]), 600);
    expect(clusters).toBeGreaterThan(0);
    const { view, told } = watched(whole.fill(0, clusters, clusters + 200));
    view.playTo(3.9);
    view.beginAgain();
    await untilTold(told);
    expect(told[0]).toMatchObject({ kind: 'damaged', seconds: 3.9 });
  });

  test.each(['webm', 'mp4', 'mpeg-ts'] as const)('at its end (%s) is fine', async (container) => {
    const { view, told } = watched(await makeClip({ container }));
    for (let round = 0; round < 3; round++) {
      view.playTo(2);
      view.beginAgain();
    }
    await new Promise((resolve) => setTimeout(resolve));
    expect(told).toEqual([]);
  });
});

describe('a film that its player gives up', () => {
  test('is played from its beginning again, and said to be damaged, once', async () => {
    const { view, told } = watched(await makeClip({ container: 'mp4' }));
    for (let round = 0; round < 3; round++) {
      view.playTo(1.5);
      view.currentTime = 1.6;
      view.fail('PIPELINE_ERROR_DECODE');
    }
    expect([view.load.mock.calls.length, view.play.mock.calls.length]).toEqual([3, 3]);
    await untilTold(told);
    expect(told).toEqual([{ kind: 'damaged', seconds: 1.6, reason: 'PIPELINE_ERROR_DECODE' }]);
  });

  test('at its first frame is left alone: it would only begin again and again', async () => {
    const { view, told } = watched(await makeClip({ container: 'mp4' }));
    view.fail('PIPELINE_ERROR_DECODE');
    await untilTold(told);
    expect(view.load).not.toHaveBeenCalled();
  });
});

test('nothing is told of a film that is played no more', async () => {
  const whole = await makeClip({ container: 'webm' });
  const { view, told, stop } = watched(whole.slice(0, 1000));
  view.playTo(0.4);
  stop();
  view.beginAgain();
  view.fail('late');
  await new Promise((resolve) => setTimeout(resolve));
  expect(told).toEqual([]);
  expect(view.load).not.toHaveBeenCalled();
});
