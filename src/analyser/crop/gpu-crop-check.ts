import type { Affine } from '../../core/geometry/affine.ts';
import { largestDifference } from '../../core/math/largest-difference.ts';
import type { InputSpec } from '../../core/pack/schema.ts';
import type { RgbaImage } from '../../core/image/pixels.ts';
import { channelCount } from '../../core/image/tensor.ts';
import { warp } from '../../core/image/warp.ts';
import type { GpuCropper } from './gpu-cropper.ts';

const SIZE = { width: 96, height: 64 };

/** Red grows to the right, green downwards, blue along both: a mistaken axis or channel shows. */
function testImage(): RgbaImage {
  const data = new Uint8ClampedArray(SIZE.width * SIZE.height * 4);
  for (let i = 0; i < SIZE.width * SIZE.height; i++) {
    const x = (i % SIZE.width) / SIZE.width;
    const y = Math.floor(i / SIZE.width) / SIZE.height;
    data.set([255 * x, 255 * y, 255 * x * y, 255], 4 * i);
  }
  return { ...SIZE, data };
}

/** One crop shrunk and one enlarged, both turned and partly outside. */
function testTransforms(size: number): Affine[] {
  return [60, 20].map((side) => {
    const step = side / size;
    return { a: 0.8 * step, b: 0.6 * step, c: -0.6 * step, d: 0.8 * step, e: 30, f: -4 };
  });
}

/** The largest difference, in pixel values, of what the GPU cuts out of a test image. */
export async function cropDifference(
  cropper: Pick<GpuCropper, 'crop'>,
  input: InputSpec,
): Promise<number> {
  const image = testImage();
  const transforms = testTransforms(input.size);
  const { width: codedWidth, height: codedHeight } = SIZE;
  const layout = { format: 'RGBA', codedWidth, codedHeight, timestamp: 0 } as const;
  const frame = new VideoFrame(Uint8Array.from(image.data), layout);
  try {
    const crops = await cropper.crop({ frame, size: SIZE }, transforms).images();
    const differences = transforms.map((transform, i) => {
      const wanted = warp(image, transform, input.size, channelCount(input));
      return largestDifference(crops[i]?.data ?? [], wanted.data);
    });
    return Math.max(...differences);
  } finally {
    frame.close();
  }
}
