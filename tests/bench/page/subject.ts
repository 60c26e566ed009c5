import type { Measured, Photos, Series, Subject } from '../subjects.ts';
import { Scene, type Picture } from './scene.ts';

/** What a system says of a frame. */
export interface Read {
  /** Milliseconds from the frame to the probabilities. */
  readonly ms: number;
  readonly faces: number;
}

export interface Reader {
  load(): Promise<void>;
  read(picture: Picture): Promise<Read>;
}

/** Settles at a time on the clock of `performance.now()`. */
function until(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms - performance.now()));
}

async function measure(reader: Reader, scene: Scene, series: Series): Promise<Measured> {
  const times: number[] = [];
  const found: number[] = [];
  const started = performance.now();
  for (let i = 0; i < series.frames; i++) {
    if (series.everyMs !== undefined) await until(started + i * series.everyMs);
    scene.draw(series.faces, series.first + i);
    const { ms, faces } = await reader.read(scene.picture);
    times.push(ms);
    found.push(faces);
  }
  return { times, found };
}

export async function subjectOf(reader: Reader, photos: Photos): Promise<Subject> {
  const scene = await Scene.of(photos);
  return {
    async load() {
      scene.draw(1, 0);
      const started = performance.now();
      await reader.load();
      await reader.read(scene.picture);
      return performance.now() - started;
    },
    measure: (series) => measure(reader, scene, series),
  };
}
