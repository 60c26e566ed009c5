import type { Page } from 'playwright-core';
import { ANIMATED_AVIF } from '../../support/animated-avif.ts';

/** Kinds of pictures that move. */
export const ANIMATIONS = ['gif', 'webp', 'avif'] as const;

/** Two pictures, one red and one blue, each for 0.2 s. */
export async function animation(
  page: Page,
  kind: (typeof ANIMATIONS)[number],
): Promise<Uint8Array> {
  switch (kind) {
    case 'gif':
      return animatedGif();
    case 'webp':
      return animatedWebp(page);
    case 'avif':
      return ANIMATED_AVIF;
  }
}

/** Two pictures of 1 × 1, one red and one blue, each for 0.2 s. */
export function animatedGif(): Uint8Array {
  const picture = (index: number) => [
    ...[0x21, 0xf9, 4, 0, 20, 0, 0, 0],
    ...[0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0],
    ...[2, 2, index === 0 ? 0x44 : 0x4c, 1, 0],
  ];
  return Uint8Array.from([
    ...Buffer.from('GIF89a'),
    ...[1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255],
    ...[0x21, 0xff, 11, ...Buffer.from('NETSCAPE2.0'), 3, 1, 0, 0, 0],
    ...picture(0),
    ...picture(1),
    0x3b,
  ]);
}

/** Two pictures of a canvas, put together as the container has them. */
async function animatedWebp(page: Page): Promise<Uint8Array> {
  const stills = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 32, height: 32 });
    const context = canvas.getContext('2d')!;
    const made: number[][] = [];
    for (const colour of ['red', 'blue']) {
      context.fillStyle = colour;
      context.fillRect(0, 0, 32, 32);
      const blob = await new Promise<Blob | null>((resolve) => {
        canvas.toBlob(resolve, 'image/webp', 0.9);
      });
      made.push(Array.from(new Uint8Array(await blob!.arrayBuffer())));
    }
    return made;
  });
  const chunk = (type: string, data: readonly number[]) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(data.length);
    return [...Buffer.from(type), ...length, ...data, ...(data.length % 2 === 1 ? [0] : [])];
  };
  const frames = stills.flatMap((still) => {
    const at = Buffer.from(still).indexOf('VP8 ');
    const head = [0, 0, 0, 0, 0, 0, 31, 0, 0, 31, 0, 0, 200, 0, 0, 0];
    return chunk('ANMF', [...head, ...still.slice(at)]);
  });
  const body = [
    ...Buffer.from('WEBP'),
    ...chunk('VP8X', [2, 0, 0, 0, 31, 0, 0, 31, 0, 0]),
    ...chunk('ANIM', [0, 0, 0, 0, 0, 0]),
    ...frames,
  ];
  return Uint8Array.from(chunk('RIFF', body));
}
