import { beforeEach, describe, expect, test } from 'vitest';
import type { Analysis } from '../../../src/core/reading/analysis.ts';
import type { Logits, Probabilities } from '../../../src/core/blemore/emotions.ts';
import type { Prediction, Reading } from '../../../src/core/blemore/prediction.ts';
import { FaceReader, type ReadingOptions } from '../../../src/core/reading/face-reader.ts';
import { againstNeutral } from '../../../src/core/reading/own-neutral.ts';
import { LOST_FACE_MEMORY } from '../../../src/core/tracking/lost-face-memory.ts';
import { softmax } from '../../../src/core/reading/softmax.ts';
import { RELAXED } from '../../support/relaxed-faces.ts';
import { analysedFace, analysisWith, readAs } from '../../support/analyses.ts';

const HAPPY: Logits = [0, 0, 0, 5, 0, 0];
const SAD: Logits = [0, 0, 0, 0, 5, 0];
const FLAT: Logits = [0, 0, 0, 0, 0, 0.01];

const OPTIONS: ReadingOptions = {
  smoothing: 0,
  thresholds: { alpha: 0.25, beta: 0.1 },
  ownThresholds: { alpha: 0.25, beta: 0.1 },
  steady: false,
  adjustments: { relaxedFaces: null, prior: null },
};
const STEADY: ReadingOptions = { ...OPTIONS, steady: true };
const SMOOTH: ReadingOptions = { ...OPTIONS, smoothing: 0.4 };

/** As `analysisWith`, but every output is of this frame. */
function analysis(
  capturedAt: number,
  ...logits: readonly (readonly [number, Logits | null])[]
): Analysis {
  return analysisWith(
    capturedAt,
    ...logits.map(([id, each]) =>
      analysedFace(id, id === 1, each === null ? { kind: 'bystander' } : readAs(each, capturedAt)),
    ),
  );
}

/** Logits whose softmax is exactly two emotions and a floor. */
function between(happiness: number, sadness: number): Logits {
  return [-20, -20, -20, Math.log(happiness), Math.log(sadness), -20];
}

let reader: FaceReader;

beforeEach(() => {
  reader = new FaceReader();
});

/** Reads one face, number 1. */
function readOne(at: number, logits: Logits, options: ReadingOptions): Reading {
  return reader.read(analysis(at, [1, logits]), options).get(1)!;
}

function single(emotion: Prediction[0]['emotion']): Prediction {
  return [{ emotion, salience: 100 }];
}

test('a face becomes probabilities, a prediction and its certainty', () => {
  const reading = readOne(0, between(0.7, 0.3), OPTIONS);
  expect(reading.probabilities[3]).toBeCloseTo(0.7, 6);
  expect(reading.prediction).toEqual([
    { emotion: 'hap', salience: 70 },
    { emotion: 'sad', salience: 30 },
  ]);
  expect(reading.certain).toBe(true);
});

test('where nothing reaches α the closest emotion is uncertain', () => {
  expect(readOne(0, FLAT, OPTIONS)).toMatchObject({ prediction: single('neu'), certain: false });
});

test('α itself is enough to be certain', () => {
  const halves: Logits = [-1000, -1000, -1000, 0, 0, -1000];
  const thresholds = { alpha: 0.5, beta: 0.1 };
  expect(readOne(0, halves, { ...OPTIONS, thresholds }).certain).toBe(true);
});

test('a bystander is not read', () => {
  const readings = reader.read(analysis(0, [1, HAPPY], [2, null]), OPTIONS);
  expect([...readings.keys()]).toEqual([1]);
  expect(reader.read(analysis(50), OPTIONS).size).toBe(0);
});

test('of several readers it takes the one it was made for', () => {
  const second = new FaceReader(1);
  const both = analysedFace(1, true, readAs(SAD, 0), readAs(HAPPY, 0));
  expect(second.read(analysisWith(0, both), OPTIONS).get(1)?.prediction).toEqual(single('hap'));
  const waiting = analysedFace(1, true, readAs(SAD, 50), { kind: 'pending', gathered: 0 });
  expect(second.read(analysisWith(50, waiting), OPTIONS).size).toBe(0);
});

test('an output that is repeated is shown on, and not smoothed again', () => {
  readOne(0, SAD, SMOOTH);
  const moved = readOne(100, HAPPY, SMOOTH);
  const repeated = analysisWith(400, analysedFace(1, true, readAs(HAPPY, 100)));
  expect(reader.read(repeated, SMOOTH).get(1)?.probabilities).toEqual(moved.probabilities);
});

test('faces do not mix', () => {
  for (const at of [0, 100, 200]) {
    const readings = reader.read(analysis(at, [1, HAPPY], [2, SAD]), SMOOTH);
    expect(readings.get(1)?.probabilities).toEqual(softmax(HAPPY));
    expect(readings.get(2)?.probabilities).toEqual(softmax(SAD));
  }
});

describe('smoothing', () => {
  function after(fps: number, seconds: number): Probabilities {
    const fresh = new FaceReader();
    let reading: Reading | undefined;
    for (let frame = 0; frame <= fps * seconds; frame++) {
      const logits = frame === 0 ? SAD : HAPPY;
      const readings = fresh.read(analysis((frame * 1000) / fps, [1, logits]), SMOOTH);
      reading = readings.get(1);
    }
    return reading!.probabilities;
  }

  test('moves the probabilities with time, not with frames', () => {
    const reference = after(30, 0.2);
    expect(reference[4]).toBeGreaterThan(reference[3]);
    for (const fps of [5, 10, 60]) {
      after(fps, 0.2).forEach((value, i) => {
        expect(value).toBeCloseTo(reference[i]!, 10);
      });
    }
  });

  test('goes on over a short loss', () => {
    readOne(0, SAD, SMOOTH);
    reader.read(analysis(300), SMOOTH);
    expect(readOne(400, HAPPY, SMOOTH).probabilities[3]).toBeLessThan(softmax(HAPPY)[3] - 0.05);
  });

  test('starts anew when the face was lost for more than half a second', () => {
    readOne(0, SAD, SMOOTH);
    reader.read(analysis(501), SMOOTH);
    expect(readOne(550, HAPPY, SMOOTH).probabilities).toEqual(softmax(HAPPY));
  });

  test('starts anew when the face was not read for as long', () => {
    readOne(0, SAD, SMOOTH);
    reader.read(analysis(501, [1, null]), SMOOTH);
    expect(readOne(550, HAPPY, SMOOTH).probabilities).toEqual(softmax(HAPPY));
  });

  test('starts anew where no frame was analysed for as long', () => {
    readOne(0, SAD, SMOOTH);
    expect(readOne(LOST_FACE_MEMORY + 1, HAPPY, SMOOTH).probabilities).toEqual(softmax(HAPPY));
  });

  test('starts anew after a reset', () => {
    readOne(0, SAD, SMOOTH);
    reader.reset();
    expect(readOne(30, HAPPY, SMOOTH).probabilities).toEqual(softmax(HAPPY));
  });
});

describe('steadiness', () => {
  test('holds the prediction for 300 ms while the probabilities move at once', () => {
    readOne(0, SAD, STEADY);
    for (const at of [100, 200, 300, 399]) {
      const reading = readOne(at, HAPPY, STEADY);
      expect(reading.prediction).toEqual(single('sad'));
      expect(reading.probabilities).toEqual(softmax(HAPPY));
    }
    expect(readOne(400, HAPPY, STEADY).prediction).toEqual(single('hap'));
  });

  test('keeps a reading near β from flickering', () => {
    const [even, uneven] = [between(0.54, 0.46), between(0.56, 0.44)];
    const first = readOne(0, even, STEADY).prediction;
    expect(first.map(({ salience }) => salience)).toEqual([50, 50]);
    for (let frame = 1; frame < 100; frame++) {
      const reading = readOne(frame * 33, frame % 2 === 0 ? even : uneven, STEADY);
      expect(reading.prediction).toEqual(first);
    }
    expect(readOne(5000, uneven, OPTIONS).prediction).not.toEqual(first);
  });

  test('keeps a reading near α from flickering', () => {
    const [above, below] = [between(0.74, 0.26), between(0.76, 0.24)];
    const first = readOne(0, above, STEADY).prediction;
    expect(first).toHaveLength(2);
    for (let frame = 1; frame < 100; frame++) {
      const reading = readOne(frame * 33, frame % 2 === 0 ? above : below, STEADY);
      expect(reading.prediction).toEqual(first);
    }
  });

  test('holds certainty with the prediction it belongs to', () => {
    const faint: Logits = [0, 0, 0, 0.3, 0, 0];
    expect(readOne(0, HAPPY, STEADY).certain).toBe(true);
    expect(readOne(100, faint, STEADY)).toMatchObject({ prediction: single('hap'), certain: true });
    expect(readOne(400, faint, STEADY)).toMatchObject({
      prediction: single('hap'),
      certain: false,
    });
  });

  test('goes on over a short loss, and ends with a long one', () => {
    readOne(0, SAD, STEADY);
    reader.read(analysis(450), STEADY);
    expect(readOne(500, HAPPY, STEADY).prediction).toEqual(single('sad'));
    reader.read(analysis(1001), STEADY);
    expect(readOne(1002, HAPPY, STEADY).prediction).toEqual(single('hap'));
  });

  test('switched off, shows every change, and on again starts from the last', () => {
    readOne(0, SAD, STEADY);
    expect(readOne(50, HAPPY, OPTIONS).prediction).toEqual(single('hap'));
    expect(readOne(100, SAD, STEADY).prediction).toEqual(single('hap'));
  });
});

describe('against the own neutral', () => {
  const REST: Logits = [-3.5, -4.5, -5.5, -4, -2, 0];
  const FAINT: Logits = [-4, -4.5, -5.5, -0.7, -3.2, 0];
  const OWN: ReadingOptions = { ...OPTIONS, adjustments: { relaxedFaces: RELAXED, prior: null } };

  function shows(logits: Logits, from: number, to: number, id = 1): Reading {
    let reading: Reading | undefined;
    for (let at = from; at < to; at += 33)
      reading = reader.read(analysis(at, [id, logits]), OWN).get(id);
    return reading!;
  }

  test('a faint smile is read once the face has been seen at rest', () => {
    expect(shows(FAINT, 0, 33).prediction).toEqual(single('neu'));
    reader.reset();
    expect(shows(REST, 0, 2500).prediction).toEqual(single('neu'));
    expect(reader.ownNeutral(1, RELAXED)?.confidence).toBe(1);
    expect(shows(FAINT, 2500, 3500).prediction).toEqual(single('hap'));
  });

  test('the neutral is the face’s own: another id starts without one', () => {
    shows(REST, 0, 2500);
    expect(shows(FAINT, 2500, 2600, 2).prediction).toEqual(single('neu'));
    expect(reader.ownNeutral(2, RELAXED)).toBeNull();
  });

  test('a stretch without frames does not lose it, a face that is gone does', () => {
    shows(REST, 0, 2500);
    expect(shows(FAINT, 4000, 4033).prediction).toEqual(single('hap'));
    reader.read(analysis(4033 + LOST_FACE_MEMORY + 1), OWN);
    expect(reader.ownNeutral(1, RELAXED)).toBeNull();
  });

  test('its own thresholds count once it is known', () => {
    const even: ReadingOptions = { ...OWN, ownThresholds: { alpha: 0.6, beta: 0.1 } };
    const blend = between(0.7, 0.3);
    expect(readOne(0, blend, even).prediction).toHaveLength(2);
    reader.reset();
    shows(REST, 0, 2500);
    expect(readOne(2500, blend, even).prediction).toEqual(single('hap'));
  });

  test('it can be confirmed, but not with a face that cannot be relaxed', () => {
    shows(REST, 0, 100);
    expect(reader.confirmRest(1, RELAXED)).toBe(true);
    expect(reader.ownNeutral(1, RELAXED)?.confidence).toBe(1);
    expect(reader.confirmRest(2, RELAXED)).toBe(false);
    shows(HAPPY, 0, 100, 3);
    expect(reader.confirmRest(3, RELAXED)).toBe(false);
  });

  test('rare classes are raised while it is not known, and not any more when it is', () => {
    const prior = { prior: [0.1, 0.02, 0.03, 0.3, 0.15, 0.4], tau: 0.5 } as const;
    const both = { ...OPTIONS, adjustments: { relaxedFaces: RELAXED, prior } };
    const first = reader.read(analysis(0, [1, REST]), both).get(1)!;
    expect(first.probabilities[1]).toBeGreaterThan(softmax(REST)[1]);
    for (let at = 33; at < 2500; at += 33) reader.read(analysis(at, [1, REST]), both);
    const known = reader.read(analysis(2500, [1, REST]), both).get(1)!;
    const against = softmax(againstNeutral(REST, REST, RELAXED));
    expect(known.probabilities[1]).toBeCloseTo(against[1], 2);
  });
});
