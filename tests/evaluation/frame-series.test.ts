import { expect, test } from 'vitest';
import type { Logits } from '../../src/core/blemore/emotions.ts';
import {
  combineFrames,
  FrameSeriesBuilder,
  logitsAt,
  timeline,
} from '../../src/evaluation/frame-series.ts';

const HAPPY: Logits = [0, 0, 0, 3, 0, 0];
const SAD: Logits = [0, 0, 0, 0, 1, 0];

function seriesOf(...frames: readonly (Logits | null)[]) {
  const builder = new FrameSeriesBuilder();
  frames.forEach((logits, i) => builder.add(i / 30, logits));
  return builder.build();
}

test('frames come back as they were added, and the arrays are no longer than that', () => {
  const series = seriesOf(HAPPY, null, SAD);
  expect([0, 1, 2].map((frame) => logitsAt(series, frame))).toEqual([HAPPY, null, SAD]);
  expect([...series.times]).toEqual([0, 1 / 30, 2 / 30]);
  expect(series.times.buffer.byteLength + series.logits.buffer.byteLength).toBe(3 * 32);
});

test('it grows as long as the clip does', () => {
  const frames = Array.from({ length: 1000 }, (_, i): Logits => [i, 0, 0, 0, 0, 0]);
  const series = seriesOf(...frames);
  expect(series.times).toHaveLength(1000);
  expect(logitsAt(series, 999)).toEqual([999, 0, 0, 0, 0, 0]);
});

test('a clip’s probabilities are the softmax of mean logits, of the frames with a face alone', () => {
  const combined = combineFrames(seriesOf(HAPPY, null, SAD), 'mean-logits');
  // Means 1.5 and 0.5; averaged probabilities would give 0.59 for happiness.
  const total = Math.exp(1.5) + Math.exp(0.5) + 4;
  expect(combined?.[3]).toBeCloseTo(Math.exp(1.5) / total, 12);
  expect(combined?.[4]).toBeCloseTo(Math.exp(0.5) / total, 12);
});

test('without a face in any frame there is nothing to combine', () => {
  expect(combineFrames(seriesOf(null, null), 'mean-logits')).toBeNull();
  expect(combineFrames(seriesOf(), 'aggregate')).toBeNull();
});

test('the timeline has a point for every frame', () => {
  const [first, second] = timeline(seriesOf(HAPPY, null));
  expect(first?.probabilities?.[3]).toBeCloseTo(Math.exp(3) / (Math.exp(3) + 5), 12);
  expect(second).toEqual({ at: 1 / 30, probabilities: null });
});
