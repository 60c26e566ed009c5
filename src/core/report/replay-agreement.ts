import type { Logits } from '../blemore/emotions.ts';
import { largestDifference } from '../math/largest-difference.ts';
import { softmax } from '../reading/softmax.ts';

/** Probabilities this near to each other are the same: pictures are kept in 256 steps. */
const SAME_WITHIN = 0.02;

/** How far readings that are made again are those that were recorded. */
export interface ReplayAgreement {
  /** Frames that were read then and again now. */
  readonly compared: number;
  /** Of these, how many are not the same. */
  readonly differing: number;
  /** The greatest difference between two probabilities, 0..1. */
  readonly greatest: number;
}

export function replayAgreementOf(differences: readonly number[]): ReplayAgreement {
  return {
    compared: differences.length,
    differing: differences.filter((difference) => difference > SAME_WITHIN).length,
    greatest: Math.max(0, ...differences),
  };
}

/** The greatest difference between the probabilities of two logits, before any smoothing. */
export function logitDifference(one: Logits, other: Logits): number {
  return largestDifference(softmax(one), softmax(other));
}
