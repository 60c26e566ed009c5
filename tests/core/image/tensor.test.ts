import { describe, expect, test } from 'vitest';
import type { InputSpec } from '../../../src/core/pack/schema.ts';
import type { CropImage } from '../../../src/core/image/pixels.ts';
import {
  readTensor,
  tensorLength,
  tensorShape,
  writeTensor,
} from '../../../src/core/image/tensor.ts';

const GRAY: InputSpec = {
  size: 2,
  channels: 'gray',
  layout: 'NCHW',
  scale: 1 / 255,
  mean: [0.5],
  std: [0.25],
};
const COLOUR: InputSpec = {
  size: 2,
  channels: 'rgb',
  layout: 'NCHW',
  scale: 1,
  mean: [1, 2, 3],
  std: [1, 2, 4],
};

const GRAY_CROP: CropImage = {
  size: 2,
  channels: 1,
  data: Float32Array.of(0, 255, 127.5, 51),
};
/** Red 10…13, green 20…23, blue 30…33. */
const COLOUR_CROP: CropImage = {
  size: 2,
  channels: 3,
  data: Float32Array.of(10, 20, 30, 11, 21, 31, 12, 22, 32, 13, 23, 33),
};

function written(crop: CropImage, input: InputSpec): number[] {
  const into = new Float32Array(tensorLength(input));
  writeTensor(crop, input, into, 0);
  return Array.from(into);
}

test('pixels are scaled, centred and divided', () => {
  [-2, 2, 0, -1.2].forEach((expected, i) => {
    expect(written(GRAY_CROP, GRAY)[i]).toBeCloseTo(expected, 6);
  });
});

describe('the order of numbers', () => {
  const red = [10, 11, 12, 13].map((value) => value - 1);
  const green = [20, 21, 22, 23].map((value) => (value - 2) / 2);
  const blue = [30, 31, 32, 33].map((value) => (value - 3) / 4);

  test('NCHW is channel by channel', () => {
    expect(written(COLOUR_CROP, COLOUR)).toEqual([...red, ...green, ...blue]);
  });

  test('NHWC is pixel by pixel', () => {
    expect(written(COLOUR_CROP, { ...COLOUR, layout: 'NHWC' })).toEqual(
      red.flatMap((value, i) => [value, green[i], blue[i]]),
    );
  });

  test('bgr starts with blue, which takes the first mean and std', () => {
    const input: InputSpec = { ...COLOUR, channels: 'bgr', mean: [3, 2, 1], std: [4, 2, 1] };
    expect(written(COLOUR_CROP, input)).toEqual([...blue, ...green, ...red]);
  });
});

test('a crop is written at its place in a batch', () => {
  const into = new Float32Array(12).fill(9);
  writeTensor(GRAY_CROP, { ...GRAY, scale: 1, mean: [0], std: [1] }, into, 4);
  expect(Array.from(into)).toEqual([9, 9, 9, 9, 0, 255, 127.5, 51, 9, 9, 9, 9]);
});

test('shapes follow the layout', () => {
  expect(tensorShape(GRAY, 3)).toEqual([3, 1, 2, 2]);
  expect(tensorShape({ ...COLOUR, layout: 'NHWC' }, 1)).toEqual([1, 2, 2, 3]);
});

test.each([
  ['a crop of another size', GRAY_CROP, { ...GRAY, size: 3 }, 9, 0],
  ['a crop of other channels', GRAY_CROP, COLOUR, 12, 0],
  ['a tensor that is too short', GRAY_CROP, GRAY, 7, 4],
  ['a negative offset', GRAY_CROP, GRAY, 8, -1],
])('%s is refused', (_, crop, input, length, offset) => {
  expect(() => writeTensor(crop, input, new Float32Array(length), offset)).toThrow(RangeError);
});

test.each(['rgb', 'bgr'] as const)('readTensor gives back what was written: %s', (channels) => {
  for (const layout of ['NCHW', 'NHWC'] as const) {
    const input: InputSpec = { ...COLOUR, channels, layout, scale: 0.5 };
    const tensor = new Float32Array(2 * tensorLength(input));
    writeTensor(COLOUR_CROP, input, tensor, tensorLength(input));
    const read = readTensor(tensor, input, tensorLength(input));
    expect(read).toMatchObject({ size: 2, channels: 3 });
    read.data.forEach((value, i) => {
      expect(value).toBeCloseTo(COLOUR_CROP.data[i]!, 4);
    });
  }
});
