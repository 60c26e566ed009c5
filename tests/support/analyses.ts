import type {
  AnalysedFace,
  Analysis,
  FaceOutput,
  Timings,
} from '../../src/core/reading/analysis.ts';
import type { Logits } from '../../src/core/blemore/emotions.ts';
import { faceAt } from './faces.ts';

const NO_TIMINGS: Timings = { picture: 0, detect: 0, readers: [], total: 0 };

/** A face somewhere, with the outputs of the readers there are. */
export function analysedFace(
  id: number,
  primary: boolean,
  ...outputs: readonly FaceOutput[]
): AnalysedFace {
  const face = { ...faceAt(100, 100, 50), id };
  return { face, primary, outputs, crops: outputs.map(() => null) };
}

/** An analysis of a 640×360 frame. */
export function analysisWith(capturedAt: number, ...faces: readonly AnalysedFace[]): Analysis {
  return { capturedAt, size: { width: 640, height: 360 }, faces, timings: NO_TIMINGS };
}

export function readAs(logits: Logits, at: number): FaceOutput {
  return { kind: 'read', logits, at };
}
