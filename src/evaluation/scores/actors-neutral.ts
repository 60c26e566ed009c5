import type { Logits, PerEmotion, Probabilities } from '../../core/blemore/emotions.ts';
import { ClipNameError, parseClipName, type Clip } from '../../core/blemore/clip-name.ts';
import { perEmotion } from '../../core/blemore/per-emotion.ts';
import { againstNeutral } from '../../core/reading/own-neutral.ts';
import { relativeToNeutral, type RelaxedFaces } from '../../core/reading/relaxed-faces.ts';
import { combineLogits, logitsOf, type Combination, type FrameSeries } from '../frame-series.ts';

/** A finished clip, by the name its file has. */
export interface ReadClip {
  readonly name: string;
  readonly series: FrameSeries;
  readonly combination: Combination;
}

/**
 * Each clip read against its actor's own neutral, which is the mean of that actor's
 * neutral clips. By name, without the neutral clips themselves and without clips of actors who have
 * none; clips that are not named as BLEMORE's are of nobody.
 */
export function againstActorsNeutral(
  clips: readonly ReadClip[],
  faces: RelaxedFaces,
): ReadonlyMap<string, Probabilities> {
  const named = clips.flatMap((clip) => {
    const name = nameOf(clip.name);
    return name === null ? [] : [{ ...clip, actor: name.videoId, neutral: isNeutral(name) }];
  });
  const own = new Map(
    [...new Set(named.map(({ actor }) => actor))].map((actor) => {
      const atRest = named.filter((clip) => clip.neutral && clip.actor === actor);
      return [actor, meanNeutral(atRest)];
    }),
  );
  return new Map(
    named.flatMap(({ name, actor, neutral, series, combination }): [string, Probabilities][] => {
      const reference = neutral ? null : (own.get(actor) ?? null);
      if (reference === null) return [];
      const adjusted = logitsOf(series).map((each) => againstNeutral(each, reference, faces));
      const probabilities = combineLogits(adjusted, combination);
      return probabilities === null ? [] : [[name, probabilities]];
    }),
  );
}

/** Logits relative to neutral's. Every frame counts alike; null where none of them shows a face. */
function meanNeutral(clips: readonly ReadClip[]): PerEmotion | null {
  const frames = clips.flatMap(evidenceOf).map(relativeToNeutral);
  if (frames.length === 0) return null;
  return perEmotion((i) => frames.reduce((sum, each) => sum + each[i], 0) / frames.length);
}

/** Where each frame's logits are those of the clip until there, only the last are the clip's. */
function evidenceOf({ series, combination }: ReadClip): readonly Logits[] {
  const frames = logitsOf(series);
  return combination === 'aggregate' ? frames.slice(-1) : frames;
}

function isNeutral(clip: Clip): boolean {
  return !clip.mix && clip.emotion === 'neu';
}

function nameOf(filename: string): Clip | null {
  try {
    return parseClipName(filename);
  } catch (error) {
    if (error instanceof ClipNameError) return null;
    throw error;
  }
}
