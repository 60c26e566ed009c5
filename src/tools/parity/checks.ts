import { aggregate } from '../../core/blemore/aggregate.ts';
import { clipLabel, parseClipName, type Clip } from '../../core/blemore/clip-name.ts';
import { decide } from '../../core/blemore/decide.ts';
import { combineWindows } from '../../core/blemore/windows.ts';
import { softLabel } from '../../core/blemore/soft-label.ts';
import { EMOTIONS } from '../../core/blemore/emotions.ts';
import { exactly, section, within, type Comparison, type Section } from './compare.ts';
import { checkScores } from './scores.ts';
import type { LabelledSet, ParityData } from './schema.ts';

const TOLERANCE = 1e-5;

/** Runs the protocol on everything in a parity file. */
export function checkParity(data: ParityData): Section[] {
  return [
    { key: 'labels', comparisons: [exactly('labels', data.labels, [...EMOTIONS])] },
    section('decisions', data.decisions, (item, where) => [
      exactly(where, item.prediction, decide(item.probabilities, item)),
    ]),
    section('labelled_sets', data.labelled_sets, (set, where) => [
      ...checkSoftLabels(set, where),
      ...checkScores(set, where),
    ]),
    section('aggregations', data.aggregations, (item, where) => [
      within(where, TOLERANCE, item.aggregate, aggregate(item.frames)),
    ]),
    section('subsamples', data.subsamples, (item, where) => [
      within(where, TOLERANCE, item.probabilities, combineWindows(item.logits)),
    ]),
    section('filenames', data.filenames, (item, where) => [
      exactly(where, item.metadata, metadataOf(parseClipName(item.filename))),
    ]),
  ];
}

function checkSoftLabels(set: LabelledSet, where: string): Comparison[] {
  return set.filenames.map((filename, i) =>
    exactly(
      `${where}.soft_labels[${i}]`,
      set.soft_labels[i],
      softLabel(clipLabel(parseClipName(filename))),
    ),
  );
}

/** A clip's fields under the reference's names, its numbers as text. */
function metadataOf(clip: Clip): Record<string, string | number> {
  const common = {
    filename: clip.filename,
    video_id: clip.videoId,
    mix: clip.mix ? 1 : 0,
    version: String(clip.version),
  };
  if (clip.mix) {
    const [emotion_1, emotion_2] = clip.emotions;
    const [first, second] = clip.saliences.map(String);
    return {
      ...common,
      emotion_1,
      emotion_2,
      emotion_1_salience: first!,
      emotion_2_salience: second!,
    };
  }
  const { emotion, intensity, situation } = clip;
  return {
    ...common,
    emotion_1: emotion,
    ...(intensity !== null && { intensity_level: String(intensity) }),
    ...(situation !== null && { situation: String(situation) }),
  };
}
