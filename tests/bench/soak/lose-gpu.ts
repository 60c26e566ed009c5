import { basename } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { KEPT } from '../../../src/core/session/kept-places.ts';
import { tinyPackFile } from '../../support/tiny-pack-file.ts';
import type { Recovery } from './run-booth.ts';
import { Watch } from './watch.ts';

/** Seconds that a processor takes to compile even a tiny network's shaders. */
const COMPILES_WITHIN = 180;

/** The last device that an analyser was given. */
interface Held {
  soakDevice?: GPUDevice;
}

/** Has every analyser of a page keep its GPU device where the soak can take it away. */
function holdDevices(page: Page): void {
  page.on('worker', (worker) => {
    if (!worker.url().includes('/analyser-worker-')) return;
    void worker
      .evaluate(() => {
        type Request = (this: GPUAdapter, wish?: GPUDeviceDescriptor) => Promise<GPUDevice>;
        const requestDevice: Request = Reflect.get(GPUAdapter.prototype, 'requestDevice');
        GPUAdapter.prototype.requestDevice = async function (wish) {
          const device = await requestDevice.call(this, wish);
          (self as Held).soakDevice = device;
          return device;
        };
      })
      .catch(() => undefined);
  });
}

async function loseDevice(page: Page): Promise<void> {
  const worker = page.workers().findLast((each) => each.url().includes('/analyser-worker-'));
  const lost = await worker?.evaluate(() => {
    const { soakDevice } = self as Held;
    soakDevice?.destroy();
    delete (self as Held).soakDevice;
    return soakDevice !== undefined;
  });
  if (lost !== true) throw new Error('There is no GPU device to lose.');
}

/**
 * A page that reads on WebGPU and loses its device twice: the model is opened on another, then on
 * the processor. The context's browser has a software GPU, which computes a frame every few seconds:
 * a tiny network must do, and a booth would take each visitor for gone. How long that GPU takes until
 * faces are read again is told, and is not what a hardware GPU takes.
 */
export async function loseGpu(
  context: BrowserContext,
  url: string,
  probe: string,
): Promise<Recovery[]> {
  const page = await context.newPage();
  await page.route('**/models/*/*', (route) =>
    route.fulfill({ path: tinyPackFile(basename(new URL(route.request().url()).pathname)) }),
  );
  holdDevices(page);
  await page.addInitScript(probe);
  await page.addInitScript(
    ([key, settings]) => {
      localStorage.setItem(key!, settings!);
      // It would answer with the manifest that the page was built with.
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
    },
    [KEPT.settings.name, JSON.stringify({ backend: 'webgpu' })],
  );
  const watch = new Watch(page);
  await page.goto(url);
  await page.getByRole('button', { name: 'Start camera' }).click();
  if ((await watch.untilNext('read', COMPILES_WITHIN)) === null) {
    throw new Error('The page reads nobody on WebGPU.');
  }
  const recoveries: Recovery[] = [];
  for (const name of ['GPU device lost', 'GPU device lost again']) {
    await loseDevice(page);
    const seconds = await watch.untilNext();
    const read = await watch.untilNext('read', COMPILES_WITHIN);
    const both = (seconds ?? 0) + (read ?? 0);
    console.log(
      `${name.padEnd(44)} ${seconds?.toFixed(1) ?? '–'} s, read again ${both.toFixed(1)} s`,
    );
    recoveries.push({ name, seconds: read === null ? null : seconds });
  }
  return recoveries;
}
