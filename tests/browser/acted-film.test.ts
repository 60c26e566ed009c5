import { expect, test } from 'vitest';
import { acts, NOBODY, rest, type Scene } from '../drawn/films.ts';
import { emotions } from '../../src/ui/words/en/live.ts';
import { actedFilm } from './support/acted-film.ts';
import { bundled } from './support/bundle.ts';
import { visit } from './support/launch.ts';
import { startCamera, untilRead } from './support/page.ts';
import type { WatchedScene } from './support/watch-film.ts';

/**
 * People who rest and act. In the first film they change places from one picture to the next, at
 * rest and after an expression, in both directions; in the second one of them comes and goes.
 * The page has loaded when somebody has been there for three seconds or so.
 */
const FILMS: readonly (readonly Scene[])[] = [
  [
    rest(0, 3),
    rest(3, 3),
    rest(0, 2),
    ...acts(0, 'hap', 'ang'),
    rest(3, 2),
    ...acts(3, 'sad', 'disg'),
  ],
  [
    ...acts(1, 'hap', 'ang'),
    NOBODY,
    rest(4, 3),
    ...acts(4, 'fea', 'disg'),
    rest(1, 3),
    ...acts(1, 'sad'),
  ],
];

/** The scenes in which somebody is there who was not there before, or nobody is. */
function entrances(film: readonly Scene[]): readonly number[] {
  return film.flatMap(({ look }, i) => (look === film.at(i - 1)!.look ? [] : [i]));
}

test.each(FILMS)(
  'people who act are read within a second, and rest as neutral',
  async (...film) => {
    const { page } = await visit({ film: await actedFilm(film) });
    await startCamera(page);
    await untilRead(page);
    await page.evaluate(await bundled('./watch-film.ts', 'watching'));
    // Whoever is there already was seen at rest for less than the film shows.
    const call = `watching.watchFilm(${JSON.stringify(entrances(film))})`;
    const watched = await page.evaluate<readonly WatchedScene[]>(call);
    expect(watched.map(({ scene }) => scene).sort()).toEqual(film.map((_, i) => i));
    for (const { scene, read } of watched) {
      const { look, emotion } = film[scene]!;
      if (look === null) continue;
      const what = `scene ${scene}, ${emotion}: ${JSON.stringify(read)}`;
      const first = read.find(({ name }) => name === emotions[emotion]);
      expect(first?.after, what).toBeLessThanOrEqual(1);
      expect(read.at(-1), what).toEqual(first);
    }
  },
);
