import { describe, expect, test } from 'vitest';
import type { Logits } from '../../../src/core/blemore/emotions.ts';
import { perEmotion } from '../../../src/core/blemore/per-emotion.ts';
import { mulberry32 } from '../../../src/core/math/random.ts';
import { againstNeutral } from '../../../src/core/reading/own-neutral.ts';
import { relativeToNeutral } from '../../../src/core/reading/relaxed-faces.ts';
import {
  confirmRest,
  observeRest,
  ownNeutralOf,
  type RestEstimate,
} from '../../../src/core/reading/rest-estimate.ts';
import { RELAXED } from '../../support/relaxed-faces.ts';

const REST: Logits = [-3.5, -4.5, -5.5, -4, -2, 0];
/** A closed-mouth smile: neutral still leads. */
const FAINT: Logits = [-4, -4.5, -5.5, -0.7, -3.2, 0];
const GRIN: Logits = [-5, -4, -5, 4.5, -5, 0];
const SAD: Logits = [-4, -4, -3.5, -6, 2, 0];
const FPS = 30;

/** A face in front of a camera: what it shows, second by second, with the noise of a webcam. */
class Person {
  estimate: RestEstimate | null = null;
  at = 0;
  readonly #random = mulberry32(7);

  shows(logits: Logits, seconds: number, fps = FPS): this {
    for (let frame = 0; frame < seconds * fps; frame++) {
      this.at += 1000 / fps;
      const noisy = perEmotion((i) => logits[i] + 0.6 * (this.#random() / 2 ** 32 - 0.5));
      this.estimate = observeRest(this.estimate, noisy, this.at, RELAXED);
    }
    return this;
  }

  get neutral() {
    return this.estimate && ownNeutralOf(this.estimate, RELAXED);
  }

  reads(logits: Logits): number {
    const { neutral } = this;
    const plain = relativeToNeutral(logits);
    const against = neutral && againstNeutral(logits, neutral.logits, RELAXED);
    const read = plain.map((value, i) =>
      against === null ? value : value + neutral!.confidence * (against[i]! - value),
    );
    return read.indexOf(Math.max(...read));
  }
}

const HAPPINESS = 3;
const SADNESS = 4;
const NEUTRAL = 5;

describe('observeRest', () => {
  test('settles within two seconds of a relaxed face, at any frame rate', () => {
    for (const fps of [10, 30, 60]) {
      const person = new Person().shows(REST, 2.2, fps);
      expect(person.neutral?.confidence, `${fps} fps`).toBeGreaterThan(0.85);
      for (const i of [0, 1, 2, 3, 4] as const) {
        expect(person.neutral?.logits[i]).toBeCloseTo(REST[i], 0);
      }
    }
  });

  test('then a closed-mouth smile reads as happiness, and rest as neutral', () => {
    const person = new Person().shows(REST, 3);
    expect(FAINT.indexOf(Math.max(...FAINT))).toBe(NEUTRAL);
    expect(person.reads(FAINT)).toBe(HAPPINESS);
    expect(person.reads(REST)).toBe(NEUTRAL);
  });

  test('a smile that is held for ten seconds is not learnt', () => {
    const person = new Person().shows(REST, 3).shows(FAINT, 10);
    expect(person.reads(FAINT)).toBe(HAPPINESS);
    expect(person.reads(REST)).toBe(NEUTRAL);
  });

  test('who grins from the first frame on has no rest until the face relaxes', () => {
    const person = new Person().shows(GRIN, 8);
    expect(person.neutral?.confidence ?? 0).toBe(0);
    expect(person.reads(GRIN)).toBe(HAPPINESS);
    expect(person.reads(REST)).toBe(NEUTRAL);
    person.shows(REST, 2.5);
    expect(person.neutral?.confidence).toBeGreaterThan(0.8);
    expect(person.reads(FAINT)).toBe(HAPPINESS);
  });

  test('who smiles faintly at first is still neutral at rest, and soon happy when smiling', () => {
    const person = new Person().shows(FAINT, 4);
    expect(person.reads(REST)).toBe(NEUTRAL);
    person.shows(REST, 2.2);
    expect(person.reads(FAINT)).toBe(HAPPINESS);
    expect(person.reads(REST)).toBe(NEUTRAL);
  });

  test('acted emotions of two seconds each change nothing', () => {
    const person = new Person().shows(REST, 3);
    const before = person.neutral?.logits;
    for (const acted of [SAD, GRIN, FAINT]) person.shows(acted, 2).shows(REST, 1);
    for (const i of [0, 1, 2, 3, 4] as const) {
      expect(person.neutral?.logits[i]).toBeCloseTo(before![i], 0);
    }
    expect(person.reads(SAD)).toBe(SADNESS);
    expect(person.reads(REST)).toBe(NEUTRAL);
  });

  test('follows a slow drift', () => {
    const person = new Person().shows(REST, 3);
    const drifted = perEmotion((i) => REST[i] + (i === NEUTRAL ? 0 : 1.2));
    for (let step = 1; step <= 30; step++) {
      person.shows(
        perEmotion((i) => REST[i] + ((drifted[i] - REST[i]) * step) / 30),
        1,
      );
    }
    person.shows(drifted, 15);
    for (const i of [0, 1, 2, 3, 4] as const) {
      expect(Math.abs(person.neutral!.logits[i] - drifted[i])).toBeLessThan(0.4);
    }
  });

  test('a face that never rests has no neutral', () => {
    const person = new Person();
    for (let turn = 0; turn < 20; turn++) {
      person.shows(turn % 2 === 0 ? SAD : GRIN, 0.4);
    }
    expect(person.neutral).toBeNull();
  });

  test('a time that does not advance changes nothing', () => {
    const { estimate, at } = new Person().shows(REST, 1);
    expect(observeRest(estimate, GRIN, at, RELAXED)).toBe(estimate);
    expect(observeRest(estimate, GRIN, at - 500, RELAXED)).toBe(estimate);
  });
});

describe('confirmRest', () => {
  test('takes what the face shows now, and nothing else takes its place', () => {
    const person = new Person().shows(REST, 0.8);
    person.estimate = confirmRest(person.estimate!, RELAXED);
    expect(person.neutral?.confidence).toBe(1);
    person.shows(
      perEmotion((i) => (i === NEUTRAL ? 0 : REST[i] - 2)),
      60,
    );
    expect(person.neutral?.logits[0]).toBeCloseTo(REST[0], 0);
  });

  test('refuses a face that cannot be relaxed', () => {
    const { estimate } = new Person().shows(GRIN, 2);
    expect(confirmRest(estimate!, RELAXED)).toBeNull();
  });
});
