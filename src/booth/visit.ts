import type { Prediction } from '../core/blemore/prediction.ts';
import type { Game } from './game.ts';
import type { SeenFace, Visitor } from './visitors.ts';

/**
 * Where a visit stands. All that is known of visitors hangs on these values, so that nothing is
 * left of it in `wiped`.
 */
export type Visit =
  | {
      readonly stage: 'attract';
      /** Who stands in front and may become the next visitor. */
      readonly candidate: Visitor | null;
      /** Said no, and is still there: they are left in peace. */
      readonly declined: Visitor | null;
    }
  /** They are told what will happen; nobody is read. */
  | { readonly stage: 'notice'; readonly visitor: Visitor; readonly since: number }
  /** They have agreed and relax their face. */
  | {
      readonly stage: 'relaxing';
      readonly visitor: Visitor;
      readonly since: number;
      /** Since when the face has been relaxed; null while it is not. */
      readonly relaxedSince: number | null;
    }
  | (Present & {
      readonly stage: 'live';
      readonly since: number;
      readonly invitation: Invitation;
    })
  | (Present & { readonly stage: 'game'; readonly game: Game })
  | (Present & { readonly stage: 'result'; readonly since: number; readonly game: Game })
  /** It is said that all is deleted. */
  | { readonly stage: 'wiped'; readonly since: number };

export interface Present {
  /** One, or two from left to right. */
  readonly visitors: readonly Visitor[];
  /** One of the other faces, as long as it is there. */
  readonly stranger: Visitor | null;
}

/** Whether the game starts by itself, for who touches nothing. */
export type Invitation =
  /** Not announced yet, or never. */
  | { readonly state: 'none' }
  /** It is announced: who stays plays. */
  | { readonly state: 'open'; readonly since: number }
  /** The visitor wants no game, or none now. */
  | { readonly state: 'declined' };

/** All times are milliseconds on the frames' clock. */
export type VisitEvent =
  /** A frame was analysed; faces that nobody asked to be read have no reading. */
  | { readonly type: 'frame'; readonly at: number; readonly faces: readonly SeenFace[] }
  /** Time goes on without frames, too. */
  | { readonly type: 'clock'; readonly at: number }
  | { readonly type: 'agree'; readonly at: number }
  /** Of the notice, or of the game that would start by itself. */
  | { readonly type: 'decline'; readonly at: number }
  | {
      readonly type: 'play';
      readonly at: number;
      readonly players: 1 | 2;
      /** The targets; without any, nothing is played. */
      readonly rounds: readonly Prediction[];
    }
  /** Back from the game or its result. */
  | { readonly type: 'live'; readonly at: number }
  /** The visitor ends the visit. */
  | { readonly type: 'end'; readonly at: number };

/** What is to be done besides. */
export type Effect =
  | { readonly type: 'confirm-rest'; readonly face: number }
  /** Everything that was read of anybody is to be forgotten. */
  | { readonly type: 'wipe' }
  /** Who stayed plays now, alone. */
  | { readonly type: 'play' }
  | { readonly type: 'count'; readonly what: 'visitors' | 'rounds' };

export interface VisitRules {
  /**
   * `touch`: agreeing is an act, and so is playing. `stay`: who is still there after the notice has
   * agreed, and who is still there after an announcement plays.
   */
  readonly consent: 'touch' | 'stay';
  /** Whether there is anything to play yet. */
  readonly playable: boolean;
  /** Whether the pack can take a face's own neutral. */
  readonly relax: boolean;
  /** For how long a target is to be shown. */
  readonly roundMs: number;
}

/** A face must stay for so long to be spoken to. */
export const STAYS_MS = 1500;
/** How long the notice is shown before staying counts as agreeing … */
export const NOTICE_MS = 8000;
/** … and after how long somebody who does not agree has declined. */
export const UNANSWERED_MS = 60_000;
/** For how long a face must be relaxed, and for how long that is waited for. */
export const RELAXED_MS = 1000;
export const RELAXING_MS = 8000;
/** How long a reading is shown before a game is announced, and for how long that is. */
export const READ_MS = 10_000;
export const INVITED_MS = 8000;
/** Whoever has not been read is gone after so long … */
export const UNREAD_GONE_MS = 2000;
/** … and a visitor after so long. */
export const GONE_MS = 8000;
export const RESULT_MS = 25_000;
export const WIPED_MS = 2500;

export const ATTRACT: Visit = { stage: 'attract', candidate: null, declined: null };

/** Whose faces may be read, by id: nobody's who has not agreed. */
export function facesToRead(visit: Visit): readonly number[] {
  switch (visit.stage) {
    case 'attract':
    case 'notice':
    case 'result':
    case 'wiped':
      return [];
    case 'relaxing':
      return [visit.visitor.face];
    case 'live':
    case 'game':
      return visit.visitors.map(({ face }) => face);
  }
}

/** Who could play beside the first visitor: the second one, or somebody who has been there for a while. */
export function secondPlayer(visit: Visit): Visitor | null {
  if (visit.stage !== 'live' && visit.stage !== 'result') return null;
  const { visitors, stranger } = visit;
  if (visitors.length === 2) return visitors[1]!;
  return stranger !== null && hasStayed(stranger) ? stranger : null;
}

export function hasStayed({ since, seenAt }: Visitor): boolean {
  return seenAt - since >= STAYS_MS;
}

/** Whether somebody has not been seen for so many milliseconds. */
export function isGone({ seenAt }: Visitor, at: number, afterMs: number): boolean {
  return at - seenAt >= afterMs;
}
