import { indexOfEmotion } from '../../src/core/blemore/per-emotion.ts';
import type { Reading } from '../../src/core/blemore/prediction.ts';
import { FaceReader, type ReadingOptions } from '../../src/core/reading/face-reader.ts';
import { analysedFace, analysisWith, readAs } from '../support/analyses.ts';
import { mean } from './figures.ts';
import type { Scene } from './films.ts';
import type { Read } from './page/read-drawn.ts';

/** How one scene of a film was read. */
export interface SceneReading {
  readonly scene: Scene;
  /** Seconds until what is shown was named for the first time; null where it never was. */
  readonly readAfter: number | null;
  /** Of the time after the first second, the share in which the words left out what is shown. */
  readonly missed: number;
  /** The mean probability of what is shown, after the first second. */
  readonly probability: number;
}

/** Where an expression is expected to be read, in seconds after its onset. */
const SETTLED = 1;

/** The page's readings of a film, frame by frame, of the primary face; null where none is read. */
export function readingsOf(
  reads: readonly Read[],
  fps: number,
  options: ReadingOptions,
): readonly (Reading | null)[] {
  const reader = new FaceReader();
  return reads.map((read, i) => {
    const at = (1000 * i) / fps;
    const faces = read === null ? [] : [analysedFace(read.face, true, readAs(read.logits, at))];
    const readings = reader.read(analysisWith(at, ...faces), options);
    return read === null ? null : (readings.get(read.face) ?? null);
  });
}

/** Judges the scenes in which there is somebody. */
export function judgeFilm(
  scenes: readonly Scene[],
  readings: readonly (Reading | null)[],
  fps: number,
): readonly SceneReading[] {
  let start = 0;
  return scenes.flatMap((scene): SceneReading[] => {
    const frames = Math.round(scene.seconds * fps);
    const shown = readings.slice(start, start + frames);
    start += frames;
    return scene.look === null ? [] : [judge(scene, shown, fps)];
  });
}

function judge(scene: Scene, shown: readonly (Reading | null)[], fps: number): SceneReading {
  const says = (reading: Reading | null) =>
    reading?.prediction.some(({ emotion }) => emotion === scene.emotion) ?? false;
  const first = shown.findIndex(says);
  const settled = shown.slice(SETTLED * fps);
  const place = indexOfEmotion(scene.emotion);
  return {
    scene,
    readAfter: first < 0 ? null : first / fps,
    missed: settled.filter((reading) => !says(reading)).length / settled.length,
    probability: mean(settled.map((reading) => reading?.probabilities[place] ?? 0)),
  };
}
