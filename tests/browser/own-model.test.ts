import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { KEPT } from '../../src/core/session/kept-places.ts';
import { DEFAULT_PACK_NAME } from '../support/default-pack.ts';
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
  expect(await packSaid(page)).toContain(DEFAULT_PACK_NAME);

  const bad = await zipOf('bad.zip', { ...tinyFiles(), 'head.onnx': new Uint8Array([8]) });
  await drop(page, [bad]);
  await page.getByText('“bad.zip” is not used.').waitFor();
  await page.getByText('“head.onnx” has 1 bytes, and “pack.json” says').waitFor();
  await untilRead(page);
  expect(await packSaid(page)).toContain(DEFAULT_PACK_NAME);
  await button(page, 'Dismiss').click();

  await drop(page, [await zipOf('good.zip', tinyFiles())]);
  await page.getByText('reads now.').waitFor();
  await page.getByText('It is kept on this device').waitFor();
  await expect.poll(() => packSaid(page)).toMatch(/Tiny/);
  await untilRead(page);
  expect(trouble.errors).toEqual([]);
});

/** Changes a byte of every file that is kept of an encoder. */
function spoilEncoders(page: Page): Promise<void> {
  return page.evaluate(async (name) => {
    const packs = await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
    for await (const folder of packs.values()) {
      const handle = await (folder as FileSystemDirectoryHandle).getFileHandle('encoder.onnx');
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      bytes[bytes.length - 1]! ^= 1;
      const writable = await handle.createWritable();
      await writable.write(bytes);
      await writable.close();
    }
  }, KEPT.packs.name);
}

const models = (page: Page) => page.getByRole('region', { name: 'Models' });

test('a dropped folder is kept: other tabs list it, its address opens it, and it can be lost', async () => {
  const { page, context, trouble } = await visit();
  const other = await context.newPage();
  await other.goto(page.url());
  await button(other, 'Settings').click();
  expect(await models(other).getByText('Tiny pack').count()).toBe(0);

  await startDrawnFace(page);
  await drop(page, [TINY]);
  await page.getByText('reads now.').waitFor();
  await models(other).getByText('Tiny pack for tests').waitFor();
  await expect.poll(() => new URL(page.url()).search).toBe('?pack=tiny-pack');
  await other.close();

  await page.reload();
  await startDrawnFace(page);
  await page.keyboard.press('h');
  expect(await packSaid(page)).toMatch(/Tiny/);
  await button(page, 'Settings').click();
  const saved = page.waitForEvent('download');
  await button(page, 'Save as zip: Tiny pack for tests').click();
  expect((await saved).suggestedFilename()).toBe('tiny-pack.zip');

  await spoilEncoders(page);
  await page.reload();
  await startDrawnFace(page);
  await page.getByText('Your model does not run any more.').waitFor();
  expect(await packSaid(page)).toContain(DEFAULT_PACK_NAME);
  expect(new URL(page.url()).search).toBe('');

  await button(page, 'Settings').click();
  await button(page, 'Delete: Tiny pack for tests').click();
  await expect.poll(() => models(page).getByText('Tiny pack').count()).toBe(0);
  expect(trouble.errors).toEqual([]);
});
