import { largestDifference } from '../../core/math/largest-difference.ts';
import { blockMeans } from '../../core/image/block-means.ts';
import type { CropImage } from '../../core/image/pixels.ts';
import type { FaceOutput } from '../../core/reading/analysis.ts';
import { softmax } from '../../core/reading/softmax.ts';
import { LONGEST_PAUSE } from '../../core/tracking/lost-face-memory.ts';

/** A crop is compared by the means of so many blocks along a side. */
const BLOCKS = 8;
/**
 * None of them may have changed by more, of 255. A webcam's noise (±4 a pixel) changes them by .3 at
 * most; an expression, a light or a shift that changes them by so much changes a probability of
 * `faces-48` by .004 in the median and by .02 in 95 of 100 faces at most.
 */
const MOST_CHANGE = 0.5;
/** So often, in milliseconds of the clock, a crop is encoded that has not changed … */
const UNCHANGED_STEP = 250;
/** … and where a probability turns out to have been off by more … */
const MOST_ERROR = 0.01;
/** … the face counts as one that moves for so many milliseconds. */
const DISTRUSTED_FOR = 2000;

type Read = Extract<FaceOutput, { kind: 'read' }>;

interface Held {
  readonly blocks: Float32Array;
  readonly output: Read;
  /** When the crop was encoded that the output is of, in milliseconds. */
  readonly encodedAt: number;
  /** Until then the face counts as one that moves. */
  readonly distrustedUntil: number;
}

/**
 * A crop whose blocks have all changed by less, of 255, shows a face that moves a little: it is
 * encoded fifteen times a second, and between two of these the last output is repeated, which is as
 * old as it says. A change of expression is more.
 */
const LITTLE_CHANGE = 8;
const LITTLE_STEP = 1000 / 15;

/**
 * What was read of faces whose crops have hardly changed since. Of a face that is still, few crops
 * are encoded, and what is said of the others is off by more than MOST_ERROR for no longer than
 * UNCHANGED_STEP. Steps are those of the clock, so that readers that began at different times read
 * the same frames; each face has steps of its own, so that not all of them are encoded in one frame.
 */
export class HeldOutputs {
  readonly #faces = new Map<number, Held>();

  /** What holds for a face's crop in this frame; null where it is to be encoded. */
  of(id: number, image: CropImage, atMs: number): FaceOutput | null {
    const held = this.#faces.get(id);
    if (held === undefined || atMs < held.encodedAt) return null;
    const change = largestDifference(held.blocks, blockMeans(image, BLOCKS));
    if (change <= MOST_CHANGE && atMs >= held.distrustedUntil) {
      return isInStep(id, held, atMs, UNCHANGED_STEP) ? { ...held.output, at: atMs } : null;
    }
    return change <= LITTLE_CHANGE && isInStep(id, held, atMs, LITTLE_STEP) ? held.output : null;
  }

  /** A crop was encoded. */
  keep(id: number, image: CropImage, output: FaceOutput, atMs: number): void {
    this.#forgetLost(atMs);
    const before = this.#faces.get(id);
    this.#faces.delete(id);
    if (output.kind !== 'read') return;
    const blocks = blockMeans(image, BLOCKS);
    const distrustedUntil = before === undefined ? -Infinity : distrust(before, blocks, output);
    this.#faces.set(id, { blocks, output, encodedAt: atMs, distrustedUntil });
  }

  clear(): void {
    this.#faces.clear();
  }

  #forgetLost(atMs: number): void {
    for (const [id, { encodedAt }] of this.#faces) {
      if (Math.abs(atMs - encodedAt) > LONGEST_PAUSE) this.#faces.delete(id);
    }
  }
}

/** A quarter of a step lies between the steps of one face and those of the next. */
const PHASES = 4;

function isInStep(id: number, { encodedAt }: Held, atMs: number, step: number): boolean {
  const stepAt = (ms: number) => Math.floor(ms / step + (id % PHASES) / PHASES);
  return stepAt(atMs) === stepAt(encodedAt);
}

/** Until when nothing is held of a face whose crop was encoded again. */
function distrust(before: Held, blocks: Float32Array, { logits, at }: Read): number {
  if (largestDifference(before.blocks, blocks) > MOST_CHANGE) return before.distrustedUntil;
  const error = largestDifference(softmax(before.output.logits), softmax(logits));
  return error > MOST_ERROR ? at + DISTRUSTED_FOR : before.distrustedUntil;
}
