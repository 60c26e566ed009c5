import type { Prediction, Reading } from '../core/blemore/prediction.ts';
import { mostPoints, nearness, pointsOf, scoreOf, type Score } from './score.ts';

/** The best that a player showed in a round. */
export interface Moment {
  readonly reading: Reading;
  readonly score: Score;
  /** 0..1. */
  readonly nearness: number;
}

/** One of the visitors, in their order. */
export interface Player {
  /** 0..1: how near they are to the target now; 0 while they are not read. */
  readonly nearness: number;
  /** One a round begun; null where nothing was read of them. */
  readonly best: readonly (Moment | null)[];
}

/** `ready`: the target is shown and explained. `verdict`: how the round came out. */
export type GamePhase = 'ready' | 'playing' | 'verdict';

export interface Game {
  readonly rounds: readonly Prediction[];
  /** Which of them. */
  readonly round: number;
  readonly phase: GamePhase;
  /** When the phase began, in milliseconds. */
  readonly since: number;
  readonly players: readonly Player[];
}

const READY_MS = 5000;
const VERDICT_MS = 3500;

/** @param rounds one or more targets */
export function newGame(rounds: readonly Prediction[], players: number, at: number): Game {
  const player: Player = { nearness: 0, best: [null] };
  return {
    rounds,
    round: 0,
    phase: 'ready',
    since: at,
    players: Array.from({ length: players }, () => player),
  };
}

/** How long a phase lasts, in milliseconds. @param roundMs for how long a target is to be shown */
export function phaseMs(phase: GamePhase, roundMs: number): number {
  switch (phase) {
    case 'ready':
      return READY_MS;
    case 'playing':
      return roundMs;
    case 'verdict':
      return VERDICT_MS;
  }
}

/** The game as of a later time; null once its last verdict has been shown. */
export function atTime(game: Game, at: number, roundMs: number): Game | null {
  const { phase, since, round, rounds, players } = game;
  if (at - since < phaseMs(phase, roundMs)) return game;
  switch (phase) {
    case 'ready':
      return { ...game, phase: 'playing', since: at };
    case 'playing':
      return { ...game, phase: 'verdict', since: at };
    case 'verdict':
      if (round + 1 === rounds.length) return null;
      return {
        ...game,
        round: round + 1,
        phase: 'ready',
        since: at,
        players: players.map(({ best }) => ({ nearness: 0, best: [...best, null] })),
      };
  }
}

/** Takes what the players show now. @param readings one a player; null where they are not read */
export function withReadings(game: Game, readings: readonly (Reading | null)[]): Game {
  if (game.phase !== 'playing') return game;
  const target = game.rounds[game.round]!;
  const players = game.players.map((player, i) => {
    const reading = readings[i] ?? null;
    return reading === null ? { ...player, nearness: 0 } : showing(player, reading, target);
  });
  return { ...game, players };
}

/** A player's points so far, and how many there were to win. */
export function pointsIn({ rounds }: Game, { best }: Player): { won: number; of: number } {
  return {
    won: best.reduce((sum, moment) => sum + (moment === null ? 0 : pointsOf(moment.score)), 0),
    of: rounds.slice(0, best.length).reduce((sum, target) => sum + mostPoints(target), 0),
  };
}

function showing(player: Player, reading: Reading, target: Prediction): Player {
  const moment: Moment = {
    reading,
    // Where nothing reaches α, the closest emotion is a guess and no answer.
    score: reading.certain
      ? scoreOf(target, reading.prediction)
      : { presence: false, salience: target.length === 2 ? false : null },
    nearness: nearness(target, reading.probabilities),
  };
  const before = player.best.at(-1) ?? null;
  const best = before === null || isBetter(moment, before) ? moment : before;
  return { nearness: moment.nearness, best: [...player.best.slice(0, -1), best] };
}

/** What the protocol says counts first. */
function isBetter(one: Moment, other: Moment): boolean {
  const more = pointsOf(one.score) - pointsOf(other.score);
  return more > 0 || (more === 0 && one.nearness > other.nearness);
}
