import { readFile } from 'node:fs/promises';
import { expect, inject, test } from 'vitest';
import { DEFAULT_PACK_ID } from '../../src/core/pack/default-pack-id.ts';
import { parsePack } from '../../src/core/pack/parse.ts';
import { FILMS, shotsOfFilm, type Scene } from '../drawn/films.ts';
import { judgeFilm, readingsOf } from '../drawn/judge-film.ts';
import { readingOptionsOf } from '../drawn/pack-reading.ts';
import { readDrawn } from '../drawn/read-in-browser.ts';
import { actedFilm } from './support/acted-film.ts';
import { bundled } from './support/bundle.ts';
import { launch, visit } from './support/launch.ts';
import { startCamera, untilRead } from './support/page.ts';
import type { WatchedScene } from './support/watch-film.ts';

/** Another person takes the first one's place between two pictures. */
const TWO_PEOPLE: readonly Scene[] = [
  { look: null, emotion: 'neu', seconds: 1 },
  { look: 0, emotion: 'neu', seconds: 3 },
  { look: 0, emotion: 'hap', seconds: 2 },
  { look: 0, emotion: 'ang', seconds: 2 },
  { look: 3, emotion: 'neu', seconds: 3 },
  { look: 3, emotion: 'fea', seconds: 2 },
  { look: 3, emotion: 'sad', seconds: 2 },
  { look: 3, emotion: 'disg', seconds: 2 },
];

const NAMES = {
  ang: 'Anger',
  disg: 'Disgust',
  fea: 'Fear',
  hap: 'Happiness',
  sad: 'Sadness',
  neu: 'Neutral',
} as const;

const MANIFEST = new URL(`../../models/${DEFAULT_PACK_ID}/pack.json`, import.meta.url);

test('people who come, act and go are read as they act, and one who takes a place is known anew', async () => {
  const { page } = await visit({ film: await actedFilm(TWO_PEOPLE) });
  await startCamera(page);
  await untilRead(page);
  await page.evaluate(await bundled('./watch-film.ts', 'watching'));
  const watched = await page.evaluate<readonly WatchedScene[]>('watching.watchFilm(0)');
  expect(watched.map(({ scene }) => scene)).toEqual(TWO_PEOPLE.map((_, i) => i));
  for (const { scene, read } of watched) {
    const { look, emotion } = TWO_PEOPLE[scene]!;
    if (look === null) continue;
    const what = `scene ${scene}, ${emotion}: ${JSON.stringify(read)}`;
    const first = read.find(({ name }) => name === NAMES[emotion]);
    expect(first?.after, what).toBeLessThanOrEqual(1);
    const later = read.filter(({ after }) => after > first!.after);
    expect(later, what).toEqual([]);
  }
});

test('in a longer film everybody’s emotions are read within a second, and rest as neutral', async () => {
  const fps = 10;
  const pack = parsePack(JSON.parse(await readFile(MANIFEST, 'utf8')), 'the pack');
  const film = FILMS[1]!;
  const given = { browser: await launch(), url: inject('url'), pack: pack.id, head: null, fps };
  const reads = await readDrawn(given, shotsOfFilm(film, fps));
  const scenes = judgeFilm(film, readingsOf(reads, fps, readingOptionsOf(pack)), fps);
  for (const { scene, readAfter, missed, probability } of scenes) {
    const what = JSON.stringify(scene);
    expect(readAfter, what).toBeLessThanOrEqual(1);
    expect(missed, what).toBe(0);
    if (scene.emotion === 'neu') expect(probability, what).toBeGreaterThan(0.6);
  }
});
