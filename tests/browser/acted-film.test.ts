import { expect, test } from 'vitest';
import { acts, NOBODY, rest, type Scene } from '../drawn/films.ts';
import { emotions } from '../../src/ui/words/en/live.ts';
import { actedFilm } from './support/acted-film.ts';
import { bundled } from './support/bundle.ts';
import { visit } from './support/launch.ts';
import { startCamera, untilRead } from './support/page.ts';
import type { WatchedScene } from './support/watch-film.ts';

/** People who come, rest, act and go; another takes the first one's place between two pictures. */
const FILMS: readonly (readonly Scene[])[] = [
  [NOBODY, rest(0, 3), ...acts(0, 'hap', 'ang'), rest(3, 3), ...acts(3, 'fea', 'sad', 'disg')],
  [NOBODY, rest(4, 3), ...acts(4, 'fea', 'disg'), rest(1, 3), ...acts(1, 'sad', 'hap', 'ang')],
];

test.each(FILMS)(
  'people who act are read within a second, and rest as neutral',
  async (...film) => {
    const { page } = await visit({ film: await actedFilm(film) });
    await startCamera(page);
    await untilRead(page);
    await page.evaluate(await bundled('./watch-film.ts', 'watching'));
    const watched = await page.evaluate<readonly WatchedScene[]>('watching.watchFilm()');
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
