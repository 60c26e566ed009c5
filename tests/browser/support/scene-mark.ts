/** Side of the mark in the corner of a film's pictures, in pixels. */
export const MARK = 32;
const [FIRST, STEP, LAST_SCENE] = [24, 28, 7];

/** The mark of a film's scene, by its place in the film: 0 to 7. */
export function markColor(scene: number): string {
  const level = FIRST + STEP * scene;
  return `rgb(${level} ${level} ${level})`;
}

/** Which scene a mark of this brightness, of 255, is of; a camera may have spread its range a little. */
export function sceneOf(level: number): number {
  return Math.min(LAST_SCENE, Math.max(0, Math.round((level - FIRST) / STEP)));
}
