import type { Logits } from '../blemore/emotions.ts';
import { perEmotion } from '../blemore/per-emotion.ts';

/** The smoothed logits of one face as of one moment. */
export interface Smoothed {
  readonly logits: Logits;
  /** Milliseconds on the frames' clock. */
  readonly at: number;
}

/**
 * Exponential smoothing of finite logits. A new frame weighs 1 − exp(−Δt/τ): its part grows with
 * the time it stands for, so that the result does not depend on the frame rate.
 *
 * @param previous null for a face's first frame, which is taken as it is
 * @param at milliseconds; a time that does not advance changes nothing
 * @param timeConstant τ in seconds; 0 means no smoothing
 */
export function smooth(
  previous: Smoothed | null,
  logits: Logits,
  at: number,
  timeConstant: number,
): Smoothed {
  if (previous === null || timeConstant === 0) return { logits, at };
  const seconds = Math.max(0, at - previous.at) / 1000;
  const weight = 1 - Math.exp(-seconds / timeConstant);
  const old = previous.logits;
  return {
    logits: perEmotion((place) => old[place] + weight * (logits[place] - old[place])),
    at: Math.max(at, previous.at),
  };
}
