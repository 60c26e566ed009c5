import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit } from './support/launch.ts';
import { filmOfPhoto } from './support/mjpeg.ts';
import {
  button,
  startCamera,
  startDrawnFace,
  untilRead,
  untilSaid,
  untilSpoken,
  untilUnread,
  withSettings,
} from './support/page.ts';

/** Makes the browser refuse the camera with an error of this name. */
function refusing(name: string) {
  return (page: Page) =>
    page.addInitScript((errorName) => {
      MediaDevices.prototype.getUserMedia = () => Promise.reject(new DOMException('', errorName));
    }, name);
}

test('without mediaDevices the page says so, and the drawn face still works', async () => {
  const { page, trouble } = await visit({
    prepare: (page) =>
      page.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, 'mediaDevices', { get: () => undefined });
      }),
  });
  await startCamera(page).catch(() => undefined);
  await untilSaid(page, 'This browser gives web pages no camera.');
  await startDrawnFace(page);
  expect(trouble.errors).toEqual([]);
});

test('on an insecure address the page says so, and the drawn face still works', async () => {
  const { page } = await visit({ host: 'booth.example' });
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await button(page, 'Start camera').click();
  await untilSaid(page, 'The browser gives no camera to a page without a secure address.');
  await startDrawnFace(page);
  await page.getByRole('link', { name: 'Evaluate' }).click();
  await untilSaid(page, 'The browser decodes no clips for a page without a secure address.');
});

test('what a browser lacks is listed at the start, with what does not work', async () => {
  const { page } = await visit({
    prepare: (page) =>
      page.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, 'mediaDevices', { get: () => undefined });
        Reflect.deleteProperty(globalThis, 'VideoDecoder');
      }),
  });
  const list = page.getByRole('region', { name: 'What does not work in this browser' });
  await list.waitFor();
  expect(
    (await list.getByRole('listitem').allTextContents()).map((text) => text.split(':')[0]),
  ).toEqual(['No camera for web pages', 'No WebCodecs']);
});

test('a denied camera starts by itself once it is allowed in the settings', async () => {
  const { page, context } = await visit({
    camera: 'denied',
    film: await filmOfPhoto('smiling'),
  });
  await startCamera(page);
  await untilSaid(page, 'The camera is not allowed on this page.');
  await context.grantPermissions(['camera']);
  await untilRead(page);
});

test('where there is no camera the drawn face comes first', async () => {
  const { page } = await visit({ cameras: 0 });
  const buttons = page.getByRole('main').getByRole('button');
  await expect.poll(() => buttons.first().textContent()).toContain('without a camera');
  await startCamera(page);
  await untilSaid(page, 'No camera was found.');
  await startDrawnFace(page);
});

test('a busy camera is said to be busy, and can be tried again', async () => {
  const { page } = await visit({
    film: await filmOfPhoto('smiling'),
    prepare: (page) =>
      page.addInitScript(() => {
        const { getUserMedia } = MediaDevices.prototype;
        let refusals = 1;
        MediaDevices.prototype.getUserMedia = function (wish) {
          if (refusals-- > 0) return Promise.reject(new DOMException('', 'NotReadableError'));
          return getUserMedia.call(this, wish);
        };
      }),
  });
  await startCamera(page);
  await untilSaid(page, 'Another program is using the camera.');
  await button(page, 'Try again').click();
  await untilRead(page);
});

test('an error nobody knows still ends in a sentence', async () => {
  const { page, trouble } = await visit({ prepare: refusing('SomethingNewError') });
  await startCamera(page);
  await untilSaid(page, 'Something unexpected stopped the page.');
  expect(trouble.errors).toEqual([]);
});

test('a chosen camera that is gone is replaced, and the page says by which', async () => {
  const { page } = await visit({
    film: await filmOfPhoto('smiling'),
    prepare: (page) => withSettings(page, { camera: 'a-camera-of-last-year' }),
  });
  await startCamera(page);
  await untilRead(page);
  await untilSaid(page, 'The camera you chose is not there.');
  const used = await page.evaluate(async () => {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.find(({ kind }) => kind === 'videoinput')?.label;
  });
  await untilSaid(page, `The page uses “${used}” instead`);
});

test('an unplugged camera is waited for and taken up again', async () => {
  const { page } = await visit({
    film: await filmOfPhoto('smiling'),
    prepare: (page) =>
      page.addInitScript(() => {
        const { getUserMedia, enumerateDevices } = MediaDevices.prototype;
        let streams: MediaStream[] = [];
        let plugged = true;
        MediaDevices.prototype.getUserMedia = async function (wish) {
          const stream = await getUserMedia.call(this, wish);
          streams.push(stream);
          return stream;
        };
        MediaDevices.prototype.enumerateDevices = async function () {
          return plugged ? enumerateDevices.call(this) : [];
        };
        addEventListener('unplug', () => {
          plugged = false;
          const tracks = streams.flatMap((stream) => stream.getTracks());
          streams = [];
          for (const track of tracks) {
            track.stop();
            track.dispatchEvent(new Event('ended'));
          }
          navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
        });
        addEventListener('plug', () => {
          plugged = true;
          navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
        });
      }),
  });
  await startCamera(page);
  await untilRead(page);
  await page.evaluate(() => dispatchEvent(new Event('unplug')));
  await untilSaid(page, 'The camera was unplugged.');
  await untilUnread(page);
  await page.evaluate(() => dispatchEvent(new Event('plug')));
  await untilSaid(page, 'The camera is back.');
  await untilRead(page);
});

/** The camera's frames go through a track of the page's own, which can be made to stop. */
function stoppableCamera(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    interface Track extends MediaStreamTrack {
      readonly writable: WritableStream<VideoFrame>;
    }
    const { MediaStreamTrackGenerator, MediaStreamTrackProcessor } = globalThis as unknown as {
      MediaStreamTrackGenerator: new (init: { kind: 'video' }) => Track;
      MediaStreamTrackProcessor: new (init: { track: MediaStreamTrack }) => {
        readonly readable: ReadableStream<VideoFrame>;
      };
    };
    const { getUserMedia } = MediaDevices.prototype;
    MediaDevices.prototype.getUserMedia = async function (wish) {
      const [camera] = (await getUserMedia.call(this, wish)).getVideoTracks();
      const track = new MediaStreamTrackGenerator({ kind: 'video' });
      let stopped = false;
      let muted = false;
      Object.defineProperty(track, 'muted', { get: () => muted });
      addEventListener('camera', ({ detail }: CustomEventInit<'stop' | 'mute' | 'go'>) => {
        stopped = detail !== 'go';
        muted = detail === 'mute';
        if (detail !== 'stop') track.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
      });
      const { readable } = new MediaStreamTrackProcessor({ track: camera! });
      const gate = new TransformStream<VideoFrame, VideoFrame>({
        transform(frame, controller) {
          if (stopped) frame.close();
          else controller.enqueue(frame);
        },
      });
      void readable.pipeThrough(gate).pipeTo(track.writable);
      return new MediaStream([track]);
    };
  });
}

for (const how of ['stop', 'mute'] as const) {
  test(`frames that stop (${how}) mute the reading within 1.5 seconds, and it resumes`, async () => {
    const { page, trouble } = await visit({
      film: await filmOfPhoto('smiling'),
      prepare: stoppableCamera,
    });
    await startCamera(page);
    await untilRead(page);
    const tell = (detail: string) =>
      page.evaluate((value) => {
        dispatchEvent(new CustomEvent('camera', { detail: value }));
      }, detail);
    const muted = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          addEventListener('camera', () => {
            const from = performance.now();
            const look = () => {
              const meters = [...document.querySelectorAll('[role=meter]')];
              const read = meters.some((each) => each.getAttribute('aria-valuenow') !== '0');
              if (read) requestAnimationFrame(look);
              else resolve(performance.now() - from);
            };
            look();
          });
        }),
    );
    await tell(how);
    expect(await muted).toBeLessThan(1500);
    await untilSaid(page, 'The camera sends no picture.');
    await tell('go');
    await untilRead(page);
    await expect.poll(() => page.getByText('The camera sends no picture.').count()).toBe(0);
    expect(trouble.errors).toEqual([]);
  });
}

test('a question that nobody answers is pointed out after ten seconds', async () => {
  const { page } = await visit({
    prepare: async (page) => {
      await page.clock.install();
      await page.addInitScript(() => {
        MediaDevices.prototype.getUserMedia = () => new Promise(() => undefined);
      });
    },
  });
  await startCamera(page);
  await untilSaid(page, 'Your browser may ask about the camera');
  await page.clock.pauseAt(Date.now() + 5000);
  const hint = page.getByText('Look beside the page’s address');
  expect(await hint.count()).toBe(0);
  await page.clock.runFor(5000);
  await hint.waitFor();
});

test('Stop gives the camera back at once', async () => {
  const { page } = await visit({
    film: await filmOfPhoto('smiling'),
    prepare: (page) =>
      page.addInitScript(() => {
        const { getUserMedia } = MediaDevices.prototype;
        MediaDevices.prototype.getUserMedia = async function (wish) {
          const stream = await getUserMedia.call(this, wish);
          Object.assign(globalThis, { streamOfTest: stream });
          return stream;
        };
      }),
  });
  await startCamera(page);
  await untilRead(page);
  await button(page, 'Stop').click();
  const states = await page.evaluate(() => {
    const { streamOfTest } = globalThis as unknown as { streamOfTest: MediaStream };
    return streamOfTest.getTracks().map(({ readyState }) => readyState);
  });
  expect(states).toEqual(['ended']);
  await button(page, 'Start camera').waitFor();
});

test('a hidden page rests, and goes on when it is shown', async () => {
  const { page } = await visit();
  await startDrawnFace(page);
  const show = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await show(true);
  await untilSpoken(page, /^Paused\.$/);
  await untilUnread(page);
  await show(false);
  await untilRead(page);
});
