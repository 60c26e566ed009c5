import { largestDifference } from '../core/math/largest-difference.ts';
import type { Sample } from './sample.ts';

const SPAN_MS = 30_000;
const STEP_MS = 100;
/** While the lines stay level, to within less than can be seen. */
const LEVEL_STEP_MS = 250;
const LEVEL = 0.01;

/** History with one more sample: at most ten a second, and thirty seconds of them. */
export function addSample(history: readonly Sample[], sample: Sample): readonly Sample[] {
  const last = history.at(-1);
  if (last !== undefined && sample.at - last.at < stepAfter(last, sample)) return history;
  const kept = history.filter(({ at }) => sample.at - at <= SPAN_MS);
  return [...kept, sample];
}

function stepAfter({ probabilities: before }: Sample, { probabilities: now }: Sample): number {
  const level =
    before === null || now === null ? before === now : largestDifference(before, now) < LEVEL;
  return level ? LEVEL_STEP_MS : STEP_MS;
}
