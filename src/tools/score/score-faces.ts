import type { Probabilities } from '../../core/blemore/emotions.ts';
import type { Thresholds } from '../../core/blemore/prediction.ts';
import { softmax } from '../../core/reading/softmax.ts';
import type { FaceFile } from './faces.ts';
import { isUsable, voteLabel, voteShares } from './ferplus.ts';
import { figuresOf, type Figures, type ScoredFace } from './figures.ts';
import type { ImageReader, ImageReading } from './reader.ts';

/** What `npm run score` prints. */
export interface ScoreResult extends Figures, Thresholds {
  /** Usable faces, which the figures are of; all faces where the file has no votes. */
  readonly n: number;
  /** Median of encoder and head for one face; null without faces. */
  readonly ms_per_face: number | null;
}

export interface Score {
  readonly result: ScoreResult;
  /** One row for every image of the file, in its order. */
  readonly probabilities: readonly Probabilities[];
}

/** Reads every image one by one and scores the usable ones by the six-class protocol. */
export async function score(
  faces: FaceFile,
  reader: Pick<ImageReader, 'read'>,
  { alpha, beta }: Thresholds,
): Promise<Score> {
  const readings: ImageReading[] = [];
  for (let index = 0; index < faces.count; index++) {
    readings.push(await reader.read(faces.image(index)));
  }
  const probabilities = readings.map(({ logits }) => softmax(logits));
  const scored = probabilities.flatMap((row, index) => scoredFace(row, faces.votes(index)) ?? []);
  const result = {
    n: faces.hasVotes ? scored.length : faces.count,
    ...figuresOf(scored, { alpha, beta }),
    alpha,
    beta,
    ms_per_face: median(readings.map(({ milliseconds }) => milliseconds)),
  };
  return { result, probabilities };
}

function scoredFace(
  probabilities: Probabilities,
  votes: readonly number[] | null,
): ScoredFace | null {
  if (votes === null || !isUsable(votes)) return null;
  return { target: voteShares(votes), label: voteLabel(votes), probabilities };
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
