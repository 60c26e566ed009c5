import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { boxStart, makeClip } from '../support/made-clips.ts';
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

/** Two pictures of 1 × 1, one red and one blue, each for 0.2 s. */
function animatedGif(): Uint8Array {
  const picture = (index: number) => [
    ...[0x21, 0xf9, 4, 0, 20, 0, 0, 0],
    ...[0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0],
    ...[2, 2, index === 0 ? 0x44 : 0x4c, 1, 0],
  ];
  return Uint8Array.from([
    ...Buffer.from('GIF89a'),
    ...[1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255],
    ...[0x21, 0xff, 11, ...Buffer.from('NETSCAPE2.0'), 3, 1, 0, 0, 0],
    ...picture(0),
    ...picture(1),
    0x3b,
  ]);
}

/** Two pictures of a canvas, put together as the container has them. */
async function animatedWebp(page: Page): Promise<Uint8Array> {
  const stills = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 32, height: 32 });
    const context = canvas.getContext('2d')!;
    const made: number[][] = [];
    for (const colour of ['red', 'blue']) {
      context.fillStyle = colour;
      context.fillRect(0, 0, 32, 32);
      const blob = await new Promise<Blob | null>((resolve) => {
        canvas.toBlob(resolve, 'image/webp', 0.9);
      });
      made.push(Array.from(new Uint8Array(await blob!.arrayBuffer())));
    }
    return made;
  });
  const chunk = (type: string, data: readonly number[]) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(data.length);
    return [...Buffer.from(type), ...length, ...data, ...(data.length % 2 === 1 ? [0] : [])];
  };
  const frames = stills.flatMap((still) => {
    const at = Buffer.from(still).indexOf('VP8 ');
    const head = [0, 0, 0, 0, 0, 0, 31, 0, 0, 31, 0, 0, 200, 0, 0, 0];
    return chunk('ANMF', [...head, ...still.slice(at)]);
  });
  const body = [
    ...Buffer.from('WEBP'),
    ...chunk('VP8X', [2, 0, 0, 0, 31, 0, 0, 31, 0, 0]),
    ...chunk('ANIM', [0, 0, 0, 0, 0, 0]),
    ...frames,
  ];
  return Uint8Array.from(chunk('RIFF', body));
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

test.each(['gif', 'webp'] as const)('an animated %s plays', async (kind) => {
  const { page, trouble } = await visit();
  const bytes = kind === 'gif' ? animatedGif() : await animatedWebp(page);
  await openLive(page, fileOf(`a.${kind}`, bytes, `image/${kind}`));
  await button(page, 'Stop').waitFor();
  const isRed = async () => {
    const [red = 0, , blue = 0] = await shownColour(page);
    return red > blue;
  };
  await expect.poll(isRed, { interval: 20 }).toBe(true);
  await expect.poll(isRed, { interval: 20 }).toBe(false);
  await expect.poll(isRed, { interval: 20 }).toBe(true);
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

test.each([
  [1, 1],
  [1, 4000],
  [4000, 1],
  [3, 5],
])('a photo of %i × %i is shown', async (width, height) => {
  const { page, trouble } = await visit();
  await openLive(page, fileOf('thin.png', await pngOf(page, width, height), 'image/png'));
  await button(page, 'Stop').waitFor();
  // It has been analysed by then.
  await untilSpoken(page, /Looking for a face/);
  expect(await page.getByText(UNEXPECTED).count()).toBe(0);
  expect(trouble.errors).toEqual([]);
});

const MOVIE = '\0\0\0\x18ftyp';

test.each([
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
])('$name is refused for what it is', async ({ name, bytes, says }) => {
  const { page } = await visit();
  await openLive(page, fileOf(name, bytes));
  await page.getByText(says).first().waitFor();
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
