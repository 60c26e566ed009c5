import { runAsCommand } from '../../src/tools/command.ts';
import { DIST } from '../../src/tools/serve.ts';
import { cameraFlags } from '../browser/support/fake-camera.ts';
import { gpuFlags, withBrowser } from './browser.ts';
import { requireNoRegression } from './check-ratios.ts';
import { COMMITTED } from './committed-ratios.ts';
import { evaluationMemory } from './evaluation-memory.ts';
import { evaluationSpeed } from './evaluation-speed.ts';
import { filmOfScene } from './film.ts';
import { firstReadings } from './first-reading.ts';
import { firstVisits } from './first-visit.ts';
import { frameTimes } from './frame-times.ts';
import { gpuFigures } from './gpu.ts';
import { heading } from './heading.ts';
import { liveFigures } from './live-figures.ts';
import { LiveRun } from './live-run.ts';
import { longTasks } from './long-tasks.ts';
import { MEMORY_FLAGS } from './memory.ts';
import { memoryAfterFrames } from './memory-after-frames.ts';
import { SubjectOpener } from './open-subject.ts';
import { parseOptions, type Options, type Part } from './options.ts';
import { packSwitches } from './pack-switches.ts';
import { asPhone, phoneFigures } from './phone.ts';
import { processorFigures } from './processor.ts';
import { reportText, type Findings } from './report.ts';
import { withSites, type Sites } from './sites.ts';
import { COMPARING, PEERS, type System } from './subjects.ts';
import { transferred } from './transferred.ts';
import { webgpuAdapter } from './webgpu-adapter.ts';

const WASM: readonly System[] = ['ours', ...PEERS];

const FULL = {
  rounds: 5,
  frames: 60,
  warmUp: 900,
  memoryFrames: 1000,
  liveFrames: 300,
  liveWarmUp: 900,
  phoneRound: 10_000,
  processorSeconds: 20,
  processorWarmUp: 30,
  clipFrames: 300,
  clips: 300,
  switches: 100,
  gpuRuns: 200,
  longTaskSeconds: 600,
  clipsBefore: 10,
};
const QUICK: typeof FULL = {
  rounds: 2,
  frames: 20,
  warmUp: 20,
  memoryFrames: 50,
  liveFrames: 60,
  liveWarmUp: 30,
  phoneRound: 3000,
  processorSeconds: 3,
  processorWarmUp: 3,
  clipFrames: 60,
  clips: 20,
  switches: 10,
  gpuRuns: 8,
  longTaskSeconds: 30,
  clipsBefore: 5,
};

/** The parts in which files are sent: compressed, as a host sends them. */
const LOADING: ReadonlySet<Part> = new Set(['first-reading', 'first-visit', 'transferred']);

async function systems({ own }: Sites, { webgpu, against }: Options): Promise<readonly System[]> {
  if (against !== null) return ['ours', 'ours-before'];
  if (!webgpu) return WASM;
  const adapter = await webgpuAdapter(own.url, gpuFlags(true));
  console.log(
    adapter === null
      ? 'The browser gives no WebGPU adapter here, so there is no row for it.'
      : `WebGPU runs on ${adapter}.`,
  );
  return adapter === null ? WASM : [...WASM, 'ours-webgpu'];
}

async function measures(
  sites: Sites,
  options: Options,
): Promise<Readonly<Record<Part, () => Promise<Findings>>>> {
  const flags = gpuFlags(options.webgpu);
  const opener = new SubjectOpener(sites, DIST, options.against);
  const size = options.quick ? QUICK : FULL;
  const plan = { ...size, systems: await systems(sites, options) };
  return {
    frames: () =>
      withBrowser(flags, (context) => {
        const others = options.against === null ? COMPARING : [];
        return frameTimes(context, opener, { ...plan, systems: [...plan.systems, ...others] });
      }),
    'first-reading': () =>
      withBrowser(flags, (context) => firstReadings(context, opener, sites.own.url, plan)),
    'first-visit': () => firstVisits(sites, plan),
    transferred: () => transferred(sites, opener, plan.systems),
    memory: () => memoryAfterFrames(flags, opener, plan),
    live: async () => {
      const camera = cameraFlags({ film: await filmOfScene('moving') });
      return withBrowser([...gpuFlags(false), ...camera], (context) =>
        liveFigures(context, sites.own.url, plan),
      );
    },
    phone: async () => {
      const camera = cameraFlags({ film: await filmOfScene('moving') });
      return withBrowser([...gpuFlags(false), ...camera], async (context) =>
        phoneFigures(await LiveRun.start(context, sites.own.url, asPhone), plan),
      );
    },
    'long-tasks': async () => {
      const camera = cameraFlags({ film: await filmOfScene('moving') });
      return withBrowser([...gpuFlags(false), ...camera], (context) =>
        longTasks(context, sites.own.url, plan),
      );
    },
    processor: () => processorFigures(sites, plan),
    'evaluation-speed': () =>
      withBrowser(gpuFlags(false), (context) => evaluationSpeed(context, sites.own.url, plan)),
    'evaluation-memory': () =>
      withBrowser([...gpuFlags(false), ...MEMORY_FLAGS], (context) =>
        evaluationMemory(context, sites.own.url, plan),
      ),
    'pack-switches': () =>
      withBrowser([...gpuFlags(false), ...MEMORY_FLAGS], (context) =>
        packSwitches(context, sites.own.url, plan),
      ),
    gpu: () => gpuFigures(sites, opener, { ...size, software: options.software }),
  };
}

/** Measures the page and the libraries it is compared with, and prints the figures. */
async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  console.log(await heading());
  const compressed = options.parts.some((part) => LOADING.has(part));
  await withSites({ compressed, against: options.against }, async (sites) => {
    const measure = await measures(sites, options);
    const findings: Findings[] = [];
    for (const part of options.parts) findings.push(await measure[part]());
    console.log(`\n${reportText(findings)}`);
    if (!options.check) return;
    const ratios = findings.map((found) => found.ratios);
    requireNoRegression(Object.assign({}, ...ratios) as Findings['ratios'], COMMITTED);
  });
}

await runAsCommand(import.meta, main);
