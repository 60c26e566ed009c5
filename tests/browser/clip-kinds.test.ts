import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { withEdits, type PatchedEdit } from '../support/made-clips.ts';
import { animation, ANIMATIONS } from './support/animations.ts';
import { bundled } from './support/bundle.ts';
import { newProfile } from './support/launch.ts';
import type { MarkRecipe, Marks, playedMarks } from './support/mark-clips.ts';

const NAME = 'marking';
const FRAMES = 40;
const MARKS: MarkRecipe = {
  container: 'mp4',
  codec: 'vp9',
  frames: FRAMES,
  // Of smaller pictures, encoders make H.264 of a level that Chromium’s decoder does not know.
  width: 320,
  height: 240,
};

let code: string;

beforeAll(async () => {
  code = await bundled('./mark-clips.ts', NAME);
});

/** The built page, whose policy holds for all that runs in it. */
async function marking(): Promise<Page> {
  const page = await (await newProfile()).newPage();
  await page.goto(inject('url'));
  await page.evaluate(code);
  return page;
}

function encode(page: Page, recipe: Partial<MarkRecipe>): Promise<string | null> {
  return page.evaluate(`${NAME}.encodeMarks(${JSON.stringify({ ...MARKS, ...recipe })})`);
}

const evaluated = (page: Page, clip: string) =>
  page.evaluate<Marks>(`${NAME}.evaluatedMarks('${clip}')`);
const played = (page: Page, clip: string) =>
  page.evaluate<Awaited<ReturnType<typeof playedMarks>>>(`${NAME}.playedMarks('${clip}')`);

const upTo = (from: number, until: number) =>
  Array.from({ length: until - from }, (_, i) => from + i);

describe('what the player shows is what is evaluated', () => {
  test.each<{ what: string; edits: readonly PatchedEdit[]; shown: readonly number[] }>([
    {
      what: 'an edit that hides the first half',
      edits: [{ duration: 2, mediaTime: 2 }],
      shown: upTo(20, 40),
    },
    {
      what: 'an edit that hides the last half',
      edits: [{ duration: 2, mediaTime: 0 }],
      shown: upTo(0, 20),
    },
    {
      what: 'an edit that hides both ends',
      edits: [{ duration: 2, mediaTime: 1 }],
      shown: upTo(10, 30),
    },
    {
      what: 'two edits in another order',
      edits: [
        { duration: 1, mediaTime: 3 },
        { duration: 1, mediaTime: 0 },
      ],
      shown: [...upTo(30, 40), ...upTo(0, 10)],
    },
  ])('$what', async ({ edits, shown }) => {
    const page = await marking();
    const whole = await encode(page, {});
    const bytes = withEdits(Buffer.from(whole!, 'base64'), edits);
    const clip = Buffer.from(bytes).toString('base64');
    const { marks, times, problem } = await evaluated(page, clip);
    expect(problem).toBeNull();
    expect(marks).toEqual(shown);
    expect(times.every((at, i) => Math.abs(at - i / 10) < 1e-3)).toBe(true);
    const { first, last, duration } = await played(page, clip);
    expect({ first, last }).toEqual({ first: shown[0], last: shown.at(-1) });
    expect(duration).toBeCloseTo(shown.length / 10, 1);
  });
});

test.for([
  { container: 'mkv', codec: 'vp8' },
  { container: 'mkv', codec: 'avc' },
  { container: 'ts', codec: 'avc' },
  { container: 'mp4', codec: 'avc' },
  { container: 'webm', codec: 'av1' },
] as const)('$codec in $container is read', async (recipe, { skip }) => {
  const page = await marking();
  const clip = await encode(page, { ...recipe, frames: 20 });
  if (clip === null) return skip('this Chromium was built without H.264');
  const { marks, times, problem } = await evaluated(page, clip);
  expect(problem).toBeNull();
  expect(marks).toEqual(upTo(0, 20));
  expect(times[0]).toBeCloseTo(0, 6);
});

test('a clip with an alpha channel is read like one without, under the page’s own policy', async () => {
  const page = await marking();
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  const plain = (await encode(page, { container: 'webm', frames: 20 }))!;
  const clip = await page.evaluate<string>(`${NAME}.withAlpha('${plain}')`);
  expect(clip.length).toBeGreaterThan(plain.length * 1.5);
  expect(await evaluated(page, clip)).toEqual(await evaluated(page, plain));
  expect(refused).toEqual([]);
});

test('an animation is read picture by picture, in its own time', async () => {
  const page = await marking();
  for (const kind of ANIMATIONS) {
    const clip = Buffer.from(await animation(page, kind)).toString('base64');
    const { marks, times, problem } = await evaluated(page, clip);
    expect([kind, marks.length, problem]).toEqual([kind, 2, null]);
    expect(times.map((at) => at.toFixed(3))).toEqual(['0.000', '0.200']);
  }
  await page.evaluate(() => void Reflect.deleteProperty(globalThis, 'ImageDecoder'));
  const clip = Buffer.from(await animation(page, 'gif')).toString('base64');
  expect((await evaluated(page, clip)).problem).toEqual({ kind: 'animation-unsupported' });
});

test('clips of a few pixels are read to their end', async () => {
  const page = await marking();
  for (const [width, height] of [
    [2, 2],
    [4, 240],
    [160, 120],
  ] as const) {
    const clip = await encode(page, { container: 'webm', codec: 'vp8', frames: 5, width, height });
    const { marks, problem } = await evaluated(page, clip!);
    expect([width, marks, problem]).toEqual([width, upTo(0, 5), null]);
  }
});
