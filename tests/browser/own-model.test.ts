import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { drop } from './support/drop.ts';
import { folderOf } from './support/folder.ts';
import { visit } from './support/launch.ts';
import { button, startDrawnFace, untilRead } from './support/page.ts';

const TINY = fileURLToPath(new URL('../fixtures/tiny-pack/', import.meta.url));
const NAMES = ['pack.json', 'encoder.onnx', 'head.onnx', 'head-scaled.onnx', 'CARD.md'];

const tinyFiles = () =>
  Object.fromEntries(NAMES.map((name) => [name, new Uint8Array(readFileSync(join(TINY, name)))]));

/** A zip on disk with these files in it. */
async function zipOf(name: string, files: Record<string, Uint8Array>): Promise<string> {
  const buffer = Buffer.from(zipSync(files));
  const folder = await folderOf([{ name, mimeType: 'application/zip', buffer }]);
  return join(folder, name);
}

async function packSaid(page: Page): Promise<string | null> {
  return page.getByRole('region', { name: 'Measurements' }).textContent();
}

test('a dropped zip is checked beside the model that reads, kept, and reads on', async () => {
  const { page, trouble } = await visit();
  await startDrawnFace(page);
  await page.keyboard.press('h');
  expect(await packSaid(page)).toMatch(/FER\+/);

  const bad = await zipOf('bad.zip', { ...tinyFiles(), 'head.onnx': new Uint8Array([8]) });
  await drop(page, [bad]);
  await page.getByText('“bad.zip” is not used.').waitFor();
  await page.getByText('“head.onnx” has 1 bytes, and “pack.json” says').waitFor();
  await untilRead(page);
  expect(await packSaid(page)).toMatch(/FER\+/);
  await button(page, 'Dismiss').click();

  await drop(page, [await zipOf('good.zip', tinyFiles())]);
  await page.getByText('reads now.').waitFor();
  await page.getByText('It is kept on this device').waitFor();
  await expect.poll(() => packSaid(page)).toMatch(/Tiny/);
  await untilRead(page);
  expect(trouble.errors).toEqual([]);
});

test('a dropped folder is a pack, too', async () => {
  const { page, trouble } = await visit();
  await startDrawnFace(page);
  await drop(page, [TINY]);
  await page.getByText('reads now.').waitFor();
  await untilRead(page);
  expect(trouble.errors).toEqual([]);
});
