import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { boxStart, makeClip } from '../support/made-clips.ts';
import { animatedGif, animation, ANIMATIONS } from './support/animations.ts';
import { bundled } from './support/bundle.ts';
import type { ChosenFile } from './support/clips.ts';
import { visit } from './support/launch.ts';
import { button, untilSpoken } from './support/page.ts';

const UNEXPECTED = 'Something unexpected';
let code: string;

beforeAll(async () => {
  code = await bundled('./mark-clips.ts', 'marking');
});

async function openLive(page: Page, file: ChosenFile): Promise<void> {
  await page.locator('main input[type=file]').setInputFiles({ ...file });
}

function fileOf(name: string, bytes: Uint8Array | string, mimeType = ''): ChosenFile {
  return { name, mimeType, buffer: Buffer.from(bytes as string, 'latin1') };
}

/** What the stage shows in its middle: red, green and blue. */
function shownColour(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const views = Array.from(document.querySelectorAll('main canvas, main video'));
    const view = views.find((element) => element.clientWidth > 100) as HTMLCanvasElement;
    const context = new OffscreenCanvas(1, 1).getContext('2d')!;
    context.drawImage(view, 0, 0, 1, 1);
    return Array.from(context.getImageData(0, 0, 1, 1).data.slice(0, 3));
  });
}

async function pngOf(page: Page, width: number, height: number): Promise<Uint8Array> {
  const bytes = await page.evaluate(
    async ([w, h]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h });
      canvas.getContext('2d')!.fillRect(0, 0, w!, h!);
      const blob = await new Promise<Blob | null>((resolve) => {
        canvas.toBlob(resolve);
      });
      return Array.from(new Uint8Array(await blob!.arrayBuffer()));
    },
    [width, height],
  );
  return Uint8Array.from(bytes);
}

test('animations play', async () => {
  const { page, trouble } = await visit();
  const isRed = async () => {
    const [red = 0, , blue = 0] = await shownColour(page);
    return red > blue;
  };
  for (const kind of ANIMATIONS) {
    const bytes = await animation(page, kind);
    await openLive(page, fileOf(`a.${kind}`, bytes, `image/${kind}`));
    await button(page, 'Stop').waitFor();
    for (const red of [true, false, true]) {
      await expect.poll(isRed, { message: kind, interval: 20 }).toBe(red);
    }
    await button(page, 'Stop').click();
  }
  expect(trouble.errors).toEqual([]);
});

test('without an ImageDecoder an animation’s first picture is shown, and said to be that', async () => {
  const { page } = await visit({
    prepare: (page) =>
      page.addInitScript(() => void Reflect.deleteProperty(globalThis, 'ImageDecoder')),
  });
  await openLive(page, fileOf('a.gif', animatedGif(), 'image/gif'));
  await page.getByText('This browser shows only the first picture').waitFor();
  expect((await shownColour(page))[0]).toBeGreaterThan(200);
});

test('photos of any size are shown', async () => {
  const { page, trouble } = await visit();
  for (const [width, height] of [
    [1, 1],
    [1, 4000],
    [4000, 1],
    [3, 5],
  ] as const) {
    const bytes = await pngOf(page, width, height);
    await openLive(page, fileOf('thin.png', bytes, 'image/png'));
    await button(page, 'Stop').waitFor();
    // It has been analysed by then.
    await untilSpoken(page, /Looking for a face/);
    expect(await page.getByText(UNEXPECTED).count(), `${width} × ${height}`).toBe(0);
    await button(page, 'Stop').click();
  }
  expect(trouble.errors).toEqual([]);
});

const MOVIE = '\0\0\0\x18ftyp';

const REFUSED = [
  { name: 'a.heic', bytes: `${MOVIE}heic\0\0\0\0mif1heic`, says: '“a.heic” is a HEIC photo.' },
  {
    name: 'a.svg',
    bytes: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    says: '“a.svg” is a drawing (SVG).',
  },
  { name: 'a.nef', bytes: 'MM\0*\0\0\0\x08\0\0', says: '“a.nef” is a camera’s raw picture.' },
  { name: 'a.avi', bytes: 'RIFF\x10\0\0\0AVI LIST', says: '“a.avi” is an AVI video.' },
  { name: 'a.mp4', bytes: '%PDF-1.7', says: '“a.mp4” is a PDF document.' },
  { name: 'b.mp4', bytes: 'no video', says: '“b.mp4” is a text.' },
  { name: 'a.webm', bytes: '', says: '“a.webm” is empty.' },
];

test('files of other kinds are refused for what they are', async () => {
  const { page } = await visit();
  for (const { name, bytes, says } of REFUSED) {
    await openLive(page, fileOf(name, bytes));
    await page.getByText(says).first().waitFor();
  }
});

test('a recording without an index is said to be one, live as when evaluated', async () => {
  const { page } = await visit();
  const whole = await makeClip({ container: 'mp4' });
  const bytes = whole.slice(0, boxStart(whole, 'moov'));
  await openLive(page, fileOf('a.mp4', bytes, 'video/mp4'));
  await page.getByText('“a.mp4” has no index').first().waitFor();
});

test('what the browser’s player does not know is decoded as it is evaluated', async ({ skip }) => {
  const { page, trouble } = await visit();
  await page.evaluate(code);
  const recipe = { container: 'ts', codec: 'avc', frames: 20, width: 320, height: 240 };
  const clip = await page.evaluate<string | null>(`marking.encodeMarks(${JSON.stringify(recipe)})`);
  if (clip === null) return skip('this Chromium was built without H.264');
  await openLive(page, { name: 'a.ts', mimeType: '', buffer: Buffer.from(clip, 'base64') });
  await button(page, 'Stop').waitFor();
  const levels = new Set<number>();
  await expect
    .poll(
      async () => {
        levels.add((await shownColour(page))[0]!);
        return levels.size;
      },
      { interval: 30, timeout: 15_000 },
    )
    .toBeGreaterThan(5);
  expect(trouble.errors).toEqual([]);
});

test('a film that is damaged part-way goes on with its good part, and it is said', async () => {
  const { page, trouble } = await visit();
  await page.evaluate(code);
  const recipe = { container: 'mp4', codec: 'vp9', frames: 20, width: 320, height: 240 };
  const clip = await page.evaluate<string>(`marking.encodeMarks(${JSON.stringify(recipe)})`);
  const bytes = Buffer.from(clip, 'base64');
  const [from, to] = [boxStart(bytes, 'mdat'), boxStart(bytes, 'moov')];
  bytes.fill(0x55, Math.round(from + 0.7 * (to - from)), to);
  await openLive(page, { name: 'part.mp4', mimeType: 'video/mp4', buffer: bytes });
  await page.getByText(/“part\.mp4” is damaged: it could be decoded for \d\.\d s/).waitFor();
  // It is played from its beginning again.
  const levels: number[] = [];
  await expect
    .poll(
      async () => {
        levels.push((await shownColour(page))[0]!);
        return levels.some((level, i) => level < (levels[i - 1] ?? 0) - 10);
      },
      { interval: 30 },
    )
    .toBe(true);
  expect(trouble.errors).toEqual([]);
});

test('a film of which the rest is missing is said to end too early', async () => {
  const { page } = await visit();
  await page.evaluate(code);
  const recipe = { container: 'webm', codec: 'vp8', frames: 20, width: 320, height: 240 };
  const clip = await page.evaluate<string>(`marking.encodeMarks(${JSON.stringify(recipe)})`);
  const bytes = Buffer.from(clip, 'base64');
  const cut = bytes.subarray(0, Math.round(0.7 * bytes.length));
  await openLive(page, { name: 'cut.webm', mimeType: 'video/webm', buffer: cut });
  await page.getByText(/“cut\.webm” ends too early, after \d\.\d s/).waitFor();
});

test('videos of a few pixels are played and looked at', async () => {
  const { page, trouble } = await visit();
  await page.evaluate(code);
  for (const [width, height] of [
    [2, 2],
    [4, 240],
    [160, 120],
  ]) {
    const recipe = { container: 'webm', codec: 'vp8', frames: 5, width, height };
    const clip = await page.evaluate<string>(`marking.encodeMarks(${JSON.stringify(recipe)})`);
    await openLive(page, {
      name: 'small.webm',
      mimeType: 'video/webm',
      buffer: Buffer.from(clip, 'base64'),
    });
    await untilSpoken(page, /Looking for a face/);
    await button(page, 'Stop').click();
  }
  expect(trouble.errors).toEqual([]);
});
