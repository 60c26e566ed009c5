import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encode } from 'jpeg-js';
import { photo } from '../../support/photos.ts';
import type { PhotoName } from '../../support/photos.ts';

const FOLDER = fileURLToPath(new URL('../output/films', import.meta.url));

/** Chromium's fake camera plays as many pictures of an .mjpeg a second, over and over. */
export const RATE = 30;

export interface Shot {
  readonly jpeg: Uint8Array;
  readonly seconds: number;
}

/** Where the film made of `recipe` is kept; the name changes with the recipe. */
function filmPath(recipe: unknown): string {
  const name = createHash('sha256').update(JSON.stringify(recipe)).digest('hex').slice(0, 16);
  return join(FOLDER, `${name}.mjpeg`);
}

/** An .mjpeg for the fake camera is nothing but JPEG files one after another. */
function writeFilm(path: string, shots: readonly Shot[]): void {
  const frames = shots.flatMap(({ jpeg, seconds }) =>
    Array<Uint8Array>(Math.round(seconds * RATE)).fill(jpeg),
  );
  mkdirSync(FOLDER, { recursive: true });
  // Whole or not at all, so that a stopped run leaves no half film behind.
  writeFileSync(`${path}.part`, Buffer.concat(frames));
  renameSync(`${path}.part`, path);
}

/** The path of the film that `shots` makes of `recipe`; what was made before is taken again. */
export async function filmOf(
  recipe: unknown,
  shots: () => Promise<readonly Shot[]>,
): Promise<string> {
  const path = filmPath(recipe);
  if (!existsSync(path)) writeFilm(path, await shots());
  return path;
}

/** A film that shows one photo and does not move. */
export function filmOfPhoto(name: PhotoName): Promise<string> {
  const { width, height, data } = photo(name);
  const { data: jpeg } = encode({ width, height, data }, 92);
  const digest = createHash('sha256').update(jpeg).digest('hex');
  return filmOf(digest, () => Promise.resolve([{ jpeg, seconds: 2 }]));
}
