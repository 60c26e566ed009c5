import type { Photos } from '../subjects.ts';
import { ROUND, Scene } from './scene.ts';

const QUALITY = 0.92;

/** Runs in a browser. @returns one way round of the scene with one person, as JPEGs in base64. */
export async function filmFrames(photos: Photos): Promise<string[]> {
  const scene = await Scene.of(photos);
  return Array.from({ length: ROUND }, (_, frame) => {
    scene.draw(1, frame);
    return scene.picture.toDataURL('image/jpeg', QUALITY).split(',')[1]!;
  });
}
