import { describe, expect, test } from 'vitest';
import type { Logits } from '../../../src/core/blemore/emotions.ts';
import { againstNeutral } from '../../../src/core/reading/own-neutral.ts';
import { softmax } from '../../../src/core/reading/softmax.ts';
import { FrameSeriesBuilder, type Combination } from '../../../src/evaluation/frame-series.ts';
import {
  againstActorsNeutral,
  type ReadClip,
} from '../../../src/evaluation/scores/actors-neutral.ts';
import { RELAXED } from '../../support/relaxed-faces.ts';

const REST: Logits = [-3, -4, -5, -4, -2, 0];
const STERN: Logits = [0, -4, -5, -5, -2, 0];
const FAINT: Logits = [-4, -4, -5, -1, -3, 0];

function clip(
  name: string,
  frames: readonly (Logits | null)[],
  combination: Combination = 'mean-logits',
): ReadClip {
  const builder = new FrameSeriesBuilder();
  for (const [i, logits] of frames.entries()) builder.add(i / 25, logits);
  return { name, series: builder.build(), combination };
}

const against = (logits: Logits, rest: Logits) => softmax(againstNeutral(logits, rest, RELAXED));

describe('againstActorsNeutral', () => {
  test('reads each clip against the neutral clips of the same actor', () => {
    const read = againstActorsNeutral(
      [
        clip('A102_neu_sit1_ver1.mp4', [REST, REST]),
        clip('A102_hap_int1_ver1.mp4', [FAINT]),
        clip('A303_neu_sit1_ver1.mp4', [STERN]),
        clip('A303_ang_int1_ver1.mp4', [STERN]),
      ],
      RELAXED,
    );
    expect([...read.keys()]).toEqual(['A102_hap_int1_ver1.mp4', 'A303_ang_int1_ver1.mp4']);
    expect(read.get('A102_hap_int1_ver1.mp4')).toEqual(against(FAINT, REST));
    const stern = read.get('A303_ang_int1_ver1.mp4')!;
    expect(stern.indexOf(Math.max(...stern))).toBe(5);
  });

  test('takes every frame of all neutral clips, and none without a face', () => {
    const other: Logits = [-1, -2, -3, -2, 0, 0];
    const read = againstActorsNeutral(
      [
        clip('A1_neu_sit1_ver1', [REST, null]),
        clip('A1_neu_sit2_ver1', [other, other, other]),
        clip('A1_mix_hap_sad_50_50_ver1', [null, FAINT, REST]),
      ],
      RELAXED,
    );
    const mean = REST.map((value, i) => (value + 3 * other[i]!) / 4) as unknown as Logits;
    const [faint, rest] = [FAINT, REST].map((each) => againstNeutral(each, mean, RELAXED));
    const expected = softmax(
      faint!.map((value, i) => (value + rest![i]!) / 2) as unknown as Logits,
    );
    const given = read.get('A1_mix_hap_sad_50_50_ver1')!;
    for (const i of [0, 1, 2, 3, 4, 5] as const) expect(given[i]).toBeCloseTo(expected[i], 6);
  });

  test('leaves out who has no neutral clip, whose neutral shows no face, and other names', () => {
    const clips = [
      clip('A1_hap_int1_ver1', [FAINT]),
      clip('A2_neu_sit1_ver1', [null]),
      clip('A2_hap_int1_ver1', [FAINT]),
      clip('A3_neu_sit1_ver1', [REST]),
      clip('A3_hap_int1_ver1', [null]),
      clip('holiday.mp4', [FAINT]),
    ];
    expect(againstActorsNeutral(clips, RELAXED).size).toBe(0);
  });

  test('of a head that reads statistics over time it is the last frame that counts', () => {
    const read = againstActorsNeutral(
      [
        clip('A1_neu_sit1_ver1', [FAINT, REST], 'aggregate'),
        clip('A1_hap_int1_ver1', [REST, FAINT], 'aggregate'),
      ],
      RELAXED,
    );
    expect(read.get('A1_hap_int1_ver1')).toEqual(against(FAINT, REST));
  });
});
