import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit } from './support/launch.ts';
import { filmOfPhoto } from './support/mjpeg.ts';
import {
  analyser,
  patchAnalyser,
  percent,
  startCamera,
  startDrawnFace,
  untilRead,
  untilSpoken,
  withSettings,
} from './support/page.ts';
import { withTinyPack } from './support/tiny-pack.ts';

/** What a software GPU takes to compile every shader. */
const COMPILING = 180_000;

/** In points of 100: a camera's colours are converted by the GPU, or by a canvas. */
const COLOUR_TOLERANCE = 3;

/** What a face was like before is another thing on each page. */
const AS_IT_IS = { ownNeutral: false };

/** Counts the frames that the GPU is given, and the widest picture a canvas is. */
const COUNT = `
  self.imported = 0;
  self.widest = 0;
  const { importExternalTexture } = GPUDevice.prototype;
  GPUDevice.prototype.importExternalTexture = function (frame) {
    self.imported += 1;
    return importExternalTexture.call(this, frame);
  };
  const { drawImage } = OffscreenCanvasRenderingContext2D.prototype;
  OffscreenCanvasRenderingContext2D.prototype.drawImage = function (...args) {
    self.widest = Math.max(self.widest, args[3]);
    return drawImage.apply(this, args);
  };`;

const UNIMPORTABLE = `
  GPUDevice.prototype.importExternalTexture = () => {
    throw new TypeError('This frame cannot be imported.');
  };`;

/** A software adapter that looks like hardware. */
const DISGUISE = `
  const looks = { vendor: 'test', architecture: 'hardware', isFallbackAdapter: false };
  for (const [name, value] of Object.entries(looks)) {
    Object.defineProperty(GPUAdapterInfo.prototype, name, { get: () => value });
  }`;

interface Counts {
  readonly imported: number;
  readonly widest: number;
}

async function counts(page: Page): Promise<Counts> {
  return (await analyser(page)).evaluate(() => {
    const { imported, widest } = self as unknown as Counts;
    return { imported, widest };
  });
}

/** A page that reads a smiling person on WebGPU. */
async function onWebGpu(patch: string): Promise<Page> {
  const { page } = await visit({
    film: await filmOfPhoto('smiling'),
    webgpu: 'software',
    prepare: async (page) => {
      await withSettings(page, { ...AS_IT_IS, backend: 'webgpu', hud: true, showCrop: true });
      await patchAnalyser(page, patch);
    },
  });
  await startCamera(page);
  await untilSpoken(page, /^Reads as Happiness\.$/, COMPILING);
  await page
    .getByText(/webgpu/i)
    .first()
    .waitFor();
  return page;
}

/** How happy the same person is in WebAssembly. */
async function onWasm(): Promise<Page> {
  const { page } = await visit({
    film: await filmOfPhoto('smiling'),
    prepare: (page) => withSettings(page, AS_IT_IS),
  });
  await startCamera(page);
  await untilRead(page);
  return page;
}

test('frames are cut on the GPU, or by the processor where they cannot be imported, and read as in WebAssembly', async () => {
  const onGpu = await onWebGpu(COUNT);
  await expect.poll(async () => (await counts(onGpu)).imported).toBeGreaterThan(2);
  const { widest } = await counts(onGpu);
  expect(widest).toBeLessThanOrEqual(320);
  await onGpu.locator('canvas[width="48"][height="48"]').waitFor();
  const happiness = await percent(onGpu, 'Happiness');
  await onGpu.close();

  const cutByProcessor = await onWebGpu(UNIMPORTABLE);
  const alsoHappiness = await percent(cutByProcessor, 'Happiness');
  await cutByProcessor.close();

  const plain = await onWasm();
  for (const read of [happiness, alsoHappiness]) {
    await expect
      .poll(async () => Math.abs((await percent(plain, 'Happiness')) - read))
      .toBeLessThan(COLOUR_TOLERANCE);
  }
}, 400_000);

test('the faster backend is found by measuring, once: the next visit loads what it needs', async () => {
  const { page } = await visit({
    webgpu: 'software',
    prepare: async (page) => {
      await withTinyPack(page);
      await withSettings(page, { hud: true });
      await patchAnalyser(page, DISGUISE);
    },
  });
  const programs: string[] = [];
  page.on('request', (request) => {
    const name = /ort-wasm[^/]*\.wasm$/.exec(new URL(request.url()).pathname)?.[0];
    if (name !== undefined) programs.push(name);
  });
  const backend = () =>
    page
      .getByText(/^wasm$|^webgpu/i)
      .first()
      .textContent();
  await startDrawnFace(page, COMPILING);
  // Drawn by the processor, a GPU is never the faster one.
  expect(await backend()).toMatch(/^wasm/i);
  expect(programs).toEqual([expect.stringContaining('jspi')]);
  programs.length = 0;
  await page.reload();
  await startDrawnFace(page);
  await untilRead(page);
  expect(await backend()).toMatch(/^wasm/i);
  expect(programs).toEqual([expect.not.stringContaining('jspi')]);
}, 300_000);
