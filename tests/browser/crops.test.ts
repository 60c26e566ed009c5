import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encode } from 'jpeg-js';
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import type { Affine } from '../../src/core/geometry/affine.ts';
import { largestDifference } from '../../src/core/math/largest-difference.ts';
import { mulberry32 } from '../../src/core/math/random.ts';
import { DEFAULT_PACK_ID } from '../../src/core/pack/default-pack-id.ts';
import { turned } from '../support/images.ts';
import { photo } from '../support/photos.ts';
import { bundled } from './support/bundle.ts';
import { newProfile } from './support/launch.ts';
import type { CropReadings, ReadCropsOptions } from './support/read-crops.ts';

const CROPS = 50;
const SIDE = 48;
const PROBABILITY_TOLERANCE = 2e-3;
/** In pixel values: a GPU interpolates in 256 steps between two pixels. */
const PIXEL_TOLERANCE = 1.5;

const ORT = fileURLToPath(new URL('../../node_modules/onnxruntime-web/dist/', import.meta.url));

/** Enlarged, shrunk up to twelvefold, upside down, across the edges. */
function variedTransforms(): Affine[] {
  const next = mulberry32(1);
  const between = (least: number, most: number) => least + ((most - least) * next()) / 2 ** 32;
  return Array.from({ length: CROPS }, () =>
    turned(SIDE, between(0, 640), between(0, 480), between(0.5, 12), between(-Math.PI, Math.PI)),
  );
}

async function serveOrt(page: Page): Promise<void> {
  await page.route('**/ort/*', async (route) => {
    const name = basename(new URL(route.request().url()).pathname);
    const contentType = name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
    await route.fulfill({ body: await readFile(`${ORT}${name}`), contentType });
  });
}

test('the GPU cuts and reads as the processor does: 50 varied crops', async () => {
  const page = await (await newProfile({ webgpu: 'software' })).newPage();
  await serveOrt(page);
  await page.goto(inject('url'));
  await page.evaluate(await bundled('./read-crops.ts', 'reading'));
  const options: ReadCropsOptions = {
    ortUrl: new URL('ort/ort.jspi.bundle.min.mjs', inject('url')).href,
    packUrl: new URL(`models/${DEFAULT_PACK_ID}/`, inject('url')).href,
    photo: encode(photo('grinning'), 92).data.toString('base64'),
    transforms: variedTransforms(),
  };
  const { captures, webgpu, wasm } = await page.evaluate<CropReadings>(
    `reading.readCrops(${JSON.stringify(options)})`,
  );
  // For one face and for four: the commands were recorded, and play for inputs that change.
  expect(captures).toBe(2);
  expect([webgpu.length, wasm.length]).toEqual([CROPS, CROPS]);
  const [pixels, probabilities] = (['pixels', 'probabilities'] as const).map((what) =>
    Math.max(...webgpu.map((reading, i) => largestDifference(reading[what], wasm[i]![what]))),
  );
  expect(pixels).toBeGreaterThan(0);
  expect(pixels).toBeLessThan(PIXEL_TOLERANCE);
  expect(probabilities).toBeLessThan(PROBABILITY_TOLERANCE);
}, 180_000);
