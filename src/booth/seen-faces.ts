import type { Reading } from '../core/blemore/prediction.ts';
import type { Analysis } from '../core/reading/analysis.ts';
import type { SeenFace } from './visitors.ts';

/** The faces of a frame as the visit looks at them. @param mirrored whether the screen shows it so */
export function seenFaces(
  { faces, size }: Analysis,
  mirrored: boolean,
  readings: ReadonlyMap<number, Reading>,
  isAtRest: (face: number) => boolean,
): readonly SeenFace[] {
  return faces.map(({ face: { id, box }, primary }) => {
    const middle = box.x + box.width / 2;
    return {
      id,
      x: (mirrored ? size.width - middle : middle) / size.height,
      y: (box.y + box.height / 2) / size.height,
      size: box.height / size.height,
      primary,
      relaxed: isAtRest(id),
      reading: readings.get(id) ?? null,
    };
  });
}
