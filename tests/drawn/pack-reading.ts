import type { ModelPack } from '../../src/core/pack/schema.ts';
import type { ReadingOptions } from '../../src/core/reading/face-reader.ts';
import { relaxedFacesOf } from '../../src/core/reading/relaxed-faces.ts';

/** As the live page reads with a pack where nothing is set otherwise. */
export function readingOptionsOf({ decision }: ModelPack): ReadingOptions {
  const relaxedFaces = relaxedFacesOf(decision);
  return {
    smoothing: decision.smoothing,
    thresholds: decision,
    ownThresholds: relaxedFaces?.thresholds ?? decision,
    steady: true,
    adjustments: { relaxedFaces, prior: null },
  };
}
