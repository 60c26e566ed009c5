import { expect, inject, test } from 'vitest';
import { bundled } from './support/bundle.ts';
import { encodeClips } from './support/clips.ts';
import { newProfile, visit } from './support/launch.ts';
import { patchAnalyser, startDrawnFace } from './support/page.ts';
import type { Difference } from './support/take-frames.ts';

/** In 0..255: what two ways from a decoder's colours to red, green and blue may round apart. */
const MOST = 2;
/** Blocks are averaged here and interpolated there. */
const MEAN = 3;

test('a frame looks the same whether it is copied or drawn', async () => {
  const page = await (await newProfile()).newPage();
  await page.goto(inject('url'));
  const [clip] = await encodeClips(page, [
    {
      name: 'a.webm',
      shows: ['grinning'],
      frames: 5,
      film: { size: { width: 640, height: 360 }, rate: 30 },
    },
  ]);
  await page.evaluate(await bundled('./take-frames.ts', 'taking'));
  const text = clip!.buffer.toString('base64');
  const frames = await page.evaluate<Difference[]>(`taking.ofClip('${text}')`);
  const canvas = await page.evaluate<Difference>('taking.ofCanvas()');
  expect(frames).toHaveLength(5);
  expect(frames[0]?.format).toBe('I420');
  for (const { suits, most, mean } of [...frames, canvas]) {
    expect(suits).toBe(true);
    expect(most).toBeLessThanOrEqual(MOST);
    expect(mean).toBeLessThan(MEAN);
  }
});

test('a browser that copies no frames draws them, and reads all the same', async () => {
  const refused = "VideoFrame.prototype.copyTo = () => Promise.reject(new TypeError('no'));";
  const { page, trouble } = await visit({ prepare: (page) => patchAnalyser(page, refused) });
  await startDrawnFace(page);
  expect(trouble.errors).toEqual([]);
});
