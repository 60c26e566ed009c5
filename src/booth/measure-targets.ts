import type { Logits } from '../core/blemore/emotions.ts';
import { decide } from '../core/blemore/decide.ts';
import { single } from '../core/blemore/label.ts';
import type { Prediction } from '../core/blemore/prediction.ts';
import { softLabel } from '../core/blemore/soft-label.ts';
import { adjustLogits, type Adjustments } from '../core/reading/adjusted-logits.ts';
import type { ReadingOptions } from '../core/reading/face-reader.ts';
import { confirmRest, observeRest, type RestEstimate } from '../core/reading/rest-estimate.ts';
import { softmax } from '../core/reading/softmax.ts';
import { LOOKS, type Look } from '../sources/drawn/looks.ts';
import type { Pose } from '../sources/drawn/pose.ts';
import { unitsOf } from '../sources/drawn/prototypes.ts';
import { nearness, scoreOf } from './score.ts';
import { TARGETS, type TargetFigures } from './targets.ts';

/** The model's logits of a drawn face; null where it found none, or does not read it. */
export type ReadPose = (pose: Pose) => Promise<Logits | null>;

/** Each person holds still, so any time after the first will do. */
const LATER_MS = 1000;

const NEUTRAL = single('neu');

/**
 * How well the model reads each target where the drawn people show it, in the way that visitors are
 * read: against each person's own neutral. Rejects with the signal's reason.
 *
 * @param advanced told how many pictures are read, and of how many
 */
export async function measureTargets(
  read: ReadPose,
  { thresholds, adjustments }: Pick<ReadingOptions, 'thresholds' | 'adjustments'>,
  signal: AbortSignal,
  advanced: (done: number, of: number) => void = () => undefined,
): Promise<readonly TargetFigures[]> {
  const tallies = TARGETS.map(() => ({ presence: 0, salience: 0, nearness: 0 }));
  let done = 0;
  for (const look of LOOKS) {
    const rest = restOf(await read(poseOf(look, NEUTRAL)), adjustments);
    for (const [i, target] of TARGETS.entries()) {
      const logits = await read(poseOf(look, target));
      signal.throwIfAborted();
      advanced(++done, LOOKS.length * TARGETS.length);
      if (logits === null) continue;
      const adjusted = adjustLogits(rest, logits, LATER_MS, adjustments).logits;
      const probabilities = softmax(adjusted);
      const { presence, salience } = scoreOf(target, decide(probabilities, thresholds));
      const tally = tallies[i]!;
      tally.presence += Number(presence) / LOOKS.length;
      tally.salience += Number(salience ?? presence) / LOOKS.length;
      tally.nearness += nearness(target, probabilities) / LOOKS.length;
    }
  }
  return tallies.map((tally, i) => ({ target: TARGETS[i]!, ...rounded(tally) }));
}

function poseOf(look: Look, target: Prediction): Pose {
  return { look, units: unitsOf(softLabel(target)) };
}

/** What is known of a person who has said that this is their relaxed face. */
function restOf(logits: Logits | null, { relaxedFaces }: Adjustments): RestEstimate | null {
  if (logits === null || relaxedFaces === null) return null;
  const seen = observeRest(null, logits, 0, relaxedFaces);
  return confirmRest(seen, relaxedFaces) ?? seen;
}

/** Sums of fifths may end just above 1. */
function rounded<Figures extends Readonly<Record<string, number>>>(figures: Figures): Figures {
  const entries = Object.entries(figures).map(([name, value]) => [
    name,
    Math.min(1, Number(value.toFixed(4))),
  ]);
  return Object.fromEntries(entries) as Figures;
}
