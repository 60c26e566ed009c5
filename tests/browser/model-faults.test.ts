import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { visit } from './support/launch.ts';
import {
  analyser,
  analysers,
  button,
  patchAnalyser,
  startDrawnFace,
  untilRead,
  untilSaid,
  withSettings,
} from './support/page.ts';
import { withTinyPack } from './support/tiny-pack.ts';

/** What a software GPU takes to compile a tiny network’s shaders. */
const COMPILING = 60_000;

const FILES = [
  { name: 'encoder.onnx', route: '**/models/*/encoder.onnx' },
  { name: 'face_detection_short_range.tflite', route: '**/face_detection_short_range*.tflite' },
  { name: 'ort-wasm-simd-threaded.wasm', route: '**/ort-wasm-simd-threaded*.wasm' },
  { name: 'vision_wasm_module_internal.wasm', route: '**/vision_wasm_module_internal*.wasm' },
];

/** A pack that passes its self-test and then gives NaN for every face. */
const NAN_PACK = fileURLToPath(new URL('../fixtures/nan-pack', import.meta.url));

const FAULTS: readonly { name: string; says: string; answer: (route: Route) => Promise<void> }[] = [
  {
    name: 'is missing',
    says: 'could not be loaded.',
    answer: (route) => route.fulfill({ status: 404, body: 'Not found' }),
  },
  {
    name: 'is an HTML page',
    says: 'the server sent a web page.',
    answer: (route) => route.fulfill({ body: '<!doctype html><title>App</title>' }),
  },
  {
    name: 'is cut short',
    says: 'MB of',
    answer: async (route) => {
      const body = await (await route.fetch()).body();
      await route.fulfill({ body: body.subarray(0, body.length >> 1) });
    },
  },
  {
    name: 'has another sha256',
    says: 'is not the one this page was made with.',
    answer: async (route) => {
      const body = await (await route.fetch()).body();
      body[body.length - 1] = (body.at(-1) ?? 0) ^ 1;
      await route.fulfill({ body });
    },
  },
];

async function start(page: Page): Promise<void> {
  await button(page, 'Try it without a camera').click();
}

test.each(FILES)(
  '$name that cannot be used: the page names it and why, and recovers',
  async (file) => {
    const spoilt = FAULTS.values();
    const { page } = await visit({
      prepare: (page) =>
        page.route(file.route, (route) => spoilt.next().value?.answer(route) ?? route.fallback()),
    });
    await start(page);
    for (const { says } of FAULTS) {
      await untilSaid(page, says);
      await untilSaid(page, file.name);
      await button(page, 'Try again').click();
    }
    await untilRead(page);
  },
);

test('a pack that does not fit is refused by the name of its field', async () => {
  const { page } = await visit({
    prepare: (page) =>
      page.route('**/pack.json', async (route) => {
        const pack: unknown = await (await route.fetch()).json();
        await route.fulfill({ json: { ...(pack as object), decision: { alpha: 7 } } });
      }),
  });
  await start(page);
  await untilSaid(page, 'decision');
  await button(page, 'Try again').waitFor();
});

/** The thirty seconds themselves are tested where a clock can be set; here they pass in three. */
const FAST_TIMERS = `{
  const { setTimeout } = self;
  self.setTimeout = (run, ms, ...rest) => setTimeout(run, ms / 10, ...rest);
}`;

test('a download that stands still for 30 seconds is named', async () => {
  const { page } = await visit({
    prepare: async (page) => {
      await page.route('**/encoder.onnx', () => undefined);
      await patchAnalyser(page, FAST_TIMERS);
    },
  });
  await start(page);
  await untilSaid(page, 'encoder.onnx” stood still for 30 seconds.');
});

test('numbers that mean nothing are told, not shown', async () => {
  const { page } = await visit({
    prepare: (page) =>
      page.route('**/models/*/*', (route) =>
        route.fulfill({ path: join(NAN_PACK, basename(new URL(route.request().url()).pathname)) }),
      ),
  });
  await start(page);
  await untilSaid(page, 'gave numbers that mean nothing.');
  await button(page, 'Try again').waitFor();
});

test('a worker that crashes is rebuilt twice; after the third time the page offers to try again', async () => {
  const { page } = await visit();
  await startDrawnFace(page);
  const crash = async () => {
    const worker = await analyser(page);
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error('crash');
      });
    });
  };
  for (const time of [1, 2]) {
    await crash();
    await untilSaid(page, 'The analysis had stopped and was started again.');
    await button(page, 'Dismiss').click();
    await untilRead(page);
    // The one it replaces is gone once the browser has wound it up.
    await expect.poll(() => analysers(page), { message: `after crash ${time}` }).toHaveLength(1);
  }
  await crash();
  await untilSaid(page, 'The analysis keeps stopping on this device.');
  await button(page, 'Try again').click();
  await untilRead(page);
});

test('a worker that hangs is given up on after five seconds and rebuilt', async () => {
  const { page } = await visit();
  await startDrawnFace(page);
  const hung = await analyser(page);
  void hung
    .evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);
  await untilSaid(page, 'The analysis had stopped and was started again.');
  await untilRead(page);
});

test('WebGPU chosen where there is none: the page says so and computes with wasm', async () => {
  const { page } = await visit({
    prepare: (page) => withSettings(page, { backend: 'webgpu', hud: true }),
  });
  await startDrawnFace(page);
  await untilSaid(page, 'This browser offers no WebGPU.');
});

test('a WebGPU device lost while running is replaced, then wasm takes over', async () => {
  const { page } = await visit({
    webgpu: 'software',
    prepare: async (page) => {
      await withTinyPack(page);
      await withSettings(page, { backend: 'webgpu' });
      await patchAnalyser(
        page,
        `const { requestDevice } = GPUAdapter.prototype;
         GPUAdapter.prototype.requestDevice = async function (wish) {
           return (self.deviceOfTest = await requestDevice.call(this, wish));
         };`,
      );
    },
  });
  await startDrawnFace(page, COMPILING);
  const lose = async () => {
    await (
      await analyser(page)
    ).evaluate(() => {
      (self as unknown as { deviceOfTest: { destroy(): void } }).deviceOfTest.destroy();
    });
  };
  await lose();
  await untilSaid(page, 'It was started again', COMPILING);
  await untilRead(page, COMPILING);
  await lose();
  await untilSaid(page, 'The page goes on with the processor', COMPILING);
  await untilRead(page);
});
