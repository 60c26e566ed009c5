import type { Affine } from '../../core/geometry/affine.ts';
import type { Size } from '../../core/geometry/shapes.ts';
import type { InputSpec } from '../../core/pack/schema.ts';
import { samplingOf } from '../../core/image/sampling.ts';
import { channelCount } from '../../core/image/tensor.ts';

/** Threads along each side of a workgroup. */
export const WORKGROUP_SIDE = 8;

/** How many numbers `placementNumbers` gives for a crop. */
export const PLACEMENT_LENGTH = 12;

/** A crop's `Placement`, number by number; `frame` is what `toFrame` counts pixels in. */
export function placementNumbers(toFrame: Affine, size: number, frame: Size): number[] {
  const { a, b, c, d, e, f } = toFrame;
  const { side, region, across, down } = samplingOf(toFrame, size, frame);
  return [a, b, c, d, e, f, across, down, region.x, region.y, side, 0];
}

/** A channel of a crop out of `rgb`, in 0..1. */
const COLOURS = {
  gray: ['dot(rgb, vec3f(0.299, 0.587, 0.114))'],
  rgb: ['rgb.r', 'rgb.g', 'rgb.b'],
  bgr: ['rgb.b', 'rgb.g', 'rgb.r'],
} as const;

/** One store a channel: (pixel × scale − mean) ÷ std, as `writeTensor` has it. */
function stores({ size, channels, layout, scale, mean, std }: InputSpec): string {
  const count = COLOURS[channels].length;
  return COLOURS[channels]
    .map((colour, channel) => {
      const place =
        layout === 'NCHW'
          ? `crop * ${count * size * size} + ${channel * size * size} + pixel`
          : `(crop * ${size * size} + pixel) * ${count} + ${channel}`;
      const value = `(255 * ${colour} * ${scale} - ${mean[channel]!}) / ${std[channel]!}`;
      return `tensor[${place}] = ${value};`;
    })
    .join('\n  ');
}

/**
 * WGSL that does for a frame on the GPU what `warp` and `writeTensor` do for one in main memory:
 * the same samples, averaged, normalised, stored where the encoder reads.
 * One invocation a crop pixel, the crops of a batch along z.
 */
export function cropShader(input: InputSpec): string {
  return `
struct Placement {
  // Crop pixels to frame pixels: one step to the right, one step down, the first corner.
  right: vec2f,
  down: vec2f,
  corner: vec2f,
  // Samples along each axis of a crop pixel.
  taps: vec2f,
  // Blocks of frame pixels that are averaged first: the first one's corner, and their side.
  blocks: vec2f,
  side: f32,
}

@group(0) @binding(0) var frame: texture_external;
@group(0) @binding(1) var bilinear: sampler;
@group(0) @binding(2) var<storage, read> placements: array<Placement>;
@group(0) @binding(3) var<storage, read_write> tensor: array<f32>;
@group(0) @binding(4) var<uniform> size: vec2f;

// Outside the frame its edge pixels repeat.
fn bilinearAt(at: vec2f) -> vec3f {
  return textureSampleBaseClampToEdge(frame, bilinear, at / size).rgb;
}

fn blockMean(corner: vec2f, side: f32) -> vec3f {
  var sum = vec3f(0);
  for (var y = 0.5; y < side; y += 1) {
    for (var x = 0.5; x < side; x += 1) { sum += bilinearAt(corner + vec2f(x, y)); }
  }
  return sum / (side * side);
}

// Between the means of the four blocks around.
fn bilinearOfBlocks(at: vec2f, place: Placement) -> vec3f {
  let position = (at - place.blocks) / place.side - 0.5;
  let first = place.blocks + floor(position) * place.side;
  let share = fract(position);
  let step = place.side * vec2f(1, 0);
  let above = mix(blockMean(first, place.side), blockMean(first + step.xy, place.side), share.x);
  let next = first + step.yx;
  let under = mix(blockMean(next, place.side), blockMean(next + step.xy, place.side), share.x);
  return mix(above, under, share.y);
}

@compute @workgroup_size(${WORKGROUP_SIDE}, ${WORKGROUP_SIDE})
fn cut(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= ${input.size} || id.y >= ${input.size}) { return; }
  let place = placements[id.z];
  var sum = vec3f(0);
  for (var y = 0.5; y < place.taps.y; y += 1) {
    for (var x = 0.5; x < place.taps.x; x += 1) {
      let at = vec2f(id.xy) + vec2f(x, y) / place.taps;
      let source = place.right * at.x + place.down * at.y + place.corner;
      if (place.side > 1) { sum += bilinearOfBlocks(source, place); }
      else { sum += bilinearAt(source); }
    }
  }
  let rgb = sum / (place.taps.x * place.taps.y);
  let crop = id.z;
  let pixel = id.y * ${input.size} + id.x;
  ${stores(input)}
}
`;
}

/** How many bytes a batch's tensor takes. */
export function batchBytes(input: InputSpec, batch: number): number {
  return batch * channelCount(input) * input.size ** 2 * Float32Array.BYTES_PER_ELEMENT;
}
