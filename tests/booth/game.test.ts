import { describe, expect, test } from 'vitest';
import { single } from '../../src/core/blemore/label.ts';
import { atTime, newGame, pointsIn, withReadings, type Game } from '../../src/booth/game.ts';
import { mostPoints, nearness, pointsOf, scoreOf } from '../../src/booth/score.ts';
import { HAPPY, SMILE_THROUGH_TEARS } from '../support/booth.ts';

const BLEND = SMILE_THROUGH_TEARS.prediction;
const EVENLY = [
  { emotion: 'hap', salience: 50 },
  { emotion: 'sad', salience: 50 },
] as const;

describe('scoreOf(target, prediction)', () => {
  test('asks two questions of a blend and one of a single emotion', () => {
    expect(scoreOf(BLEND, BLEND)).toEqual({ presence: true, salience: true });
    expect(scoreOf(BLEND, EVENLY)).toEqual({ presence: true, salience: false });
    expect(scoreOf(BLEND, single('hap'))).toEqual({ presence: false, salience: false });
    expect(scoreOf(single('hap'), single('hap'))).toEqual({ presence: true, salience: null });
  });

  test('gives a point for each that is right', () => {
    expect([BLEND, EVENLY, single('hap')].map((each) => pointsOf(scoreOf(BLEND, each)))).toEqual([
      2, 1, 0,
    ]);
    expect([mostPoints(BLEND), mostPoints(single('hap'))]).toEqual([2, 1]);
  });
});

test('nearness(target, probabilities) is what both have in common', () => {
  expect(nearness(BLEND, [0, 0, 0, 0.7, 0.3, 0])).toBeCloseTo(1);
  expect(nearness(BLEND, [0, 0, 0, 1, 0, 0])).toBeCloseTo(0.7);
  expect(nearness(BLEND, [1, 0, 0, 0, 0, 0])).toBe(0);
});

describe('a round', () => {
  const playing = (players = 1): Game => ({
    ...newGame([BLEND], players, 0),
    phase: 'playing',
    since: 0,
  });

  test('takes nothing while the target is only explained', () => {
    const game = newGame([BLEND], 1, 0);
    expect(withReadings(game, [SMILE_THROUGH_TEARS])).toBe(game);
  });

  test('keeps the best moment: what the protocol says first, then how near it was', () => {
    const nearer = { ...HAPPY, probabilities: [0, 0, 0, 0.7, 0.3, 0] } as const;
    const game = [HAPPY, SMILE_THROUGH_TEARS, nearer, null].reduce<Game>(
      (state, reading) => withReadings(state, [reading]),
      playing(),
    );
    expect(game.players[0]).toMatchObject({
      nearness: 0,
      best: [{ reading: SMILE_THROUGH_TEARS, score: { presence: true, salience: true } }],
    });
    expect(pointsIn(game, game.players[0]!)).toEqual({ won: 2, of: 2 });
  });

  test('a reading that is only closest to something answers nothing', () => {
    const game = withReadings(playing(), [{ ...SMILE_THROUGH_TEARS, certain: false }]);
    expect(game.players[0]?.best[0]?.score).toEqual({ presence: false, salience: false });
  });

  test('keeps two players apart', () => {
    const { players } = withReadings(playing(2), [HAPPY, SMILE_THROUGH_TEARS]);
    expect(players.map(({ best }) => best[0]?.reading)).toEqual([HAPPY, SMILE_THROUGH_TEARS]);
  });
});

test('atTime(game, at, roundMs) ends after the last verdict', () => {
  let game: Game | null = newGame([single('hap'), BLEND], 1, 0);
  const phases = new Set<string>();
  let at = 0;
  for (; game !== null; at += 100) {
    phases.add(`${game.round} ${game.phase}`);
    game = atTime(game, at, 6000);
  }
  expect([...phases]).toEqual([
    '0 ready',
    '0 playing',
    '0 verdict',
    '1 ready',
    '1 playing',
    '1 verdict',
  ]);
  expect(at).toBeLessThan(2 * 16_000);
});
