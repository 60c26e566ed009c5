import { EMOTIONS, type Probabilities } from '../../core/blemore/emotions.ts';
import { perEmotion } from '../../core/blemore/per-emotion.ts';
import type { Explanation } from '../../core/explain/explanation.ts';
import { FACE_REGIONS, faceRegions } from '../../core/explain/face-regions.ts';
import { hide, meanColour, slidingMasks, type Mask } from '../../core/explain/occlusion.ts';
import type { Affine } from '../../core/geometry/affine.ts';
import type { CropImage } from '../../core/image/pixels.ts';
import { channelCount, tensorLength, writeTensor } from '../../core/image/tensor.ts';
import { softmax } from '../../core/reading/softmax.ts';
import type { Face } from '../../core/tracking/face.ts';
import { resamplingOf, transformFor } from '../../core/geometry/crop-transform.ts';
import { cut } from '../crop/cut.ts';
import type { FrameImage } from '../messages.ts';
import type { Pictures } from '../picture/picture.ts';
import type { ExplainedModel } from './explained-model.ts';
import { linearContributions } from './linear-contributions.ts';
import { nextTask } from './next-task.ts';

/** Frames that come meanwhile wait for one batch and no longer: about so many milliseconds. */
const BATCH_MS = 200;
/** So many crops are in the first batch, which is timed, and at most in one. */
const FIRST_BATCH = 6;
const MOST = 32;

/**
 * Finds out what a model's probabilities for a face depend on, by hiding parts of its crop. The
 * picture is closed, always.
 *
 * @param face in the picture's pixels
 * @throws the signal's reason when aborted
 */
export async function explain(
  image: FrameImage,
  face: Face,
  model: ExplainedModel,
  pictures: Pictures,
  signal: AbortSignal,
): Promise<Explanation> {
  const { encoder } = model.pack;
  const { crop, toFrame } = await cropOf(image, face, model, pictures);
  const { size } = encoder.input;
  const regions = faceRegions(face.keypoints, toFrame, size);
  const masks = [new Uint8Array(size * size), ...FACE_REGIONS.map((region) => regions[region])];
  const all = await readMasked(crop, [...masks, ...slidingMasks(size)], model, signal);
  const [probabilities, ...hidden] = all as [Probabilities, ...Probabilities[]];
  const [brows, eyes, mouth, left, right, ...occluded] = hidden as [
    Probabilities,
    Probabilities,
    Probabilities,
    Probabilities,
    Probabilities,
    ...Probabilities[],
  ];
  return {
    probabilities,
    size,
    toFrame,
    occluded,
    without: { brows, eyes, mouth, 'left-half': left, 'right-half': right },
    added: await linearContributions(tensorOf([crop], model), model, signal),
  };
}

async function cropOf(
  image: FrameImage,
  face: Face,
  { pack: { encoder } }: ExplainedModel,
  pictures: Pictures,
): Promise<{ crop: CropImage; toFrame: Affine }> {
  try {
    const picture = await pictures.take(image);
    const toFrame = transformFor(encoder, face, picture.size);
    const { input } = encoder;
    const how = {
      size: input.size,
      channels: channelCount(input),
      resampling: resamplingOf(encoder.crop),
    };
    return { crop: cut(picture, toFrame, how), toFrame };
  } finally {
    image.close();
  }
}

/** The probabilities with each mask in place. */
async function readMasked(
  crop: CropImage,
  masks: readonly Mask[],
  model: ExplainedModel,
  signal: AbortSignal,
): Promise<readonly Probabilities[]> {
  const colour = meanColour(crop);
  const read: Probabilities[] = [];
  /** Milliseconds a crop, of the quickest batch: others have waited for a frame. */
  let quickest = Infinity;
  while (read.length < masks.length) {
    const count = quickest === Infinity ? FIRST_BATCH : batchFor(quickest);
    const batch = masks
      .slice(read.length, read.length + count)
      .map((mask) => hide(crop, mask, colour));
    const started = performance.now();
    const { logits } = await model.run(tensorOf(batch, model), batch.length);
    quickest = Math.min(quickest, (performance.now() - started) / batch.length);
    batch.forEach((_, row) => {
      read.push(softmax(perEmotion((place) => logits[row * EMOTIONS.length + place]!)));
    });
    await nextTask();
    signal.throwIfAborted();
  }
  return read;
}

/** @param perCrop milliseconds */
function batchFor(perCrop: number): number {
  return Math.min(MOST, Math.max(1, Math.floor(BATCH_MS / perCrop)));
}

function tensorOf(crops: readonly CropImage[], { pack }: ExplainedModel): Float32Array {
  const { input } = pack.encoder;
  const length = tensorLength(input);
  const tensor = new Float32Array(crops.length * length);
  crops.forEach((crop, row) => {
    writeTensor(crop, input, tensor, row * length);
  });
  return tensor;
}
