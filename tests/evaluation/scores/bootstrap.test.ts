import { expect, test } from 'vitest';
import { bootstrap, type Outcome } from '../../../src/evaluation/scores/bootstrap.ts';

const WRONG: Outcome = { present: false, blend: false, salient: false };
const RIGHT: Outcome = { present: true, blend: false, salient: false };
const WRONG_BLEND: Outcome = { present: false, blend: true, salient: false };
const RIGHT_BLEND: Outcome = { present: true, blend: true, salient: true };

const times = (count: number, outcome: Outcome) => new Array<Outcome>(count).fill(outcome);

test('values are the plain shares', () => {
  const { presence, salience } = bootstrap([
    ...times(3, RIGHT),
    ...times(4, WRONG),
    ...times(1, RIGHT_BLEND),
    ...times(2, WRONG_BLEND),
  ]);
  expect(presence.value).toBe(0.4);
  expect(salience?.value).toBe(1 / 3);
});

test('intervals are those of the binomial distribution', () => {
  const { presence, salience } = bootstrap([
    ...times(200, RIGHT),
    ...times(400, WRONG),
    ...times(100, RIGHT_BLEND),
    ...times(300, WRONG_BLEND),
  ]);
  // 1.96 standard errors: √(.3·.7/1000) = .0145 and √(.25·.75/400) = .0217.
  expect(presence.low).toBeCloseTo(0.3 - 1.96 * 0.0145, 2);
  expect(presence.high).toBeCloseTo(0.3 + 1.96 * 0.0145, 2);
  expect(salience?.low).toBeCloseTo(0.25 - 1.96 * 0.0217, 2);
  expect(salience?.high).toBeCloseTo(0.25 + 1.96 * 0.0217, 2);
});

test('the same outcomes give the same interval', () => {
  const outcomes = [...times(5, RIGHT), ...times(9, WRONG_BLEND), ...times(2, RIGHT_BLEND)];
  expect(bootstrap(outcomes)).toEqual(bootstrap(outcomes));
});

test('without a blend there is no salience, and a single blend may be drawn or not', () => {
  expect(bootstrap(times(5, RIGHT))).toEqual({
    presence: { value: 1, low: 1, high: 1 },
    salience: null,
  });
  expect(bootstrap([...times(5, WRONG), RIGHT_BLEND]).salience).toEqual({
    value: 1,
    low: 1,
    high: 1,
  });
});

test('nothing cannot be estimated', () => {
  expect(() => bootstrap([])).toThrow(RangeError);
});
