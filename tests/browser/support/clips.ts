import { encode } from 'jpeg-js';
import type { Page } from 'playwright-core';
import { photo } from '../../support/photos.ts';
import type { PhotoName } from '../../support/photos.ts';
import { bundled } from './bundle.ts';
import type { ClipRecipe, Take } from './encode-clip.ts';

/** A file as it is chosen on the page. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export interface ClipPlan {
  readonly name: string;
  /** What is seen, one after the other; nothing for an empty wall. */
  readonly shows: readonly PhotoName[];
  /** In all; eight where not given. */
  readonly frames?: number;
  /** Small and slow where not given. */
  readonly film?: Pick<ClipRecipe, 'size' | 'rate'>;
  /** How far what is seen moves, in pixels; it holds still where not given. */
  readonly sway?: number;
}

const NAME = 'encoding';
const FRAMES = 8;
const SMALL = { size: { width: 320, height: 240 }, rate: 10 };
const QUALITY = 92;

/** WebMs encoded in a page; it is at a secure address, for only there are WebCodecs. */
export async function encodeClips(
  page: Page,
  plans: readonly ClipPlan[],
): Promise<readonly ChosenFile[]> {
  await page.evaluate(await bundled('./encode-clip.ts', NAME));
  const clips: ChosenFile[] = [];
  for (const plan of plans) clips.push(await encodeClip(page, plan));
  return clips;
}

async function encodeClip(page: Page, plan: ClipPlan): Promise<ChosenFile> {
  const { name, shows, frames = FRAMES, film = SMALL, sway = 0 } = plan;
  const takes: Take[] =
    shows.length === 0
      ? [{ jpeg: null, frames }]
      : shows.map((shown) => ({ jpeg: jpegOf(shown), frames: frames / shows.length }));
  const recipe: ClipRecipe = { codec: 'vp8', ...film, sway, takes };
  const text = await page.evaluate<string>(`${NAME}.encodeClip(${JSON.stringify(recipe)})`);
  return { name, mimeType: 'video/webm', buffer: Buffer.from(text, 'base64') };
}

function jpegOf(name: PhotoName): string {
  return encode(photo(name), QUALITY).data.toString('base64');
}

export function textFile(name: string, text: string, mimeType = 'text/plain'): ChosenFile {
  return { name, mimeType, buffer: Buffer.from(text) };
}
