import { invert } from '../../core/geometry/affine.ts';
import type { Analysis } from '../../core/reading/analysis.ts';
import type { Report, ReportFrame } from '../../core/report/schema.ts';
import type { KnownFaces } from '../../core/tracking/known-faces.ts';
import { transformFace } from '../../core/tracking/movement.ts';

const NO_TIMINGS = { picture: 0, detect: 0, readers: [], total: 0 } as const;

/** What a replay knows of its frames. */
export interface Replay {
  readonly report: Report;
  /** The recorded frame that was told at a time; null for any other time. */
  frameAt(capturedAt: number): ReportFrame | null;
}

/** The faces of a recorded frame that were read, in the pixels of its picture. */
export function facesInPicture({ faces, picture }: ReportFrame): KnownFaces {
  const toPicture = picture === null ? null : invert(picture.toFrame);
  const read = faces
    .filter(({ output }) => output.kind === 'read')
    .map(({ face, primary }) => ({
      face: toPicture === null ? face : transformFace(face, toPicture),
      primary,
    }));
  const primary = read.find((face) => face.primary)?.face.id ?? null;
  return { faces: read.map(({ face }) => face), primary };
}

/** What was recorded of a frame, as if it were analysed at a time. */
export function recordedAnalysis({ at, size, faces }: ReportFrame, capturedAt: number): Analysis {
  return {
    capturedAt,
    size,
    faces: faces.map(({ face, primary, output }) => ({
      face,
      primary,
      outputs: [output.kind === 'read' ? { ...output, at: capturedAt - at + output.at } : output],
      crops: [null],
    })),
    timings: NO_TIMINGS,
  };
}
