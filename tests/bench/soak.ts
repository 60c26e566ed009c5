import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { encode } from 'jpeg-js';
import { KEPT } from '../../src/core/session/kept-places.ts';
import { writeOfflineWorker } from '../../src/tools/build/offline-worker.ts';
import { runAsCommand } from '../../src/tools/command.ts';
import { DIST, serve } from '../../src/tools/serve.ts';
import { bundled } from '../browser/support/bundle.ts';
import { cameraFlags } from '../browser/support/fake-camera.ts';
import { filmOf } from '../browser/support/mjpeg.ts';
import { SOFTWARE_WEBGPU } from '../browser/support/software-webgpu.ts';
import { photo } from '../support/photos.ts';
import { gpuFlags, withBrowser } from './browser.ts';
import { MEMORY_FLAGS } from './memory.ts';
import { findingsOf } from './soak/findings.ts';
import { loseGpu } from './soak/lose-gpu.ts';
import { runBooth } from './soak/run-booth.ts';

const jpeg = ({ width, height, data }: ReturnType<typeof photo>) =>
  encode({ width, height, data }, 80).data;

/** Somebody who stays. */
function filmOfOne(): Promise<string> {
  return filmOf(['one', 1], () => Promise.resolve([{ jpeg: jpeg(photo('neutral')), seconds: 2 }]));
}

/** Somebody comes, relaxes, smiles and leaves, over and over: a visit takes 50 seconds. */
async function filmOfVisits(): Promise<string> {
  const calm = photo('neutral');
  const room = { ...calm, data: new Uint8Array(calm.data.length).fill(112) };
  return filmOf(['visits', 1], () =>
    Promise.resolve([
      { jpeg: jpeg(room), seconds: 12 },
      { jpeg: jpeg(calm), seconds: 18 },
      { jpeg: jpeg(photo('grinning')), seconds: 20 },
    ]),
  );
}

/** A server whose page can become another version. */
async function changingServer() {
  const dir = await mkdtemp(join(tmpdir(), 'blendscope-soak-'));
  await cp(DIST, dir, { recursive: true });
  const html = await readFile(join(dir, 'index.html'), 'utf8');
  let server = await serve({ dir, port: 0 });
  const { url } = server;
  let version = 1;
  let open = true;
  const stopServer = async () => {
    if (open) await server.close();
    open = false;
  };
  return {
    url,
    stopServer,
    startServer: async () => {
      server = await serve({ dir, port: Number(new URL(url).port) });
      open = true;
    },
    buildNext: async () => {
      version += 1;
      await writeFile(
        join(dir, 'index.html'),
        html.replace(/<title>.*<\/title>/, `<title>Blendscope ${version}</title>`),
      );
      await writeOfflineWorker(dir);
    },
    close: async () => {
      await stopServer();
      await rm(dir, { recursive: true });
    },
  };
}

function minutesOf(words: readonly string[]): number {
  const { values } = parseArgs({
    args: [...words],
    options: { minutes: { type: 'string', default: '12' } },
  });
  const minutes = Number(values.minutes);
  if (minutes >= 1) return minutes;
  throw new TypeError(`--minutes is "${values.minutes}": it must be a number from 1 on.`);
}

/** Runs the booth all day, or some minutes of it, while one fault after another comes from outside. */
async function main(): Promise<void> {
  const minutes = minutesOf(process.argv.slice(2));
  const flags = [
    ...gpuFlags(false),
    ...MEMORY_FLAGS,
    ...cameraFlags({ film: await filmOfVisits() }),
  ];
  const withGpu = [...SOFTWARE_WEBGPU, ...cameraFlags({ film: await filmOfOne() })];
  const probe = await bundled('../../bench/page/soak-probe.ts', 'probe');
  const server = await changingServer();
  try {
    const losses = await withBrowser(withGpu, async (context) => {
      await context.grantPermissions(['camera']);
      return loseGpu(context, server.url, probe);
    });
    const run = await withBrowser(flags, async (context) => {
      await context.grantPermissions(['camera']);
      const page = await context.newPage();
      await page.addInitScript(probe);
      await page.addInitScript((key) => {
        localStorage.setItem(key, JSON.stringify({ consent: 'stay' }));
      }, KEPT.booth.name);
      return runBooth({ page, context, server, minutes });
    });
    const findings = findingsOf({ ...run, recoveries: [...losses, ...run.recoveries] });
    for (const [what, figure] of findings.lines) console.log(`${what.padEnd(44)} ${figure}`);
    console.log(JSON.stringify(findings.figures));
    if (findings.unrecovered > 0) process.exitCode = 1;
  } finally {
    await server.close();
  }
}

await runAsCommand(import.meta, main);
