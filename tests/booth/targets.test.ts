import { describe, expect, test } from 'vitest';
import { RATIOS, single } from '../../src/core/blemore/label.ts';
import type { Prediction } from '../../src/core/blemore/prediction.ts';
import { KEPT } from '../../src/core/session/kept-places.ts';
import { MeasuredTargets } from '../../src/booth/measured-targets.ts';
import { measureTargets } from '../../src/booth/measure-targets.ts';
import {
  chooseRounds,
  playableTargets,
  TARGETS,
  type TargetFigures,
} from '../../src/booth/targets.ts';
import { drawnLogits } from '../support/booth.ts';
import { fakeStorage } from '../support/fake-storage.ts';

const BLEND: Prediction = [
  { emotion: 'hap', salience: 70 },
  { emotion: 'sad', salience: 30 },
];

function figures(target: Prediction, salience: number, nearness = 0.5): TargetFigures {
  return { target, presence: salience, salience, nearness };
}

test('every label but neutral is a target', () => {
  expect(TARGETS).toHaveLength(5 + 10 * RATIOS.length);
});

describe('playableTargets(figures)', () => {
  test('leaves out what the model reads right of half the people or fewer', () => {
    const measured = [
      figures(single('hap'), 0.6),
      figures(single('fea'), 0.4),
      figures(BLEND, 0.5),
    ];
    expect(playableTargets(measured)).toEqual([single('hap')]);
  });

  test('has single emotions first, then what is read more surely', () => {
    const measured = [
      figures(BLEND, 1),
      figures(single('ang'), 0.6, 0.9),
      figures(single('sad'), 0.8, 0.2),
      figures(single('hap'), 0.8, 0.9),
    ];
    expect(playableTargets(measured)).toEqual([single('hap'), single('sad'), single('ang'), BLEND]);
  });
});

describe('chooseRounds(playable, rounds, random)', () => {
  const playable = TARGETS.slice(0, 9);

  test('takes one of each part, from the easiest to the hardest', () => {
    for (const random of [0, 0.5, 0.999]) {
      const places = chooseRounds(playable, 3, () => random).map((each) => playable.indexOf(each));
      expect(places.map((place) => Math.floor(place / 3))).toEqual([0, 1, 2]);
    }
  });

  test('never repeats itself, also where there are few', () => {
    for (let count = 0; count < 9; count++) {
      const chosen = chooseRounds(playable.slice(0, count), 3, () => 0.999);
      expect(new Set(chosen).size).toBe(Math.min(3, count));
    }
  });
});

describe('measureTargets(read, rules, signal)', () => {
  const rules = {
    thresholds: { alpha: 0.2, beta: 0.1 },
    adjustments: { relaxedFaces: null, prior: null },
  };
  const { signal } = new AbortController();

  test('finds everything readable of a model that reads everything', async () => {
    const measured = await measureTargets(drawnLogits, rules, signal);
    expect(measured).toHaveLength(TARGETS.length);
    for (const { presence, salience, nearness } of measured) {
      expect([presence, salience, nearness]).toEqual([1, 1, 1]);
    }
  });

  test('a model’s own confusion decides: what it takes for something else is not played', async () => {
    const measured = await measureTargets(
      (pose) => drawnLogits(pose, (label) => (label[0].emotion === 'fea' ? single('hap') : label)),
      rules,
      signal,
    );
    const playable = playableTargets(measured);
    expect(playable).toContainEqual(single('ang'));
    expect(playable).not.toContainEqual(single('fea'));
  });

  test('a face that is not read counts as wrong', async () => {
    const measured = await measureTargets(() => Promise.resolve(null), rules, signal);
    expect(playableTargets(measured)).toEqual([]);
  });

  test('ends when it is aborted', async () => {
    const closing = new AbortController();
    const measuring = measureTargets(
      () => {
        closing.abort();
        return Promise.resolve(null);
      },
      rules,
      closing.signal,
    );
    await expect(measuring).rejects.toThrow(/abort/i);
  });
});

describe('MeasuredTargets', () => {
  const measured = [figures(single('hap'), 1), figures(BLEND, 0.6)];

  test('remembers one pack’s figures, for the program that drew the faces', () => {
    const storage = fakeStorage();
    new MeasuredTargets(storage, 'v1').remember('ab', 'linear', measured);
    expect(new MeasuredTargets(storage, 'v1').of('ab', 'linear')).toEqual(measured);
    expect(new MeasuredTargets(storage, 'v2').of('ab', 'linear')).toBeNull();
    expect(new MeasuredTargets(storage, 'v1').of('ab', null)).toBeNull();
    expect(new MeasuredTargets(storage, 'v1').of('cd', 'linear')).toBeNull();
    expect(new MeasuredTargets(storage, 'v1').of(null, 'linear')).toBeNull();
  });

  test('takes no damaged figures, and does without storage', () => {
    const storage = fakeStorage();
    storage.setItem(KEPT.boothTargets.name, '{"key":"?","figures":[{"label":99}]}');
    expect(new MeasuredTargets(storage, 'v1').of('ab', 'linear')).toBeNull();
    const full = new MeasuredTargets(fakeStorage(10), 'v1');
    full.remember('ab', 'linear', measured);
    expect(full.of('ab', 'linear')).toBeNull();
    expect(new MeasuredTargets(null, 'v1').of('ab', 'linear')).toBeNull();
  });
});
