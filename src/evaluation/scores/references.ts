import {
  mostFrequentBlend,
  mostFrequentPair,
  mostFrequentSingle,
} from '../../core/blemore/baselines.ts';
import { presenceAccuracy, salienceAccuracy } from '../../core/blemore/metrics.ts';
import type { Prediction } from '../../core/blemore/prediction.ts';

/** Published or trivial figures; ui has their names. */
export type ReferenceId =
  | 'trivial-single'
  | 'trivial-blend'
  | 'clip'
  | 'imagebind'
  | 'videomae-v2'
  | 'video-swin'
  | 'best-fusion';

export interface Reference {
  readonly id: ReferenceId;
  /** `published`: on BLEMORE's test set; `here`: on the labels of this page. */
  readonly on: 'published' | 'here';
  /** Whether it hears the clips as well. */
  readonly audio: boolean;
  /** ACC_presence, 0..1. */
  readonly presence: number;
  /** ACC_salience, 0..1; null where no label is a blend. */
  readonly salience: number | null;
}

/** As published for the test set with github.com/BlEmoRe/blemore-common and its paper. */
const PUBLISHED: readonly Reference[] = [
  published('trivial-single', 0.074, 0),
  published('trivial-blend', 0.059, 0.036),
  published('clip', 0.258, 0.096),
  published('imagebind', 0.261, 0.087),
  published('videomae-v2', 0.293, 0.054),
  published('video-swin', 0.214, 0.093),
  // The best of each figure; both are of fusions with audio.
  { ...published('best-fusion', 0.332, 0.114), audio: true },
];

/** The trivial answers' figures on these labels, then the published ones. */
export function referencesFor(labels: readonly Prediction[]): readonly Reference[] {
  return [...trivialSingle(labels), ...trivialBlend(labels), ...PUBLISHED];
}

function published(id: ReferenceId, presence: number, salience: number): Reference {
  return { id, on: 'published', audio: false, presence, salience };
}

function trivialSingle(labels: readonly Prediction[]): Reference[] {
  const answer = mostFrequentSingle(labels);
  return answer === null ? [] : trivial('trivial-single', labels, answer, answer);
}

/** Its two figures may be of two different answers, as those of the published baseline are. */
function trivialBlend(labels: readonly Prediction[]): Reference[] {
  const pair = mostFrequentPair(labels);
  const blend = mostFrequentBlend(labels);
  return pair === null || blend === null ? [] : trivial('trivial-blend', labels, pair, blend);
}

function trivial(
  id: ReferenceId,
  labels: readonly Prediction[],
  forPresence: Prediction,
  forSalience: Prediction,
): Reference[] {
  const answering = (prediction: Prediction) => labels.map((label) => ({ label, prediction }));
  const presence = presenceAccuracy(answering(forPresence));
  if (presence === null) return [];
  const salience = salienceAccuracy(answering(forSalience));
  return [{ id, on: 'here', audio: false, presence, salience }];
}
