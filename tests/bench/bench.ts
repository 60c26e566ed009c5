import { runAsCommand } from '../../src/tools/command.ts';
import { DIST } from '../../src/tools/serve.ts';
import { gpuFlags, withBrowser } from './browser.ts';
import { firstReadings } from './first-reading.ts';
import { frameTimes } from './frame-times.ts';
import { SubjectOpener } from './open-subject.ts';
import { parseOptions, type Options } from './options.ts';
import { reportText } from './report.ts';
import { withSites, type Sites } from './sites.ts';
import { PEERS, type System } from './subjects.ts';
import { webgpuAdapter } from './webgpu-adapter.ts';

const WASM: readonly System[] = ['ours', ...PEERS];

async function systems({ own }: Sites, { webgpu }: Options): Promise<readonly System[]> {
  if (!webgpu) return WASM;
  const adapter = await webgpuAdapter(own.url);
  console.log(
    adapter === null
      ? 'The browser gives no WebGPU adapter here, so there is no row for it.'
      : `WebGPU runs on ${adapter}.`,
  );
  return adapter === null ? WASM : [...WASM, 'ours-webgpu'];
}

/** Measures the page and the libraries it is compared with, and prints the figures. */
async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  const flags = gpuFlags(options.webgpu);
  await withSites(DIST, async (sites) => {
    const opener = new SubjectOpener(sites, DIST);
    const plan = {
      systems: await systems(sites, options),
      ...(options.quick ? { rounds: 2, frames: 20 } : { rounds: 5, frames: 60 }),
    };
    const findings = [
      await withBrowser(flags, (context) => frameTimes(context, opener, plan)),
      await withBrowser(flags, (context) => firstReadings(context, opener, plan)),
    ];
    console.log(reportText(findings));
  });
}

await runAsCommand(import.meta, main);
