import { describe, expect, test } from 'vitest';
import { LABELS, type Shares } from '../../../src/core/blemore/label.ts';
import { presenceAccuracy, salienceAccuracy } from '../../../src/core/blemore/metrics.ts';
import type { Prediction } from '../../../src/core/blemore/prediction.ts';
import { mulberry32 } from '../../../src/core/math/random.ts';
import { foldsOf, scoresOf, type FoldedClip } from '../../../src/evaluation/scores/scores.ts';

const ANGRY: Prediction = [{ emotion: 'ang', salience: 100 }];
const BLEND: Prediction = [
  { emotion: 'hap', salience: 70 },
  { emotion: 'sad', salience: 30 },
];

const clip = (label: Prediction, prediction: Shares, fold: string | null = null): FoldedClip => ({
  label,
  prediction,
  fold,
});

function randomClips(count: number): FoldedClip[] {
  const next = mulberry32(5);
  const any = () => LABELS[next() % LABELS.length]!;
  return Array.from({ length: count }, (_, i) => clip(any(), any(), String(i % 3)));
}

test('overall figures are the protocol’s', () => {
  const clips = [...randomClips(300), clip(BLEND, BLEND), clip(BLEND, BLEND.toReversed())];
  const { overall } = scoresOf(clips)!;
  expect(overall.clips).toBe(302);
  expect(overall.blends).toBe(clips.filter(({ label }) => label.length === 2).length);
  expect(overall.presence.value).toBeCloseTo(presenceAccuracy(clips)!, 12);
  expect(overall.salience?.value).toBeCloseTo(salienceAccuracy(clips)!, 12);
});

test('folds are scored each on their own', () => {
  const clips = [
    clip(ANGRY, ANGRY, '10'),
    clip(ANGRY, BLEND, '2'),
    clip(BLEND, BLEND, '2'),
    clip(BLEND, ANGRY),
  ];
  const { folds } = scoresOf(clips)!;
  expect(
    folds.map(({ fold, clips: count, presence, salience }) => [
      fold,
      count,
      presence.value,
      salience?.value,
    ]),
  ).toEqual([
    ['2', 2, 0.5, 1],
    ['10', 1, 1, undefined],
  ]);
});

describe('confusion', () => {
  test('rows are true, columns predicted', () => {
    const { emotions, labels, outside } = scoresOf([clip(ANGRY, BLEND)])!;
    expect(emotions[0]).toEqual([0, 0, 0, 0.7, 0.3, 0]);
    const column = LABELS.findIndex((label) => JSON.stringify(label) === JSON.stringify(BLEND));
    expect(labels[0]?.[column]).toBe(1);
    expect(outside).toBe(0);
  });

  test('a prediction in another order, or within the rounding, is the same label', () => {
    const shuffled = [
      { emotion: 'sad', salience: 30.4 },
      { emotion: 'hap', salience: 69.6 },
    ] as const;
    const { labels, overall } = scoresOf([clip(BLEND, shuffled)])!;
    expect(labels.flat().reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(overall.salience?.value).toBe(1);
  });

  test('what is none of the 36 labels is scored and counted apart', () => {
    const sixty = [
      { emotion: 'hap', salience: 60 },
      { emotion: 'sad', salience: 40 },
    ] as const;
    const { overall, labels, outside } = scoresOf([clip(BLEND, sixty), clip(ANGRY, ANGRY)])!;
    expect(outside).toBe(1);
    expect(labels.flat().reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(overall.presence.value).toBe(1);
    expect(overall.salience?.value).toBe(0);
  });
});

test('nothing has no scores', () => {
  expect(scoresOf([])).toBeNull();
});

test('folds come once each, numbers by size', () => {
  const folds = ['10', '2', null, '2', 'b', 'a'].map((fold) => ({ fold }));
  expect(foldsOf(folds)).toEqual(['2', '10', 'a', 'b']);
});
