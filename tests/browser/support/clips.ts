import { encode } from 'jpeg-js';
import type { Browser, Page } from 'playwright-core';
import { inject } from 'vitest';
import { photo } from '../../photos.ts';
import type { PhotoName } from '../../photos.ts';
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
  /** Pixels from frame to frame. */
  readonly drift?: number;
}

const NAME = 'encoding';
const FRAMES = 8;
const QUALITY = 92;

/** Clips encoded by the browser itself, each eight frames long. */
export async function encodeClips(
  browser: Browser,
  plans: readonly ClipPlan[],
): Promise<ChosenFile[]> {
  const code = await bundled('./encode-clip.ts', NAME);
  // WebCodecs are there for a secure address only.
  const page = await browser.newPage();
  await page.goto(inject('url'));
  await page.evaluate(code);
  const clips: ChosenFile[] = [];
  for (const plan of plans) clips.push(await encodeClip(page, plan));
  await page.close();
  return clips;
}

async function encodeClip(page: Page, { name, shows, drift = 0 }: ClipPlan): Promise<ChosenFile> {
  const takes: Take[] =
    shows.length === 0
      ? [{ jpeg: null, frames: FRAMES }]
      : shows.map((shown) => ({ jpeg: jpegOf(shown), frames: FRAMES / shows.length }));
  const recipe: ClipRecipe = { codec: 'vp8', drift, takes };
  const text = await page.evaluate<string>(`${NAME}.encodeClip(${JSON.stringify(recipe)})`);
  return { name, mimeType: 'video/webm', buffer: Buffer.from(text, 'base64') };
}

function jpegOf(name: PhotoName): string {
  return encode(photo(name), QUALITY).data.toString('base64');
}

export function textFile(name: string, text: string, mimeType = 'text/plain'): ChosenFile {
  return { name, mimeType, buffer: Buffer.from(text) };
}
