import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { DEFAULT_PACK_ID } from '../../src/core/pack/default-pack-id.ts';
import type { ModelPack } from '../../src/core/pack/schema.ts';
import { checkpointFile } from '../support/checkpoint-file.ts';
import { onnxNetwork, type NetworkKind } from '../support/onnx-network.ts';
import { drop } from './support/drop.ts';
import { folderOf } from './support/folder.ts';
import { visit } from './support/launch.ts';
import { button, startDrawnFace, untilRead } from './support/page.ts';

const MANIFEST = new URL(`../../models/${DEFAULT_PACK_ID}/pack.json`, import.meta.url);

/** Drops a file with these bytes. */
async function dropFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const folder = await folderOf([{ name, mimeType: '', buffer: Buffer.from(bytes) }]);
  await drop(page, [join(folder, name)]);
}

const choice = (page: Page, label: string) => page.getByLabel(label, { exact: true });

/** Resolves once a model of this name reads the face. */
async function untilReadWith(page: Page, name: string): Promise<void> {
  await page.getByText(`${name}” reads now.`).waitFor({ timeout: 60_000 });
  await button(page, 'Dismiss').click();
  await untilRead(page);
  const measured = page.getByRole('region', { name: 'Measurements' });
  await expect.poll(() => measured.textContent()).toContain(name);
}

test('a head is put on a pack’s encoder of its width', async () => {
  const { encoder } = JSON.parse(readFileSync(MANIFEST, 'utf8')) as ModelPack;
  const { page, trouble } = await visit();
  await startDrawnFace(page);
  await page.keyboard.press('h');
  await dropFile(page, 'wrong.pth', checkpointFile([encoder.dimension + 1, 6]));
  await button(page, 'Read with it').click();
  await page.getByText(`takes ${encoder.dimension + 1} numbers, and the encoder of`).waitFor();
  await dropFile(page, 'right.pth', checkpointFile([encoder.dimension, 20, 6]));
  await button(page, 'Read with it').click();
  await untilReadWith(page, '+ right.pth');
  expect(trouble.errors).toEqual([]);
});

/** How many colours a canvas shows. */
function coloursOf(canvas: Locator): Promise<number> {
  return canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const context = (element as HTMLCanvasElement).getContext('2d')!;
    const { data } = context.getImageData(0, 0, width, height);
    return new Set(new Uint32Array(data.buffer)).size;
  });
}

/** Networks of which the likely answers fit. */
const KINDS: readonly (readonly [name: string, kind: NetworkKind])[] = [
  ['eight-bits', { shape: ['n', 1, 48, 48], channels: 1, classes: 6, quantised: true }],
  ['channels-last', { shape: ['n', 112, 112, 3], channels: 3, classes: 6, layout: 'NHWC' }],
  ['one-at-a-time', { shape: [1, 3, 64, 64], channels: 3, classes: 6 }],
];
const SEVEN: NetworkKind = { shape: ['n', 3, 260, 260], channels: 3, classes: 7, softmax: true };

test('bare networks of any kind are asked about, and read', async () => {
  const { page, trouble } = await visit();
  await startDrawnFace(page);
  await page.keyboard.press('h');
  for (const [name, kind] of KINDS) {
    await dropFile(page, `${name}.onnx`, onnxNetwork(kind));
    await button(page, 'Read with it').click();
    await untilReadWith(page, name);
  }

  await dropFile(page, 'seven.onnx', onnxNetwork(SEVEN));
  await page.getByText('What the network would see now').waitFor();
  expect(await coloursOf(page.locator('figure canvas'))).toBeGreaterThan(100);
  await choice(page, 'Colours').selectOption('gray');
  await button(page, 'Read with it').click();
  await page.getByText('1 a pixel, but the network takes n×3×260×260').waitFor();
  await choice(page, 'Colours').selectOption('bgr');
  await choice(page, 'Its numbers are').selectOption('probabilities');
  await choice(page, 'Order of its classes').selectOption('rafdb');
  const saved = page.waitForEvent('download');
  await button(page, 'Save as pack').click();
  expect((await saved).suggestedFilename()).toBe('seven.zip');
  await button(page, 'Read with it').click();
  await untilReadWith(page, 'seven');
  expect(trouble.errors).toEqual([]);
});
