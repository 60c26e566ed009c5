import { expect, test } from 'vitest';
import type { FrameImage } from '../../../src/analyser/messages.ts';
import { CopiedPictures } from '../../../src/analyser/picture/copied-pictures.ts';
import { FallbackPictures } from '../../../src/analyser/picture/fallback-pictures.ts';
import { noise } from '../../support/images.ts';
import { frameImage } from '../../support/frames.ts';
import { picture } from '../../support/pictures.ts';

const IMAGE = noise(64, 48, 3);

/** A video frame of these pixels; `parts` say what is special about it. */
function videoFrame(parts: object = {}): FrameImage {
  const { width, height, data } = IMAGE;
  return {
    displayWidth: width,
    displayHeight: height,
    visibleRect: { x: 0, y: 0, width, height },
    copyTo: (memory: Uint8ClampedArray, { format }: VideoFrameCopyToOptions) => {
      if (format !== 'RGBA' || memory.length !== data.length) throw new TypeError('not so');
      memory.set(data);
      return Promise.resolve([]);
    },
    ...parts,
  } as unknown as FrameImage;
}

test('a copied picture has the frame’s pixels, and a smaller one of them', async () => {
  const frame = videoFrame();
  const taken = await new CopiedPictures().take(frame);
  expect(taken.frame).toBe(frame);
  expect(taken.size).toEqual({ width: 64, height: 48 });
  const { image, corner } = taken.read({ x: 10, y: 10, width: 4, height: 4 });
  expect([...image.data]).toEqual([...IMAGE.data]);
  expect(corner).toEqual({ x: 0, y: 0 });
  expect(taken.shrunk(32, null)).toMatchObject({ width: 32, height: 24 });
  expect(taken.thumbnail()).toBe(taken.thumbnail());
});

test('copies frames that are shown as they are stored, and no others', () => {
  const pictures = new CopiedPictures();
  expect(pictures.suits(videoFrame())).toBe(true);
  expect(pictures.suits(videoFrame({ rotation: 0, flip: false }))).toBe(true);
  expect(pictures.suits(videoFrame({ rotation: 180 }))).toBe(false);
  expect(pictures.suits(videoFrame({ flip: true }))).toBe(false);
  expect(pictures.suits(videoFrame({ displayWidth: 85 }))).toBe(false);
  expect(pictures.suits(videoFrame({ visibleRect: null }))).toBe(false);
  expect(pictures.suits(frameImage())).toBe(false);
  const large = { displayWidth: 3840, displayHeight: 2160 };
  const visibleRect = { x: 0, y: 0, width: 3840, height: 2160 };
  expect(pictures.suits(videoFrame({ ...large, visibleRect }))).toBe(false);
});

test('what cannot be copied is drawn; after a copy that failed everything is', async () => {
  const drawn = picture({});
  const fallback = new FallbackPictures(new CopiedPictures(), {
    take: () => Promise.resolve(drawn),
  });
  const isDrawn = async (frame: FrameImage) => (await fallback.take(frame)) === drawn;
  expect(await isDrawn(frameImage())).toBe(true);
  expect(await isDrawn(videoFrame())).toBe(false);
  const copyTo = () => Promise.reject(new Error('no such format'));
  expect(await isDrawn(videoFrame({ copyTo }))).toBe(true);
  expect(await isDrawn(videoFrame())).toBe(true);
});
