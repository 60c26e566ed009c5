import { shotsOfFilm, type Scene } from '../../drawn/films.ts';
import type { Shot as DrawnShot } from '../../drawn/shots.ts';
import { bundled } from './bundle.ts';
import { newProfile } from './launch.ts';
import { filmOf, RATE, type Shot } from './mjpeg.ts';

const NAME = 'acting';

/** Pictures that are alike are drawn once: a face moves only from one expression to the next. */
interface Held {
  readonly shot: DrawnShot;
  readonly scene: number;
  frames: number;
}

function held(scenes: readonly Scene[]): readonly Held[] {
  const all: Held[] = [];
  const sceneOf = scenes.flatMap(({ seconds }, i) =>
    Array<number>(Math.round(seconds * RATE)).fill(i),
  );
  for (const [i, shot] of shotsOfFilm(scenes, RATE).entries()) {
    const scene = sceneOf[i]!;
    const still = { ...shot, idle: 0 };
    const last = all.at(-1);
    const same = last?.scene === scene && JSON.stringify(last.shot) === JSON.stringify(still);
    if (same) last.frames += 1;
    else all.push({ shot: still, scene, frames: 1 });
  }
  return all;
}

/** A film of drawn people who act; each picture is marked with its scene. */
export async function actedFilm(scenes: readonly Scene[]): Promise<string> {
  const code = await bundled('./draw-shot.ts', NAME);
  return filmOf([code, scenes], async () => {
    const page = await (await newProfile()).newPage();
    await page.evaluate(code);
    const shots: Shot[] = [];
    for (const { shot, scene, frames } of held(scenes)) {
      const call = `${NAME}.drawShot(${JSON.stringify(shot)}, ${scene})`;
      const address = await page.evaluate<string>(call);
      const jpeg = Buffer.from(address.split(',')[1] ?? '', 'base64');
      shots.push({ jpeg, seconds: frames / RATE });
    }
    await page.close();
    return shots;
  });
}
