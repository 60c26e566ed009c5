import type { Sample } from './sample.ts';

const SPAN_MS = 30_000;
const STEP_MS = 100;

/** History with one more sample: ten a second are enough, and thirty seconds of them. */
export function addSample(history: readonly Sample[], sample: Sample): readonly Sample[] {
  const last = history.at(-1);
  if (last !== undefined && sample.at - last.at < STEP_MS) return history;
  const kept = history.filter(({ at }) => sample.at - at <= SPAN_MS);
  return [...kept, sample];
}
