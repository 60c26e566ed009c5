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
import { transformFor } from '../../core/geometry/crop-transform.ts';
import { cut } from '../crop/cut.ts';
import type { FrameImage } from '../messages.ts';
import type { Pictures } from '../picture/picture.ts';
import type { ExplainedModel } from './explained-model.ts';
import { linearContributions } from './linear-contributions.ts';
import { nextTask } from './next-task.ts';

/** So many crops at once: frames that come meanwhile wait for one batch and no longer. */
const BATCH = 8;

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
    return { crop: cut(picture, toFrame, input.size, channelCount(input)), toFrame };
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
  for (let start = 0; start < masks.length; start += BATCH) {
    const batch = masks.slice(start, start + BATCH).map((mask) => hide(crop, mask, colour));
    const { logits } = await model.run(tensorOf(batch, model), batch.length);
    batch.forEach((_, row) => {
      read.push(softmax(perEmotion((place) => logits[row * EMOTIONS.length + place]!)));
    });
    await nextTask();
    signal.throwIfAborted();
  }
  return read;
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
