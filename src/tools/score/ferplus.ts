import { blend, single } from '../../core/blemore/label.ts';
import { EMOTIONS, type PerEmotion } from '../../core/blemore/emotions.ts';
import { perEmotion, EMOTION_INDICES, sum } from '../../core/blemore/per-emotion.ts';
import type { Prediction } from '../../core/blemore/prediction.ts';

// FER+ (Barsoum et al. 2016, arXiv 1608.01041) holds ten taggers' votes for every face of FER2013.

/** Columns of a row of votes, of the six emotions in label order. */
const SIX = [4, 5, 6, 1, 3, 0] as const;
const SURPRISE = 2;
const CONTEMPT = 7;
const UNKNOWN = 8;
const NOT_A_FACE = 9;

export const VOTE_COLUMNS = 10;

/** Fewer votes for the six emotions say too little. */
const LEAST_VOTES = 5;

/** Ten counts: neutral, happiness, surprise, sadness, anger, disgust, fear, contempt, unknown, no face. */
type Votes = ArrayLike<number>;

/** The votes for the six emotions, in label order. */
export function sixVotes(votes: Votes): PerEmotion {
  return perEmotion((place) => votes[SIX[place]]!);
}

/** Whether a face counts: enough votes for the six emotions, and more than for anything else. */
export function isUsable(votes: Votes): boolean {
  const six = sum(sixVotes(votes));
  const others = votes[SURPRISE]! + votes[CONTEMPT]!;
  const rejected = votes[UNKNOWN]! + votes[NOT_A_FACE]!;
  return six >= LEAST_VOTES && six > others && six > rejected;
}

/** Each emotion's part of a usable face's six-class votes. */
export function voteShares(votes: Votes): PerEmotion {
  const six = sixVotes(votes);
  const total = sum(six);
  return perEmotion((place) => six[place] / total);
}

/**
 * What a usable face's votes make of it: a blend where the second emotion has a quarter of the
 * votes and neither is neutral, 50/50 where a fifth of the votes or less is between them. Of
 * equals the earlier in label order comes first. Counted in whole votes, so that no rounding
 * decides.
 */
export function voteLabel(votes: Votes): Prediction {
  const six = sixVotes(votes);
  const total = sum(six);
  const [first, second] = EMOTION_INDICES.toSorted((a, b) => six[b] - six[a]).slice(0, 2);
  const [one, other] = [EMOTIONS[first!], EMOTIONS[second!]];
  // A tie with neutral, the last label, puts the emotion first, which wins it.
  const alone = 4 * six[second!] < total || one === 'neu' || other === 'neu';
  if (alone) return single(one);
  const even = 5 * (six[first!] - six[second!]) <= total;
  return blend(
    { emotion: one, salience: even ? 50 : 70 },
    { emotion: other, salience: even ? 50 : 30 },
  );
}
