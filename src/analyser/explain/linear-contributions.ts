import { EMOTIONS } from '../../core/blemore/emotions.ts';
import { largestDifference } from '../../core/math/largest-difference.ts';
import type { ExplainedModel } from './explained-model.ts';
import { nextTask } from './next-task.ts';

/** Rows of the head's input at once. */
const BATCH = 64;
/** So far may the parts be from the whole, relative to the whole's size: rounding. */
const TOLERANCE = 1e-3;

/**
 * What each number of a linear head's input adds to each logit: its weights times the input, found by
 * asking the head for one number at a time, so that no file needs to be understood.
 *
 * @param tensor one crop
 * @returns features × 6 numbers; null where the head is not linear, or its classes are not the six
 */
export async function linearContributions(
  tensor: Float32Array,
  model: Pick<ExplainedModel, 'pack' | 'head' | 'headInput' | 'scores'>,
  signal: AbortSignal,
): Promise<Float32Array | null> {
  if (model.head?.kind !== 'linear' || model.pack.scores !== undefined) return null;
  const input = await model.headInput(tensor);
  const width = EMOTIONS.length;
  const bias = await model.scores(new Float32Array(input.length), 1);
  const added = new Float32Array(input.length * width);
  for (let start = 0; start < input.length; start += BATCH) {
    const rows = Math.min(BATCH, input.length - start);
    const alone = new Float32Array(rows * input.length);
    for (let row = 0; row < rows; row++) {
      alone[row * input.length + start + row] = input[start + row]!;
    }
    const scores = await model.scores(alone, rows);
    scores.forEach((score, i) => {
      added[start * width + i] = score - bias[i % width]!;
    });
    await nextTask();
    signal.throwIfAborted();
  }
  return addsUp(added, bias, await model.scores(input, 1)) ? added : null;
}

/** A head that calls itself linear may not be. */
function addsUp(added: Float32Array, bias: Float32Array, whole: Float32Array): boolean {
  const sums = Float64Array.from(bias);
  added.forEach((value, i) => {
    sums[i % sums.length]! += value;
  });
  const scale = Math.max(1, ...whole.map(Math.abs));
  return largestDifference(sums, whole) <= TOLERANCE * scale;
}
