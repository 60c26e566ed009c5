import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { changedAll, type Json } from '../support/packs.ts';
import { fixture } from '../support/wrong-packs.ts';
import { textFile } from './support/clips.ts';
import { drop } from './support/drop.ts';
import { exportedPack, missingExports } from './support/exported.ts';
import { filmOfScenes } from './support/drawn-film.ts';
import { folderOf } from './support/folder.ts';
import { visit } from './support/launch.ts';
import { button, startCamera, startDrawnFace, untilRead } from './support/page.ts';

const PACKS = ['clip-reduced', 'videomae-reduced', 'video-swin-aggregated-reduced'];
const missing = missingExports(PACKS);

/** For so long each of them reads a camera … */
const SECONDS = 20;
/** … and until it has read both lights, so long at most. */
const LONGEST = 40;
/** Of the camera's frames, how many are analysed: 30 a second on two processors without other work. */
const SHARE = 0.8;
/** Points of 100 that a meter moves by at least, where a picture that holds still moves none. */
const CHANGE = 5;

/** Networks of random weights tell one light from another, and hardly two expressions. */
const LIGHTS = ['rgb(255 255 255 / 0.5)', 'rgb(0 0 120 / 0.5)'];
/** Of a face that is still, frames would be left out. */
const SWAY = [0, 12, 0, 12, 0, 12];
const SCENES = LIGHTS.flatMap((tint) =>
  SWAY.map((right) => ({ faces: [{ hap: 100 }], seconds: 0.4, tint, right })),
);

/** The page's thread is kept busy for so many milliseconds on purpose, which must be noticed. */
const BUSY = 100;

interface Observed {
  /** Milliseconds of the tasks of the page's thread that took 50 and more, by the clock on the wall. */
  readonly longTasks: readonly number[];
  /** Milliseconds of the task that was to be noticed. */
  readonly deliberate: number;
  /** Between the lowest and the highest position of the meter that moves most, in points of 100. */
  readonly change: number;
  /** Frames analysed a second. */
  readonly rate: number;
}

/** What happens on the page for so many seconds, and until a meter has moved by so many points. */
async function observe(page: Page, seconds: number, points: number): Promise<Observed> {
  const observing = page.evaluate(
    async ([duration, wanted, longest, busy]) => {
      const longTasks: PerformanceEntry[] = [];
      const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries()));
      observer.observe({ type: 'longtask' });
      const aWhile = () => new Promise((resolve) => setTimeout(resolve, 50));
      const meters = [...document.querySelectorAll('[role=meter]')];
      const seen = meters.map(() => ({ least: 100, most: 0 }));
      const started = performance.now();
      let change = 0;
      for (let passed = 0; passed < duration || (change < wanted && passed < longest);) {
        await aWhile();
        passed = (performance.now() - started) / 1000;
        for (const [i, range] of seen.entries()) {
          const position = Number(meters[i]!.getAttribute('aria-valuenow'));
          range.least = Math.min(range.least, position);
          range.most = Math.max(range.most, position);
        }
        change = Math.max(...seen.map(({ least, most }) => most - least));
      }
      const busySince = performance.now();
      while (performance.now() - busySince < busy);
      const isDeliberate = (task: PerformanceEntry) =>
        task.startTime <= busySince && busySince < task.startTime + task.duration;
      while (!longTasks.some(isDeliberate)) await aWhile();
      observer.disconnect();
      const before = longTasks.filter((task) => !isDeliberate(task));
      return {
        longTasks: before.map((task) => task.duration),
        deliberate: longTasks.find(isDeliberate)!.duration,
        change,
      };
    },
    [seconds, points, LONGEST, BUSY] as const,
  );
  return { ...(await observing), rate: await measured(page, 'analysed') };
}

async function measured(page: Page, what: string): Promise<number> {
  const measurements = page.getByRole('region', { name: 'Measurements' });
  const text = await measurements.locator(`dt:text-is("${what}") + dd`).textContent();
  return Number.parseFloat(text ?? '');
}

test.skipIf(missing !== '')(
  `encoders exported at reduced depth read a camera beside its frames${missing}`,
  async () => {
    const { page, trouble } = await visit({ film: await filmOfScenes(SCENES) });
    await startCamera(page);
    await untilRead(page);
    await page.keyboard.press('h');
    for (const id of PACKS) {
      await drop(page, [exportedPack(id)]);
      await page.getByText('reads now.').waitFor();
      await untilRead(page);
      const observed = await observe(page, SECONDS, CHANGE);
      expect(observed.longTasks).toEqual([]);
      expect(observed.deliberate).toBeGreaterThanOrEqual(BUSY);
      expect(observed.change).toBeGreaterThanOrEqual(CHANGE);
      expect(observed.rate).toBeGreaterThan(SHARE * (await measured(page, 'camera')));
      await page.getByText(/^Reading of [\d.]+ s ago$/).waitFor();
      expect(await measured(page, 'encode')).toBeGreaterThan(0);
      await page.getByRole('button', { name: 'Dismiss' }).click();
    }

    // A frozen frame of a clip is not explained, and the reason is said.
    await button(page, 'Freeze').click();
    await page.getByText('This model reads several frames at once').waitFor();
    const explaining = page.getByRole('table').getByRole('button', { disabled: true });
    expect(await explaining.count()).toBe(6);
    await button(page, 'Let it go').click();

    // Compared, each side says how old its reading is, where it is older than the frame.
    await button(page, 'Settings').click();
    await page.getByLabel('Compare with').selectOption({ label: 'FER+ 48, Linear' });
    await button(page, 'Close').click();
    const [a, b] = ['Reading, A', 'Reading, B'].map((name) => page.getByRole('region', { name }));
    await a!.getByText(/^Reading of [\d.]+ s ago$/).waitFor();
    expect(await b!.getByText(/^Reading of/).count()).toBe(0);
    expect(trouble.errors).toEqual([]);
  },
  180_000,
);

/** VideoMAEv2 ViT-g/14 in two variants: bytes of its files of weights, and what they take once they are loaded. */
const GIANTS = [
  {
    id: 'videomae-g-fp32',
    files: [533_511_168, 528_416_768, ...Array<number>(5).fill(504_627_200), 472_907_776],
    memory: undefined,
    said: 'needs 6.1 GB of memory, and here it can have 4.3 GB.',
  },
  {
    id: 'videomae-g-fp16',
    files: [...Array<number>(3).fill(530_000_000), 439_000_000],
    memory: 4_057_971_712,
    said: 'needs 8.1 GB of memory, and here it can have 4.3 GB.',
  },
] as const;
const LARGEST_TENSOR = 268_435_456;

test('an encoder that needs more memory than WebAssembly has is refused before it is read', async () => {
  const { page, trouble } = await visit();
  await startDrawnFace(page);
  for (const { id, files, memory, said } of GIANTS) {
    const tiny = JSON.parse(new TextDecoder().decode(fixture('tiny-pack/pack.json'))) as Json;
    const data = files.map((bytes, i) => ({ file: `w-${i}.data`, sha256: 'a'.repeat(64), bytes }));
    const encoder = { 'encoder.data': data, 'encoder.largestTensor': LARGEST_TENSOR };
    const pack = changedAll(tiny, { name: 'Giant', ...encoder, 'encoder.memory': memory });
    const root = await folderOf([textFile(`${id}/pack.json`, JSON.stringify(pack), '')]);
    // As long as they say, and without a byte on the disk: whoever read them would find them wrong.
    for (const { file, bytes } of data) {
      await writeFile(join(root, id, file), '');
      await truncate(join(root, id, file), bytes);
    }
    await drop(page, [join(root, id)]);
    await page.getByText(`“${id}” is not used.`).waitFor();
    const sentences = await page.getByRole('region', { name: 'Your own model' }).textContent();
    expect(sentences).toContain(`The model “Giant” ${said}`);
  }
  await untilRead(page);
  expect(trouble.errors).toEqual([]);
});
