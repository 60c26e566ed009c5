import { mulberry32 } from '../../core/math/random.ts';
import { estimate, SEED, RESAMPLES, type Estimate, type Outcome } from './bootstrap.ts';
import { mcnemar } from './mcnemar.ts';

/** What two packs made of one labelled clip. */
export interface PairedOutcome {
  readonly first: Outcome;
  readonly second: Outcome;
}

/** Two shares of the same clips, 0..1. */
export interface Both {
  readonly first: number;
  readonly second: number;
}

/** How two packs compare on the clips that both have read. */
export interface PairedScores {
  readonly clips: number;
  readonly blends: number;
  /** ACC_presence, with in how many clips only one of the two is right. */
  readonly presence: Both & {
    readonly onlyFirst: number;
    readonly onlySecond: number;
    /** McNemar's exact test, two-sided. */
    readonly p: number;
  };
  /** ACC_salience, with the second's less the first's; null where no label is a blend. */
  readonly salience: (Both & { readonly difference: Estimate }) | null;
}

/** Null without clips. */
export function pairedScores(pairs: readonly PairedOutcome[]): PairedScores | null {
  if (pairs.length === 0) return null;
  const count = (right: (pair: PairedOutcome) => boolean) => pairs.filter(right).length;
  const onlyFirst = count(({ first, second }) => first.present && !second.present);
  const onlySecond = count(({ first, second }) => !first.present && second.present);
  const blends = pairs.filter(({ first }) => first.blend);
  return {
    clips: pairs.length,
    blends: blends.length,
    presence: {
      first: count(({ first }) => first.present) / pairs.length,
      second: count(({ second }) => second.present) / pairs.length,
      onlyFirst,
      onlySecond,
      p: mcnemar(onlyFirst, onlySecond),
    },
    salience: blends.length === 0 ? null : salienceOf(blends),
  };
}

/**
 * The difference with its 95 % percentile interval from a paired bootstrap: blends are drawn with
 * replacement, and both packs are scored on the same draws (Efron and Tibshirani, An Introduction to
 * the Bootstrap, 1993, chapter 13; for paired systems Koehn, EMNLP 2004).
 */
function salienceOf(blends: readonly PairedOutcome[]): NonNullable<PairedScores['salience']> {
  const gains = Int8Array.from(
    blends,
    ({ first, second }) => Number(second.salient) - Number(first.salient),
  );
  const next = mulberry32(SEED);
  const scale = gains.length / 2 ** 32;
  const drawn = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let i = 0; i < gains.length; i++) sum += gains[Math.floor(next() * scale)]!;
    return sum / gains.length;
  });
  const share = (side: keyof PairedOutcome) =>
    blends.filter((pair) => pair[side].salient).length / blends.length;
  const [first, second] = [share('first'), share('second')];
  return { first, second, difference: estimate(second - first, drawn) };
}
