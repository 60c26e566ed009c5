import type { EncoderSpec } from '../../core/pack/schema.ts';
import { cropDifference } from './gpu-crop-check.ts';
import type { Cropper } from './cropper.ts';
import { GpuCropper } from './gpu-cropper.ts';
import { FallbackCropper } from './fallback-cropper.ts';
import { resamplingOf } from '../../core/geometry/crop-transform.ts';
import { WarpCropper } from './warp-cropper.ts';

/** The largest allowed difference between a GPU crop and the reference warp, in pixel values of 0..255. */
const TOLERANCE = 2;

/** The GPU's way where there is a device and it cuts as the reference warp does; else the processor's. */
export async function openCropper(
  { input, crop }: Pick<EncoderSpec, 'input' | 'crop'>,
  device: GPUDevice | null,
): Promise<Cropper> {
  const plain = new WarpCropper(input, crop);
  if (device === null || resamplingOf(crop) !== 'area') return plain;
  const cropper = await GpuCropper.create(device, input).catch(() => null);
  if (cropper === null) return plain;
  const difference = await cropDifference(cropper, input).catch(() => Infinity);
  if (difference <= TOLERANCE) return new FallbackCropper(cropper, plain);
  cropper.release();
  return plain;
}
