import { describe, expect, test } from 'vitest';
import { blend, single, type Shares } from '../../../src/core/blemore/label.ts';
import { presenceAccuracy, salienceAccuracy } from '../../../src/core/blemore/metrics.ts';

const HAPPY = single('hap');
const MIXED = blend({ emotion: 'hap', salience: 70 }, { emotion: 'sad', salience: 30 });

function mixed(happiness: number, sadness: number): Shares {
  return [
    { emotion: 'sad', salience: sadness },
    { emotion: 'hap', salience: happiness },
  ];
}

describe('presenceAccuracy', () => {
  test('wants exactly the set of emotions, in any order and proportion', () => {
    expect(presenceAccuracy([{ label: MIXED, prediction: mixed(50, 50) }])).toBe(1);
    expect(presenceAccuracy([{ label: MIXED, prediction: HAPPY }])).toBe(0);
    expect(presenceAccuracy([{ label: HAPPY, prediction: MIXED }])).toBe(0);
    expect(presenceAccuracy([{ label: HAPPY, prediction: single('sad') }])).toBe(0);
    expect(presenceAccuracy([{ label: HAPPY, prediction: [] }])).toBe(0);
  });

  test('is a share of all clips', () => {
    const right = { label: HAPPY, prediction: HAPPY };
    const wrong = { label: HAPPY, prediction: MIXED };
    expect(presenceAccuracy([right, wrong, wrong, right])).toBe(0.5);
  });

  test('is null without clips', () => {
    expect(presenceAccuracy([])).toBeNull();
  });
});

describe('salienceAccuracy', () => {
  test('wants both saliences, whatever the order', () => {
    expect(salienceAccuracy([{ label: MIXED, prediction: mixed(70, 30) }])).toBe(1);
    expect(salienceAccuracy([{ label: MIXED, prediction: mixed(30, 70) }])).toBe(0);
    expect(salienceAccuracy([{ label: MIXED, prediction: mixed(50, 50) }])).toBe(0);
    expect(salienceAccuracy([{ label: MIXED, prediction: mixed(70, 31) }])).toBe(0);
  });

  test('counts a single emotion said of a blend as wrong', () => {
    expect(salienceAccuracy([{ label: MIXED, prediction: HAPPY }])).toBe(0);
  });

  test('counts a third emotion as wrong', () => {
    const three: Shares = [...MIXED, { emotion: 'ang', salience: 0 }];
    expect(salienceAccuracy([{ label: MIXED, prediction: three }])).toBe(0);
  });

  test('rounds to whole percents', () => {
    expect(salienceAccuracy([{ label: MIXED, prediction: mixed(69.6, 30.4) }])).toBe(1);
    expect(salienceAccuracy([{ label: MIXED, prediction: mixed(69.4, 30.6) }])).toBe(0);
    expect(salienceAccuracy([{ label: MIXED, prediction: mixed(0.7, 0.3) }])).toBe(0);
  });

  test('leaves single labels out', () => {
    const clips = [
      { label: HAPPY, prediction: single('sad') },
      { label: MIXED, prediction: MIXED },
    ];
    expect(salienceAccuracy(clips)).toBe(1);
  });

  test('is null without a blend among the labels', () => {
    expect(salienceAccuracy([{ label: HAPPY, prediction: MIXED }])).toBeNull();
  });
});
