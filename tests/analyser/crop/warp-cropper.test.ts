import { expect, test } from 'vitest';
import type { Box } from '../../../src/core/geometry/shapes.ts';
import { tensorLength, writeTensor } from '../../../src/core/image/tensor.ts';
import { warp } from '../../../src/core/image/warp.ts';
import { WarpCropper } from '../../../src/analyser/crop/warp-cropper.ts';
import { noise, turned } from '../../support/images.ts';
import { PACK } from '../../support/networks.ts';
import { picture, pictureOf } from '../../support/pictures.ts';

const { input, crop } = PACK.encoder;
const IMAGE = noise(640, 360, 1);
const TRANSFORMS = [turned(48, 160, 180, 3, 0.3), turned(48, 500, 100, 0.5, -0.1)];

test('every crop of the batch is what the reference warp says, normalised', () => {
  const cropped = new WarpCropper(input, crop).crop(pictureOf(IMAGE), TRANSFORMS);
  const wanted = new Float32Array(2 * tensorLength(input));
  TRANSFORMS.forEach((transform, i) => {
    writeTensor(warp(IMAGE, transform, 48, 1), input, wanted, i * tensorLength(input));
  });
  expect(cropped.input).toEqual(wanted);
});

test('reads no more pixels than a crop needs', () => {
  const boxes: Box[] = [];
  const watched = picture({
    read: (box) => {
      boxes.push(box);
      return pictureOf(IMAGE).read(box);
    },
  });
  new WarpCropper(input, crop).crop(watched, [turned(48, 160, 180, 3, 0)]);
  expect(boxes).toHaveLength(1);
  const [{ x, y, width, height }] = boxes as [Box];
  expect(width * height).toBeLessThan(160 * 160);
  expect(x).toBeLessThanOrEqual(160 - 72);
  expect(y + height).toBeGreaterThanOrEqual(180 + 72);
});
