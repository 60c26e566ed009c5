import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Browser } from 'playwright-core';
import type { Scene } from './draw-scene.ts';
import { launch } from './launch.ts';
import { filmOf } from './mjpeg.ts';
import type { Shot } from './mjpeg.ts';

const ENTRY = fileURLToPath(new URL('./draw-scene.ts', import.meta.url));
const NAME = 'drawing';

/** The page's own drawing code as one classic script. */
async function drawingCode(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, target: 'esnext', lib: { entry: ENTRY, formats: ['iife'], name: NAME } },
  });
  const [bundle] = Array.isArray(output) ? output : [];
  const chunk = bundle?.output[0];
  if (chunk === undefined) throw new Error('the drawn face was not bundled');
  return chunk.code;
}

async function draw(browser: Browser, code: string, scenes: readonly Scene[]): Promise<Shot[]> {
  const page = await browser.newPage();
  await page.evaluate(code);
  const shots: Shot[] = [];
  for (const scene of scenes) {
    const address = await page.evaluate<string>(`${NAME}.drawScene(${JSON.stringify(scene)})`);
    shots.push({
      jpeg: Buffer.from(address.split(',')[1] ?? '', 'base64'),
      seconds: scene.seconds,
    });
  }
  return shots;
}

/** A film in which drawn people hold the expressions of one scene after another. */
export async function filmOfScenes(scenes: readonly Scene[]): Promise<string> {
  const code = await drawingCode();
  return filmOf([code, scenes], async () => {
    const browser = await launch();
    try {
      return await draw(browser, code, scenes);
    } finally {
      await browser.close();
    }
  });
}
