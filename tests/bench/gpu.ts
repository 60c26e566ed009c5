import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { tensorShape } from '../../src/core/image/tensor.ts';
import { DEFAULT_PACK_ID } from '../../src/core/pack/default-pack-id.ts';
import { parsePack } from '../../src/core/pack/parse.ts';
import { cameraFlags } from '../browser/support/fake-camera.ts';
import { SOFTWARE_WEBGPU } from '../browser/support/software-webgpu.ts';
import { withSettings } from '../browser/support/page.ts';
import { gpuFlags, withBrowser } from './browser.ts';
import { filmOfScene } from './film.ts';
import { firstReadings } from './first-reading.ts';
import { frameTimes, type FramePlan } from './frame-times.ts';
import { liveFigures } from './live-figures.ts';
import type { LivePlan } from './live-run.ts';
import type { SubjectOpener } from './open-subject.ts';
import type { GpuOptions, GpuRow } from './page/gpu.ts';
import { reportText, type Findings, type Table } from './report.ts';
import type { Sites } from './sites.ts';
import type { System } from './subjects.ts';
import { webgpuAdapter } from './webgpu-adapter.ts';

export interface GpuPlan extends Omit<FramePlan, 'systems'>, LivePlan {
  /** Of the encoder, each way. */
  readonly gpuRuns: number;
  /** Whether a GPU that the processor stands in for will do: to see that it all runs. */
  readonly software: boolean;
}

const SYSTEMS: readonly System[] = ['ours', 'ours-webgpu'];
/** A processor that stands in for a GPU takes seconds for a frame. */
const STANDING_IN = {
  rounds: 1,
  frames: 2,
  warmUp: 2,
  liveFrames: 5,
  liveWarmUp: 2,
  gpuRuns: 2,
} satisfies Partial<GpuPlan>;

const SOFTWARE = /swiftshader|llvmpipe|softpipe|basic render/i;
const PACK = fileURLToPath(new URL(`../../models/${DEFAULT_PACK_ID}/`, import.meta.url));

/**
 * Everything that a GPU changes: the encoder each way it can be run, frames, the first reading, and
 * the live page.
 *
 * @throws Error where the browser has no adapter, or one of software and none is wanted
 */
export async function gpuFigures(
  sites: Sites,
  opener: SubjectOpener,
  full: GpuPlan,
): Promise<Findings> {
  const plan = full.software ? { ...full, ...STANDING_IN } : full;
  const flags = plan.software ? SOFTWARE_WEBGPU : gpuFlags(true);
  const adapter = await webgpuAdapter(sites.own.url, flags);
  if (adapter === null) {
    throw new Error('This browser gives no WebGPU adapter here: nothing can be measured on a GPU.');
  }
  if (SOFTWARE.test(adapter) && !plan.software) {
    throw new Error(`${adapter} is no GPU. --software runs on it, for no figures.`);
  }
  console.log(`WebGPU runs on ${adapter}.`);
  if (plan.software) console.log('The processor stands in for a GPU: these figures do not count.');
  const systems = { ...plan, systems: SYSTEMS };
  const measures = [
    () => withBrowser(flags, (context) => networkFigures(context, sites, plan)),
    () => withBrowser(flags, (context) => frameTimes(context, opener, systems)),
    () => withBrowser(flags, (context) => firstReadings(context, opener, sites.own.url, systems)),
    () => live(flags, sites, plan),
  ];
  const parts: Findings[] = [];
  for (const measure of measures) {
    const found = await measure();
    // At once: a GPU may be lent for minutes.
    console.log(`\n${reportText([found])}`);
    parts.push(found);
  }
  return {
    ratios: Object.assign({}, ...parts.map(({ ratios }) => ratios)) as Findings['ratios'],
    tables: parts.flatMap(({ tables }) => tables),
  };
}

async function live(flags: readonly string[], sites: Sites, plan: GpuPlan): Promise<Findings> {
  const camera = cameraFlags({ film: await filmOfScene('moving') });
  return withBrowser([...flags, ...camera], (context) =>
    liveFigures(context, sites.own.url, plan, (page) => withSettings(page, { backend: 'webgpu' })),
  );
}

async function networkFigures(
  context: BrowserContext,
  { peers }: Sites,
  { gpuRuns: runs }: GpuPlan,
): Promise<Findings> {
  const { encoder, golden } = parsePack(
    JSON.parse(await readFile(`${PACK}pack.json`, 'utf8')) as unknown,
    'pack.json',
  );
  const options: GpuOptions = {
    encoder: await readFile(PACK + encoder.file, 'base64'),
    shape: tensorShape(encoder.input, 1),
    golden,
    warmUp: Math.ceil(runs / 4),
    runs,
  };
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(message.text());
  });
  await page.goto(`${peers.url}/gpu.html`);
  await page.waitForFunction('"measureGpu" in globalThis');
  const rows = await page.evaluate<readonly GpuRow[] | null>(
    `measureGpu(${JSON.stringify(options)})`,
  );
  if (rows === null) throw new Error('The adapter is gone.');
  return { ratios: {}, tables: [networksTable(rows, runs)] };
}

function networksTable(rows: readonly GpuRow[], runs: number): Table {
  const yes = (is: boolean) => (is ? 'yes' : 'no');
  return {
    title: `Milliseconds of the encoder on the GPU, from its input to its features in main memory (${runs} runs; no figure where the golden check does not hold)`,
    rows: [
      ['bits', 'batch', 'captured', 'two inputs', 'p50', 'p95', 'golden difference'],
      ...rows.map(({ bits, batch, captured, doubleBuffered, times, difference }) => [
        `${bits}`,
        `${batch}`,
        yes(captured),
        yes(doubleBuffered),
        times?.p50.toFixed(2) ?? '',
        times?.p95.toFixed(2) ?? '',
        difference?.toExponential(1) ?? 'does not run',
      ]),
    ],
  };
}
