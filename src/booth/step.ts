import { atTime, newGame } from './game.ts';
import { seeFaces } from './see-faces.ts';
import { replaces, type Visitor } from './visitors.ts';
import {
  ATTRACT,
  GONE_MS,
  hasStayed,
  INVITED_MS,
  isGone,
  NOTICE_MS,
  READ_MS,
  RELAXED_MS,
  RELAXING_MS,
  RESULT_MS,
  secondPlayer,
  STAYS_MS,
  UNANSWERED_MS,
  UNREAD_GONE_MS,
  WIPED_MS,
  type Effect,
  type Invitation,
  type Present,
  type Visit,
  type VisitEvent,
  type VisitRules,
} from './visit.ts';

export interface VisitStep {
  readonly visit: Visit;
  readonly effects: readonly Effect[];
}

/** The visit after an event. Expects events in the order of their times. */
export function step(visit: Visit, event: VisitEvent, rules: VisitRules): VisitStep {
  const { at } = event;
  switch (event.type) {
    case 'frame':
      return inTime(seeFaces(visit, event.faces, at), at, rules);
    case 'clock':
      return inTime(visit, at, rules);
    case 'agree':
      return visit.stage === 'notice' ? agreed(visit.visitor, at, rules) : only(visit);
    case 'decline':
      if (visit.stage === 'notice') return only(declined(visit.visitor));
      return only(visit.stage === 'live' ? { ...visit, invitation: DECLINED } : visit);
    case 'play':
      return only(played(visit, event));
    case 'live':
      if (visit.stage !== 'game' && visit.stage !== 'result') return only(visit);
      // Who stops a game does not want the next one to start by itself.
      return only({ ...live(visit, at), invitation: DECLINED });
    case 'end':
      return visit.stage === 'attract' || visit.stage === 'wiped' ? only(visit) : wiped(at);
  }
}

const NONE: Invitation = { state: 'none' };
const DECLINED: Invitation = { state: 'declined' };

const only = (visit: Visit): VisitStep => ({ visit, effects: [] });

/** What follows from the time alone. */
function inTime(visit: Visit, at: number, rules: VisitRules): VisitStep {
  switch (visit.stage) {
    case 'attract': {
      const { candidate } = visit;
      if (candidate === null || !hasStayed(candidate)) return only(visit);
      return only({ stage: 'notice', visitor: candidate, since: at });
    }
    case 'notice':
      return noticed(visit, at, rules);
    case 'relaxing':
      return relaxing(visit, at);
    case 'live':
      return haveLeft(visit, at) ? wiped(at) : watched(visit, at, rules);
    case 'game':
      return haveLeft(visit, at) ? wiped(at) : playing(visit, at, rules);
    case 'result':
      if (haveLeft(visit, at)) return wiped(at);
      return only(at - visit.since >= RESULT_MS ? live(visit, at) : visit);
    case 'wiped':
      return only(at - visit.since >= WIPED_MS ? ATTRACT : visit);
  }
}

function noticed(
  visit: Extract<Visit, { stage: 'notice' }>,
  at: number,
  rules: VisitRules,
): VisitStep {
  const { visitor, since } = visit;
  if (isGone(visitor, at, UNREAD_GONE_MS)) return only(ATTRACT);
  if (rules.consent === 'stay' && at - since >= NOTICE_MS) return agreed(visitor, at, rules);
  return only(at - since >= UNANSWERED_MS ? declined(visitor) : visit);
}

function declined(visitor: Visitor): Visit {
  return { stage: 'attract', candidate: null, declined: visitor };
}

function agreed(visitor: Visitor, at: number, { relax }: VisitRules): VisitStep {
  const visit: Visit = relax
    ? { stage: 'relaxing', visitor, since: at, relaxedSince: null }
    : live({ visitors: [visitor], stranger: null }, at);
  return { visit, effects: [{ type: 'count', what: 'visitors' }] };
}

function relaxing(visit: Extract<Visit, { stage: 'relaxing' }>, at: number): VisitStep {
  const { visitor, since, relaxedSince } = visit;
  if (isGone(visitor, at, UNREAD_GONE_MS)) return wiped(at);
  const next = live({ visitors: [visitor], stranger: null }, at);
  if (relaxedSince !== null && at - relaxedSince >= RELAXED_MS) {
    return { visit: next, effects: [{ type: 'confirm-rest', face: visitor.face }] };
  }
  // Some faces never look relaxed to the model: nobody is kept waiting for that.
  return only(at - since >= RELAXING_MS ? next : visit);
}

type LiveVisit = Extract<Visit, { stage: 'live' }>;

function live({ visitors, stranger }: Present, at: number): LiveVisit {
  return { stage: 'live', visitors, stranger, since: at, invitation: NONE };
}

function watched(visit: LiveVisit, at: number, rules: VisitRules): VisitStep {
  const visitors = visit.visitors.filter((each) => !isGone(each, at, GONE_MS));
  const invitation = invited(visit, at, rules);
  const plays = invitation.state === 'open' && at - invitation.since >= INVITED_MS;
  return {
    visit: { ...visit, visitors, invitation },
    effects: plays ? [{ type: 'play' }] : [],
  };
}

/** Who steps aside while the game is announced has declined it for now, without a touch. */
function invited(
  { visitors, since, invitation }: LiveVisit,
  at: number,
  { consent, playable }: VisitRules,
): Invitation {
  if (invitation.state === 'declined') return invitation;
  const away = visitors.every((visitor) => isGone(visitor, at, UNREAD_GONE_MS));
  if (consent === 'touch' || !playable || away) return NONE;
  if (invitation.state === 'open' || at - since < READ_MS) return invitation;
  return { state: 'open', since: at };
}

/** None of the visitors is there any more; who is replaced has left sooner. */
function haveLeft({ visitors, stranger }: Present, at: number): boolean {
  const stays = stranger !== null && hasStayed(stranger) ? stranger : null;
  return visitors.every((visitor) => {
    const replaced = stays !== null && replaces(stays, visitor);
    return isGone(visitor, at, replaced ? STAYS_MS : GONE_MS);
  });
}

function played(visit: Visit, event: Extract<VisitEvent, { type: 'play' }>): Visit {
  const { at, rounds, players } = event;
  if ((visit.stage !== 'live' && visit.stage !== 'result') || rounds.length === 0) return visit;
  const [first] = visit.visitors.toSorted((one, other) => other.seenAt - one.seenAt);
  const second = players === 2 ? secondPlayer(visit) : null;
  const all = second === null ? [first!] : [visit.visitors[0]!, second];
  const visitors = all.toSorted((left, right) => left.x - right.x);
  const stranger = visit.stranger?.face === second?.face ? null : visit.stranger;
  return {
    stage: 'game',
    visitors,
    stranger,
    game: newGame(rounds, visitors.length, at),
  };
}

function playing(
  visit: Extract<Visit, { stage: 'game' }>,
  at: number,
  { roundMs }: VisitRules,
): VisitStep {
  const { visitors, stranger } = visit;
  const game = atTime(visit.game, at, roundMs);
  if (game === null) {
    return only({ stage: 'result', visitors, stranger, since: at, game: visit.game });
  }
  const ended = visit.game.phase === 'playing' && game.phase === 'verdict';
  return {
    visit: { ...visit, game },
    effects: ended ? [{ type: 'count', what: 'rounds' }] : [],
  };
}

function wiped(at: number): VisitStep {
  return { visit: { stage: 'wiped', since: at }, effects: [{ type: 'wipe' }] };
}
