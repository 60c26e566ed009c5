import { samePrediction } from '../core/blemore/label.ts';
import type { Reading } from '../core/blemore/prediction.ts';
import { largestDifference } from '../core/math/largest-difference.ts';
import type { OwnNeutral } from '../core/reading/own-neutral.ts';

/** Figures that change more often than ten times a second cannot be read. */
const STEP_MS = 100;
/** Cameras are not punctual: a frame so much early is taken for the one that is due. */
const EARLY_MS = 8;

/** An expression changes: levels that are off by so much do not wait. */
const MOST_CHANGE = 0.05;

/** What the page shows of one reader's readings. */
export interface Shown {
  /** When the frame was captured, in milliseconds. */
  readonly at: number;
  /** By face id; only of faces that are read. */
  readonly readings: ReadonlyMap<number, Reading>;
  /** The primary face's; null while it is not read. */
  readonly reading: Reading | null;
  /** What is known of the primary face's own neutral; null where nothing is, or it is not used. */
  readonly ownNeutral: OwnNeutral | null;
}

export const NOTHING_SHOWN: Shown = {
  at: -Infinity,
  readings: new Map(),
  reading: null,
  ownNeutral: null,
};

/**
 * What is shown once a frame is read: its readings where a face's label has changed, a level by five
 * points of 100, or a face has come or gone; smaller changes follow ten times a second.
 */
export function nextShown(shown: Shown, now: Shown): Shown {
  const since = now.at - shown.at;
  // A clock that was set back begins anew.
  const due = since < 0 || since >= STEP_MS - EARLY_MS;
  return due || !isAlike(shown, now) ? now : shown;
}

function isAlike(one: Shown, other: Shown): boolean {
  if (one.readings.size !== other.readings.size) return false;
  if (!readsAlike(one.reading, other.reading)) return false;
  return [...other.readings].every(([id, reading]) =>
    readsAlike(one.readings.get(id) ?? null, reading),
  );
}

function readsAlike(one: Reading | null, other: Reading | null): boolean {
  if (one === null || other === null) return one === other;
  if (one.certain !== other.certain) return false;
  if (!samePrediction(one.prediction, other.prediction)) return false;
  return largestDifference(one.probabilities, other.probabilities) < MOST_CHANGE;
}
