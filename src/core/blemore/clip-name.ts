import { EMOTIONS, type Emotion } from './emotions.ts';
import type { Prediction } from './prediction.ts';
import { blend, RATIOS, single, type BlendSalience } from './label.ts';

interface Named {
  /** The name as it was given. */
  readonly filename: string;
  /** The recording, such as `A102`. */
  readonly videoId: string;
  readonly version: number;
}

/** One emotion, acted at an intensity or, for neutral, in a situation. */
export interface SingleClip extends Named {
  readonly mix: false;
  readonly emotion: Emotion;
  readonly intensity: number | null;
  readonly situation: number | null;
}

/** Two emotions in the order of the name, which need not be label order. */
export interface BlendClip extends Named {
  readonly mix: true;
  readonly emotions: readonly [Emotion, Emotion];
  readonly saliences: readonly [BlendSalience, BlendSalience];
}

export type Clip = SingleClip | BlendClip;

/** A name that is not of the form of BLEMORE's clips; the message says the name. */
export class ClipNameError extends Error {
  override readonly name = 'ClipNameError';
  readonly clipName: string;

  constructor(clipName: string) {
    super(`"${clipName}" is not the name of a BLEMORE clip`);
    this.clipName = clipName;
  }
}

const EXTENSION = /\.(mov|mp4|webm)$/i;
const SINGLE = /^([A-Za-z0-9]+)_([a-z]+)_(int|sit)(\d)_ver(\d)$/;
const BLEND = /^([A-Za-z0-9]+)_mix_([a-z]+)_([a-z]+)_(\d\d_\d\d)_ver(\d)$/;

/**
 * Every field of a clip name: `A102_ang_int1_ver1`, `A303_neu_sit2_ver1` or
 * `A438_mix_disg_hap_30_70_ver1`, with or without a video's extension.
 *
 * The reference takes the third letter after a mark for its number and checks nothing, so that
 * a wrong name gives a wrong answer. Here it throws a ClipNameError.
 */
export function parseClipName(filename: string): Clip {
  const stem = filename.replace(EXTENSION, '');
  const clip = parseSingle(filename, stem) ?? parseBlend(filename, stem);
  if (clip === null) throw new ClipNameError(filename);
  return clip;
}

/** The label a clip's name gives it, in label order. */
export function clipLabel(clip: Clip): Prediction {
  if (!clip.mix) return single(clip.emotion);
  const [one, other] = clip.emotions;
  const [first, second] = clip.saliences;
  return blend({ emotion: one, salience: first }, { emotion: other, salience: second });
}

function parseSingle(filename: string, stem: string): SingleClip | null {
  const [, videoId, name, mark, level, version] = SINGLE.exec(stem) ?? [];
  const emotion = emotionOf(name);
  if (videoId === undefined || emotion === null) return null;
  return {
    filename,
    videoId,
    mix: false,
    emotion,
    intensity: mark === 'int' ? Number(level) : null,
    situation: mark === 'sit' ? Number(level) : null,
    version: Number(version),
  };
}

function parseBlend(filename: string, stem: string): BlendClip | null {
  const [, videoId, one, other, ratio, version] = BLEND.exec(stem) ?? [];
  const emotions = [emotionOf(one), emotionOf(other)] as const;
  const saliences = RATIOS.find((shares) => shares.join('_') === ratio);
  if (videoId === undefined || saliences === undefined || !mayBlend(emotions)) return null;
  return { filename, videoId, mix: true, emotions, saliences, version: Number(version) };
}

function emotionOf(name: string | undefined): Emotion | null {
  return EMOTIONS.find((emotion) => emotion === name) ?? null;
}

function mayBlend(
  pair: readonly [Emotion | null, Emotion | null],
): pair is readonly [Emotion, Emotion] {
  return pair.every((emotion) => emotion !== null && emotion !== 'neu') && pair[0] !== pair[1];
}
