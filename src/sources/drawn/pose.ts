import type { PerEmotion } from '../../core/blemore/emotions.ts';
import { sumUnits, type ActionUnits } from './action-units.ts';
import { idleAt } from './idle.ts';
import { LOOKS, type Look } from './looks.ts';
import { unitsOf } from './prototypes.ts';
import { scriptAt } from './script.ts';

/** One picture of somebody: who, and what the face does. */
export interface Pose {
  readonly look: Look;
  readonly units: ActionUnits;
}

/** A pose of the programme, and what it truly shows. */
export interface PlayedPose extends Pose {
  /** Six shares that sum to 1. */
  readonly shares: PerEmotion;
}

/** The programme's picture at `seconds` (≥ 0) after its start; the same for the same seconds, always. */
export function poseAt(seconds: number): PlayedPose {
  const { shares, person } = scriptAt(seconds);
  const look = LOOKS[person % LOOKS.length]!;
  const units = sumUnits([
    [1, unitsOf(shares)],
    [1, idleAt(seconds)],
  ]);
  return { look, units, shares };
}
