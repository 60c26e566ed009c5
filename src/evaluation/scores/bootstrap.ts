import { mulberry32 } from '../../core/math/random.ts';

/** What came out for one labelled clip. */
export interface Outcome {
  /** The emotions are the label's. */
  readonly present: boolean;
  /** The label is a blend. */
  readonly blend: boolean;
  /** The saliences are the label's; never without `blend`. */
  readonly salient: boolean;
}

/** A share of clips, 0..1, with its 95 % bootstrap interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface Estimates {
  /** ACC_presence. */
  readonly presence: Estimate;
  /** ACC_salience; null where no label is a blend. */
  readonly salience: Estimate | null;
}

export const RESAMPLES = 1000;
/** Any seed would do; always the same one gives the same intervals. */
export const SEED = 0x626c656e;
const [LOW, HIGH] = [0.025, 0.975];

const [PRESENT, BLEND, SALIENT] = [1, 2, 4];

/**
 * Both accuracies with percentile bootstrap intervals: clips are drawn with replacement, 1,000
 * times, both figures from the same draws. A draw without blends says nothing of salience.
 *
 * @throws RangeError without outcomes
 */
export function bootstrap(outcomes: readonly Outcome[]): Estimates {
  if (outcomes.length === 0) throw new RangeError('nothing to estimate: no outcomes');
  const flags = Uint8Array.from(outcomes, flagsOf);
  const next = mulberry32(SEED);
  const presences: number[] = [];
  const saliences: number[] = [];
  for (let i = 0; i < RESAMPLES; i++) {
    const { present, blends, salient } = draw(flags, next);
    presences.push(present / flags.length);
    if (blends > 0) saliences.push(salient / blends);
  }
  const { present, blends, salient } = count(flags);
  return {
    presence: estimate(present / flags.length, presences),
    salience: blends === 0 ? null : estimate(salient / blends, saliences),
  };
}

interface Counts {
  readonly present: number;
  readonly blends: number;
  readonly salient: number;
}

function flagsOf({ present, blend, salient }: Outcome): number {
  return (present ? PRESENT : 0) | (blend ? BLEND : 0) | (salient ? SALIENT : 0);
}

function count(flags: Uint8Array): Counts {
  const having = (flag: number) => flags.reduce((sum, value) => sum + (value & flag ? 1 : 0), 0);
  return { present: having(PRESENT), blends: having(BLEND), salient: having(SALIENT) };
}

/** Counts of as many clips as there are, each drawn at random. */
function draw(flags: Uint8Array, next: () => number): Counts {
  const scale = flags.length / 2 ** 32;
  let [present, blends, salient] = [0, 0, 0];
  for (let i = 0; i < flags.length; i++) {
    const value = flags[Math.floor(next() * scale)]!;
    present += value & 1;
    blends += (value >> 1) & 1;
    salient += value >> 2;
  }
  return { present, blends, salient };
}

/** A value with the 95 % interval of what was drawn. */
export function estimate(value: number, drawn: number[]): Estimate {
  const sorted = Float64Array.from(drawn).sort();
  return { value, low: quantile(sorted, LOW), high: quantile(sorted, HIGH) };
}

/** With linear interpolation, as numpy's. */
function quantile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (position - below) * (high - low);
}
