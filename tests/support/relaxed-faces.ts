import type { RelaxedFaces } from '../../src/core/reading/relaxed-faces.ts';

/** As measured on faces that nearly all taggers called neutral, rounded. */
export const RELAXED: RelaxedFaces = {
  margin: 1.5,
  thresholds: { alpha: 0.14, beta: 0.6 },
  prior: [0.1, 0.02, 0.04, 0.3, 0.17, 0.37],
  mean: [-4, -4.7, -5, -4.5, -2.6, 0],
  deviation: [1.6, 1.3, 1.6, 1.7, 1.4, 1],
};
