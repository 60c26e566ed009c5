import { expect, test } from 'vitest';
import type { Scene } from '../drawn/films.ts';
import { actedFilm } from './support/acted-film.ts';
import { bundled } from './support/bundle.ts';
import { visit } from './support/launch.ts';
import { startCamera, untilRead } from './support/page.ts';
import type { WatchedScene } from './support/watch-film.ts';

/** People who come, rest, act and go; another takes the first one's place between two pictures. */
const FILMS: readonly (readonly Scene[])[] = [
  [
    { look: null, emotion: 'neu', seconds: 1 },
    { look: 0, emotion: 'neu', seconds: 3 },
    { look: 0, emotion: 'hap', seconds: 2 },
    { look: 0, emotion: 'ang', seconds: 2 },
    { look: 3, emotion: 'neu', seconds: 3 },
    { look: 3, emotion: 'fea', seconds: 2 },
    { look: 3, emotion: 'sad', seconds: 2 },
    { look: 3, emotion: 'disg', seconds: 2 },
  ],
  [
    { look: null, emotion: 'neu', seconds: 1 },
    { look: 4, emotion: 'neu', seconds: 3 },
    { look: 4, emotion: 'fea', seconds: 2 },
    { look: 4, emotion: 'disg', seconds: 2 },
    { look: 1, emotion: 'neu', seconds: 3 },
    { look: 1, emotion: 'sad', seconds: 2 },
    { look: 1, emotion: 'hap', seconds: 2 },
    { look: 1, emotion: 'ang', seconds: 2 },
  ],
];

const NAMES = {
  ang: 'Anger',
  disg: 'Disgust',
  fea: 'Fear',
  hap: 'Happiness',
  sad: 'Sadness',
  neu: 'Neutral',
} as const;

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
      const first = read.find(({ name }) => name === NAMES[emotion]);
      expect(first?.after, what).toBeLessThanOrEqual(1);
      expect(read.at(-1), what).toEqual(first);
    }
  },
);
