import { withReadings } from './game.ts';
import { GONE_MS, isGone, STAYS_MS, type Present, type Visit } from './visit.ts';
import {
  follow,
  followAll,
  strangersAmong,
  visitorOf,
  type SeenFace,
  type Visitor,
} from './visitors.ts';

/** What a frame changes of a visit, before anything follows from the time. */
export function seeFaces(visit: Visit, faces: readonly SeenFace[], at: number): Visit {
  switch (visit.stage) {
    case 'attract':
      return attracted(visit, faces, at);
    case 'notice': {
      const visitor = inFront(visit.visitor, faces, at) ?? visit.visitor;
      // Somebody else has not read the notice yet.
      const since = visitor.since > visit.since ? visitor.since : visit.since;
      return { ...visit, visitor, since };
    }
    case 'relaxing': {
      const visitor = follow(visit.visitor, faces, at);
      const relaxed = faces.some((face) => face.id === visitor.face && face.relaxed);
      return { ...visit, visitor, relaxedSince: relaxed ? (visit.relaxedSince ?? at) : null };
    }
    case 'live':
    case 'result':
      return { ...visit, ...present(visit, faces, at) };
    case 'game': {
      const { visitors, stranger } = present(visit, faces, at);
      const readings = visitors.map(
        ({ face }) => faces.find(({ id }) => id === face)?.reading ?? null,
      );
      return { ...visit, visitors, stranger, game: withReadings(visit.game, readings) };
    }
    case 'wiped':
      return visit;
  }
}

function attracted(
  { candidate, declined }: Extract<Visit, { stage: 'attract' }>,
  faces: readonly SeenFace[],
  at: number,
): Visit {
  const refusing = declined === null ? null : follow(declined, faces, at);
  const others = refusing === null ? faces : strangersAmong(faces, [refusing]);
  return {
    stage: 'attract',
    candidate: inFront(candidate, others, at),
    declined: refusing === null || isGone(refusing, at, GONE_MS) ? null : refusing,
  };
}

/** The one who stands in front: the same as before where it is the same person. Null for nobody. */
function inFront(known: Visitor | null, faces: readonly SeenFace[], at: number): Visitor | null {
  const front = faces.find(({ primary }) => primary);
  const followed = known === null ? null : follow(known, faces, at, front ? [front] : faces);
  if (followed?.seenAt === at) return followed;
  if (front !== undefined) return visitorOf(front, faces, at);
  return followed === null || isGone(followed, at, STAYS_MS) ? null : followed;
}

function present({ visitors, stranger }: Present, faces: readonly SeenFace[], at: number): Present {
  const followed = followAll(visitors, faces, at);
  return { visitors: followed, stranger: nextStranger(stranger, faces, followed, at) };
}

/** The same stranger while they are there, else the largest of them. */
function nextStranger(
  known: Visitor | null,
  faces: readonly SeenFace[],
  visitors: readonly Visitor[],
  at: number,
): Visitor | null {
  const strangers = strangersAmong(faces, visitors);
  const followed = known === null ? null : follow(known, faces, at, strangers);
  if (followed?.seenAt === at) return followed;
  const [largest] = strangers.toSorted((a, b) => b.size - a.size);
  if (largest !== undefined) return visitorOf(largest, faces, at);
  return followed === null || isGone(followed, at, STAYS_MS) ? null : followed;
}
