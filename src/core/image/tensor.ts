import type { InputSpec } from '../pack/schema.ts';
import type { CropImage } from './pixels.ts';

/** How many channels the encoder takes, and so the crop must have. */
export function channelCount(input: InputSpec): 1 | 3 {
  return input.channels === 'gray' ? 1 : 3;
}

/** The shape of a tensor of `batch` crops. */
export function tensorShape(input: InputSpec, batch: number): number[] {
  const { layout, size } = input;
  const channels = channelCount(input);
  return layout === 'NCHW' ? [batch, channels, size, size] : [batch, size, size, channels];
}

/** How many numbers one crop takes in a tensor. */
export function tensorLength(input: InputSpec): number {
  return channelCount(input) * input.size ** 2;
}

/**
 * Writes a crop into a tensor from `offset` on: (pixel × scale − mean) ÷ std, in the encoder's
 * layout and order of channels. Throws a RangeError where crop or tensor do not fit the input.
 */
export function writeTensor(
  crop: CropImage,
  input: InputSpec,
  into: Float32Array,
  offset: number,
): void {
  const channels = channelCount(input);
  if (crop.size !== input.size || crop.channels !== channels) {
    throw new RangeError('the crop has another size or other channels than the input');
  }
  if (offset < 0 || offset + tensorLength(input) > into.length) {
    throw new RangeError('the tensor is too short');
  }
  for (let channel = 0; channel < channels; channel++) {
    const from = input.channels === 'bgr' ? channels - 1 - channel : channel;
    writeChannel(crop, from, input, channel, into, offset);
  }
}

/** Writes the crop's channel `from` as the tensor's channel `to`. */
function writeChannel(
  crop: CropImage,
  from: number,
  { layout, scale, mean, std }: InputSpec,
  to: number,
  into: Float32Array,
  offset: number,
): void {
  const pixels = crop.size ** 2;
  const planar = layout === 'NCHW';
  const start = offset + (planar ? to * pixels : to);
  const step = planar ? 1 : crop.channels;
  for (let i = 0; i < pixels; i++) {
    const pixel = crop.data[i * crop.channels + from]!;
    into[start + i * step] = (pixel * scale - mean[to]!) / std[to]!;
  }
}

/** The crop that `writeTensor` wrote at `offset`, in 0..255 but for rounding. */
export function readTensor(tensor: Float32Array, input: InputSpec, offset: number): CropImage {
  const { size, layout, scale, mean, std } = input;
  const channels = channelCount(input);
  const data = new Float32Array(size * size * channels);
  const [pixelStep, channelStep] = layout === 'NCHW' ? [1, size * size] : [channels, 1];
  for (let channel = 0; channel < channels; channel++) {
    const to = input.channels === 'bgr' ? channels - 1 - channel : channel;
    for (let i = 0; i < size * size; i++) {
      const value = tensor[offset + i * pixelStep + channel * channelStep]!;
      data[i * channels + to] = (value * std[channel]! + mean[channel]!) / scale;
    }
  }
  return { size, channels, data };
}
