import { readdir, readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { largestDifference } from '../../src/core/math/largest-difference.ts';
import { parsePack } from '../../src/core/pack/parse.ts';
import type { ModelPack } from '../../src/core/pack/schema.ts';
import { runAsCommand } from '../../src/tools/command.ts';
import { DIST, serve } from '../../src/tools/serve.ts';
import { bundled } from '../browser/support/bundle.ts';
import { gpuFlags, withBrowser } from './browser.ts';
import { median } from './rounds.ts';
import type { EncoderFigures, RunPlan } from './page/encoder.ts';

const NAME = 'encoders';
const MEGABYTE = 1e6;

/** In front of the worker's own program: the threads that are wanted, and its memory's size on demand. */
const probe = (threads: number): string => `
Object.defineProperty(navigator, 'hardwareConcurrency', { value: ${threads + 1} });
const memories = [];
WebAssembly.Memory = class extends WebAssembly.Memory {
  constructor(descriptor) { super(descriptor); memories.push(this); }
};
const memoryPort = new BroadcastChannel('memory');
memoryPort.onmessage = ({ data }) => {
  if (data !== 'tell') return;
  memoryPort.postMessage(Math.max(0, ...memories.map(({ buffer }) => buffer.byteLength)));
};
`;

/** The pack in a folder, whose encoder's files are chosen in the page. */
async function choosePack(page: Page, folder: string): Promise<ModelPack> {
  const pack = parsePack(
    JSON.parse(await readFile(join(folder, 'pack.json'), 'utf8')),
    'pack.json',
  );
  const files = [pack.encoder, ...(pack.encoder.data ?? [])].map(({ file }) => join(folder, file));
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true });
    document.body.replaceChildren(input);
  });
  await page.locator('input').setInputFiles(files);
  return pack;
}

/** One line of JSON: milliseconds, megabytes, and how far its features are from the golden ones. */
async function measure(page: Page, folder: string, plan: Omit<RunPlan, 'pack'>): Promise<string> {
  const pack = await choosePack(page, folder);
  const call = `${NAME}.runEncoder(${JSON.stringify({ ...plan, pack })})`;
  const { open, runs, opened, heap, features } = await page.evaluate<EncoderFigures>(call);
  return JSON.stringify({
    pack: basename(folder),
    ms: Math.round(median(runs)),
    runs: runs.map(Math.round),
    openMs: Math.round(open),
    openedMb: Math.round(opened / MEGABYTE),
    heapMb: Math.round(heap / MEGABYTE),
    apart: largestDifference(features, pack.golden.features),
    tolerance: pack.golden.tolerance,
  });
}

interface Plan {
  readonly folders: readonly string[];
  readonly threads: number;
  readonly times: number;
}

async function measureAll(
  context: BrowserContext,
  url: string,
  { folders, threads, times }: Plan,
): Promise<void> {
  const names = await readdir(join(DIST, 'assets'));
  const name = names.find((file) => /^beside-worker-.*\.js$/.test(file));
  if (name === undefined) throw new Error('The page is not built: npm run build');
  await context.route(`**/${name}`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: probe(threads) + (await response.text()) });
  });
  const code = await bundled('../../bench/page/encoder.ts', NAME);
  for (const folder of folders) {
    const page = await context.newPage();
    await page.goto(url);
    await page.evaluate(code);
    const plan = { program: `assets/${name}`, times };
    console.log(
      await measure(page, folder, plan).catch((error: unknown) => `${folder}: ${String(error)}`),
    );
    await page.close();
  }
}

/** Milliseconds of encoders on WebAssembly, as large packs run in the page: `tsx tests/bench/encoders.ts PACK…`. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: { threads: { type: 'string', default: '1' }, runs: { type: 'string', default: '7' } },
  });
  const plan = {
    folders: positionals,
    threads: Number(values.threads),
    times: Number(values.runs),
  };
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, threads of onnxruntime: ${plan.threads}`,
  );
  const server = await serve({ dir: DIST, port: 0 });
  try {
    await withBrowser(gpuFlags(false), (context) => measureAll(context, server.url, plan));
  } finally {
    await server.close();
  }
}

await runAsCommand(import.meta, main);
