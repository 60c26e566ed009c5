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

async function measure(reader: Reader, scene: Scene, series: Series): Promise<Measured> {
  const times: number[] = [];
  const found: number[] = [];
  for (let i = 0; i < series.frames; i++) {
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
