import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { encodeClips, type ChosenFile } from './support/clips.ts';
import {
  chooseFiles,
  openEvaluate,
  savedReport,
  untilTold,
  type ReportedClip,
} from './support/evaluate-page.ts';
import { visit } from './support/launch.ts';
import { analyser, button, patchAnalyser, withSettings } from './support/page.ts';
import { withTinyPack } from './support/tiny-pack.ts';

const NAME = 'A101_hap_int1_ver1.webm';
const FRAMES = 24;
/** What a software GPU takes to compile a tiny network's shaders three times. */
const COMPILING = 180_000;

/**
 * Destroys the device at its 10th frame, and the one that takes its place at the 10th of its own:
 * each cuts one frame more, to test how it does that.
 */
const LOSE_TWICE = `
  const { requestDevice } = GPUAdapter.prototype;
  let devices = 0;
  let cut = 0;
  GPUAdapter.prototype.requestDevice = function (wish) {
    devices += 1;
    cut = 0;
    return requestDevice.call(this, wish);
  };
  const { importExternalTexture } = GPUDevice.prototype;
  GPUDevice.prototype.importExternalTexture = function (frame) {
    cut += 1;
    if (cut === 11 && devices <= 2) {
      this.destroy();
      self.destroyed = devices;
    }
    return importExternalTexture.call(this, frame);
  };`;

async function evaluated(page: Page, clip: ChosenFile): Promise<ReportedClip> {
  await openEvaluate(page);
  await chooseFiles(page, [clip]);
  await button(page, 'Evaluate 1 clip').click();
  await untilTold(page, /^Finished\. 1 of 1 clips? done\.$/, COMPILING);
  return (await savedReport(page)).clips[0]!;
}

function keptKeys(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('blendscope-evaluation');
        opening.onerror = () => {
          reject(new Error('The results cannot be opened.'));
        };
        opening.onsuccess = () => {
          const keys = opening.result.transaction('clips').objectStore('clips').getAllKeys();
          keys.onsuccess = () => {
            resolve(keys.result as string[]);
          };
        };
      }),
  );
}

test('a GPU lost in the middle of a clip: it is read again whole, and kept under what read it', async () => {
  const plain = await visit({ prepare: withTinyPack });
  const [clip] = await encodeClips(plain.page, [
    { name: NAME, shows: ['smiling'], frames: FRAMES },
  ]);
  const expected = await evaluated(plain.page, clip!);
  expect(expected).toMatchObject({ backend: 'wasm', frames: FRAMES, framesRead: FRAMES });

  const { page, trouble } = await visit({
    webgpu: 'software',
    prepare: async (page) => {
      await withTinyPack(page);
      await withSettings(page, { backend: 'webgpu' });
      await patchAnalyser(page, LOSE_TWICE);
    },
  });
  const result = await evaluated(page, clip!);
  const worker = await analyser(page);
  expect(await worker.evaluate(() => (self as unknown as { destroyed: number }).destroyed)).toBe(2);
  expect(result).toMatchObject({ backend: 'wasm', frames: FRAMES, framesRead: FRAMES });
  result.probabilities!.forEach((probability, i) => {
    expect(probability).toBeCloseTo(expected.probabilities![i]!, 2);
  });
  const keys = await keptKeys(page);
  expect(keys).toEqual([expect.stringContaining('"wasm"')]);
  expect(keys[0]).not.toContain('"webgpu"');
  expect(trouble.errors).toEqual([]);
}, 300_000);
