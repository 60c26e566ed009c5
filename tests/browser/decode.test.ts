import type { Page } from 'playwright-core';
import { beforeAll, expect, inject, test } from 'vitest';
import { bundled } from './support/bundle.ts';
import type { Decoded } from './support/decode-clip.ts';
import type { ClipRecipe } from './support/encode-clip.ts';
import { newProfile } from './support/launch.ts';

/** Ten frames a second. */
const FRAMES = 60;
/** Three, and what a decoder that starts slowly is given beside; without a pace it is forty. */
const FEW = 16;

let encoding: string;
let decoding: string;

beforeAll(async () => {
  encoding = await bundled('./encode-clip.ts', 'encoding');
  decoding = await bundled('./decode-clip.ts', 'decoding');
});

/** A page at a secure address, where there is WebCodecs, and a clip encoded there. */
async function pageWithClip(codec: ClipRecipe['codec']) {
  const page = await (await newProfile()).newPage();
  await page.goto(inject('url'));
  await page.evaluate(encoding);
  await page.evaluate(decoding);
  const recipe: ClipRecipe = {
    codec,
    size: { width: 320, height: 240 },
    rate: 10,
    sway: 0,
    takes: [{ jpeg: null, frames: FRAMES }],
  };
  const clip = await page.evaluate<string>(`encoding.encodeClip(${JSON.stringify(recipe)})`);
  return { page, clip };
}

interface Wish {
  readonly every?: number;
  readonly leaveAfter?: number;
}

/** Takes 5 ms for each frame: longer than decoding it. */
function decode(page: Page, clip: string, { every = 1, leaveAfter = Infinity }: Wish = {}) {
  return page.evaluate<Decoded>(`decoding.decodeClip('${clip}', ${every}, 5, ${leaveAfter})`);
}

const timesOf = (every: number) =>
  Array.from({ length: FRAMES / every }, (_, i) => expect.closeTo((i * every) / 10, 3) as number);

test.each(['vp8', 'vp9'] as const)(
  'every frame of %s comes once and in order, few wait, and none stays open',
  async (codec) => {
    const { page, clip } = await pageWithClip(codec);
    const all = await decode(page, clip);
    expect(all.problem).toBeNull();
    expect(all.times).toEqual(timesOf(1));
    expect(all.mostOpen).toBeLessThanOrEqual(FEW);
    expect(all.leftOpen).toBe(0);
    const some = await decode(page, clip, { every: 3 });
    expect(some.times).toEqual(timesOf(3));
    expect(some.leftOpen).toBe(0);
  },
);

test('who leaves early leaves no frame open', async () => {
  const { page, clip } = await pageWithClip('vp8');
  const { times, leftOpen } = await decode(page, clip, { leaveAfter: 5 });
  expect(times).toHaveLength(5);
  expect(leftOpen).toBe(0);
});

test('a clip that was cut short is said to be, not taken for a short one', async () => {
  const { page, clip } = await pageWithClip('vp8');
  const { length } = clip;
  const { problem } = await decode(page, clip.slice(0, Math.floor(length * 0.15) * 4));
  expect(problem?.kind).toBe('cut-short');
});
