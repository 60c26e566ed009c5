import { bundled } from '../browser/support/bundle.ts';
import { filmOf, RATE } from '../browser/support/mjpeg.ts';
import { gpuFlags, withBrowser } from './browser.ts';
import { people } from './photos.ts';
import type { CameraScene } from './subjects.ts';

const NAME = 'filming';

/** A film for the fake camera; `moving` has the frames that are compared, with one person. */
export async function filmOfScene(scene: CameraScene): Promise<string> {
  const code = await bundled('../../bench/page/film.ts', NAME);
  const photos = JSON.stringify(people());
  return filmOf([code, photos, scene], async () => {
    const frames = await withBrowser(gpuFlags(false), async (context) => {
      const page = await context.newPage();
      await page.evaluate(code);
      return page.evaluate<string[]>(`${NAME}.filmFrames(${photos}, '${scene}')`);
    });
    return frames.map((jpeg) => ({ jpeg: Buffer.from(jpeg, 'base64'), seconds: 1 / RATE }));
  });
}
