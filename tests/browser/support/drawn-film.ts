import { bundled } from './bundle.ts';
import type { Scene } from './draw-scene.ts';
import { newProfile } from './launch.ts';
import { filmOf } from './mjpeg.ts';
import type { Shot } from './mjpeg.ts';

const NAME = 'drawing';

async function draw(code: string, scenes: readonly Scene[]): Promise<Shot[]> {
  const page = await (await newProfile()).newPage();
  await page.evaluate(code);
  const shots: Shot[] = [];
  for (const scene of scenes) {
    const address = await page.evaluate<string>(`${NAME}.drawScene(${JSON.stringify(scene)})`);
    shots.push({
      jpeg: Buffer.from(address.split(',')[1] ?? '', 'base64'),
      seconds: scene.seconds,
    });
  }
  await page.close();
  return shots;
}

/** A film in which drawn people hold the expressions of one scene after another. */
export async function filmOfScenes(scenes: readonly Scene[]): Promise<string> {
  const code = await bundled('./draw-scene.ts', NAME);
  return filmOf([code, scenes], () => draw(code, scenes));
}
