import type { CameraScene, Photos } from '../subjects.ts';
import { ROUND, Scene } from './scene.ts';

const QUALITY = 0.92;

function draw(scene: Scene, what: CameraScene, frame: number): void {
  switch (what) {
    case 'moving':
      scene.draw(1, frame);
      return;
    case 'still':
      scene.draw(1, 0);
      scene.addNoise(frame);
      return;
    case 'nobody':
      scene.drawNobody();
      scene.addNoise(frame);
      return;
  }
}

/** Runs in a browser. @returns one way round of the scene, as JPEGs in base64. */
export async function filmFrames(photos: Photos, what: CameraScene): Promise<string[]> {
  const scene = await Scene.of(photos);
  return Array.from({ length: ROUND }, (_, frame) => {
    draw(scene, what, frame);
    return scene.picture.toDataURL('image/jpeg', QUALITY).split(',')[1]!;
  });
}
