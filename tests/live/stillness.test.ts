import { describe, expect, test } from 'vitest';
import type { Logits } from '../../src/core/blemore/emotions.ts';
import type { AnalysedFace, FaceOutput } from '../../src/core/reading/analysis.ts';
import { Stillness } from '../../src/live/stillness.ts';
import { analysedFace, analysisWith, readAs } from '../support/analyses.ts';

const LOGITS: Logits = [0, 0, 0, 2, 0, 1];
const read = (at: number) => readAs(LOGITS, at);

/** Whether it is still once this has followed on two seconds of one face. */
function stillAfter(...faces: readonly AnalysedFace[]): boolean {
  const stillness = new Stillness();
  for (let at = 0; at < 2000; at += 100) {
    stillness.observe(analysisWith(at, analysedFace(1, true, read(at))));
  }
  expect(stillness.lastsAt(2000)).toBe(true);
  stillness.observe(analysisWith(2000, ...faces));
  return stillness.lastsAt(2010);
}

function moved(by: number): AnalysedFace {
  const seen = analysedFace(1, true, read(2000));
  const { face } = seen;
  return { ...seen, face: { ...face, box: { ...face.box, x: face.box.x + by } } };
}

describe('Stillness', () => {
  test('what trembles by less than can be seen is still', () => {
    const trembling = readAs([0, 0, 0, 2.02, 0, 1], 2000);
    expect(stillAfter(analysedFace(1, true, trembling))).toBe(true);
    expect(stillAfter(moved(0.4))).toBe(true);
  });

  test.each<readonly [string, readonly AnalysedFace[]]>([
    ['a face that moves', [moved(1)]],
    ['a probability that changes', [analysedFace(1, true, readAs([0, 0, 0, 1.5, 0, 1], 2000))]],
    ['somebody else', [analysedFace(2, true, read(2000))]],
    ['another primary one', [analysedFace(1, false, read(2000))]],
    ['one who joins', [analysedFace(1, true, read(2000)), analysedFace(2, false, read(2000))]],
    ['one who leaves', []],
    ['a second reader', [analysedFace(1, true, read(2000), read(2000))]],
  ])('%s is not', (_, faces) => {
    expect(stillAfter(...faces)).toBe(false);
  });

  test('changes too small to be seen add up', () => {
    const stillness = new Stillness();
    for (let at = 0; at <= 2000; at += 100) {
      const said = readAs([0, 0, 0, 2 - at / 2000, 0, 1], at);
      stillness.observe(analysisWith(at, analysedFace(1, true, said)));
    }
    expect(stillness.lastsAt(2000)).toBe(false);
  });

  test('it takes half a second, and a face', () => {
    const stillness = new Stillness();
    const seen = analysedFace(1, true, read(0));
    stillness.observe(analysisWith(0, seen));
    expect([stillness.lastsAt(400), stillness.lastsAt(500)]).toEqual([false, true]);
    stillness.observe(analysisWith(600));
    expect(stillness.lastsAt(5000)).toBe(false);
  });

  test('a reading that is still to come is no stillness', () => {
    const stillness = new Stillness();
    const pending: FaceOutput = { kind: 'pending', gathered: 0.5 };
    for (let at = 0; at <= 2000; at += 100) {
      stillness.observe(analysisWith(at, analysedFace(1, true, pending)));
    }
    expect(stillness.lastsAt(2000)).toBe(false);
  });

  test('a clock that was set back begins anew', () => {
    const stillness = new Stillness();
    stillness.observe(analysisWith(9000, analysedFace(1, true, read(9000))));
    stillness.observe(analysisWith(100, analysedFace(1, true, read(100))));
    expect([stillness.lastsAt(200), stillness.lastsAt(600)]).toEqual([false, true]);
  });
});
