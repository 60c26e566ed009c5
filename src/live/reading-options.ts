import type { ModelPack } from '../core/pack/schema.ts';
import type { ReadingOptions } from '../core/reading/face-reader.ts';
import type { Settings } from '../core/session/settings.ts';

/** How far rare emotions are raised for faces whose own neutral is not known. */
const TAU = { everyday: 0, acted: 0.5 } as const;

/** How a pack's logits are read: as the visitor has set it, and as the pack says where nothing is set. */
export function readingOptions(settings: Settings, { decision }: ModelPack): ReadingOptions {
  const { alpha, beta, smoothing, prior, rest = null } = decision;
  return {
    smoothing: settings.smoothing ?? smoothing,
    thresholds: { alpha: settings.alpha ?? alpha, beta: settings.beta ?? beta },
    steady: settings.steady,
    adjustments: {
      relaxedFaces: settings.ownNeutral ? rest : null,
      prior: prior === undefined ? null : { prior, tau: TAU[settings.expect] },
    },
  };
}
