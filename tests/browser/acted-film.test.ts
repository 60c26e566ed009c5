import { readFile } from 'node:fs/promises';
import { expect, inject, test } from 'vitest';
import { DEFAULT_PACK_ID } from '../../src/core/pack/default-pack-id.ts';
import { parsePack } from '../../src/core/pack/parse.ts';
import { FILMS, shotsOfFilm } from '../drawn/films.ts';
import { judgeFilm, readingsOf } from '../drawn/judge-film.ts';
import { readingOptionsOf } from '../drawn/pack-reading.ts';
import { readDrawn } from '../drawn/read-in-browser.ts';
import { launch } from './support/launch.ts';

const MANIFEST = new URL(`../../models/${DEFAULT_PACK_ID}/pack.json`, import.meta.url);

test('people who act are read within a second, as who takes another’s place is, and rest as neutral', async () => {
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
