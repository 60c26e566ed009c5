import { expect, test } from 'vitest';
import type { PerEmotion } from '../../src/core/blemore/emotions.ts';
import { addSample } from '../../src/live/history.ts';
import type { Sample } from '../../src/live/sample.ts';

/** Thirty a second, from `first` milliseconds on. */
function after(
  history: readonly Sample[],
  first: number,
  seconds: number,
  probabilities: (at: number) => PerEmotion | null,
): readonly Sample[] {
  return Array.from({ length: 30 * seconds }, (_, i) => first + (i * 1000) / 30).reduce(
    (all, at) => addSample(all, { at, probabilities: probabilities(at) }),
    history,
  );
}

const level = (): PerEmotion => [0.1, 0.1, 0.1, 0.4, 0.1, 0.2];
const rising = (at: number): PerEmotion => [0, 0, 0, (at / 1000) % 1, 0, 1 - ((at / 1000) % 1)];

test('ten samples a second, of the last thirty seconds', () => {
  const history = after([], 0, 40, rising);
  expect(history.length).toBeGreaterThan(295);
  expect(history.length).toBeLessThan(303);
  expect(history.at(-1)!.at - history[0]!.at).toBeLessThanOrEqual(30_000);
  const steps = history.slice(1).map(({ at }, i) => at - history[i]!.at);
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(100);
});

test('four while the lines are level, and ten again with the first change', () => {
  const history = after([], 0, 10, level);
  expect(history.length).toBeGreaterThan(36);
  expect(history.length).toBeLessThan(41);
  expect(after(history, 10_000, 1, rising).length - history.length).toBeGreaterThan(8);
});

test('nobody is level, and whoever comes is a change', () => {
  const history = after([], 0, 2, () => null);
  expect(history).toHaveLength(8);
  const at = history.at(-1)!.at + 110;
  expect(addSample(history, { at, probabilities: level() })).toHaveLength(9);
});
