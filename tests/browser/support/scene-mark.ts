/** Side of the mark in the corner of a film's pictures, in pixels. */
export const MARK = 32;
const STEP = 12;

/** The mark of a film's scene, by its place in the film: 0 to 20. */
export function markColor(scene: number): string {
  const level = (scene + 0.5) * STEP;
  return `rgb(${level} ${level} ${level})`;
}

/** Which scene a mark of this brightness, of 255, is of. */
export function sceneOf(level: number): number {
  return Math.floor(level / STEP);
}
