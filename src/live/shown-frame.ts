import { lastCorner } from '../core/geometry/boxes.ts';
import { largestDifference } from '../core/math/largest-difference.ts';
import type { AnalysedFace, Analysis, FaceOutput } from '../core/reading/analysis.ts';

/**
 * A box that has moved by less, as a share of the frame's longer side, is not seen to: two pixels of
 * a frame 640 wide.
 */
const LEAST_MOTION = 0.003;

/** Whether the page would show a frame's faces as it shows those of another. */
export function looksAlike(shown: Analysis | null, now: Analysis): boolean {
  if (shown === null) return false;
  const { width, height } = now.size;
  if (shown.size.width !== width || shown.size.height !== height) return false;
  if (shown.faces.length !== now.faces.length) return false;
  const most = LEAST_MOTION * Math.max(width, height);
  return now.faces.every((face, place) => looksAsBefore(shown.faces[place]!, face, most));
}

function looksAsBefore(before: AnalysedFace, now: AnalysedFace, most: number): boolean {
  if (before.face.id !== now.face.id || before.primary !== now.primary) return false;
  if (largestDifference(corners(before), corners(now)) > most) return false;
  if (before.outputs.length !== now.outputs.length) return false;
  return now.outputs.every((output, reader) => saysAsBefore(before.outputs[reader]!, output));
}

function corners({ face: { box } }: AnalysedFace): readonly number[] {
  const last = lastCorner(box);
  return [box.x, box.y, last.x, last.y];
}

/** What is read changes with each frame, and is shown by itself. */
function saysAsBefore(before: FaceOutput, now: FaceOutput): boolean {
  if (before.kind === 'implausible' && now.kind === 'implausible') {
    return before.reason === now.reason;
  }
  return before.kind === now.kind;
}
