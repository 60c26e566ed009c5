import type { Thresholds } from '../core/blemore/prediction.ts';
import type { ModelPack } from '../core/pack/schema.ts';
import { thresholdsAt, type ReadingOptions } from '../core/reading/face-reader.ts';
import type { OwnNeutral } from '../core/reading/own-neutral.ts';
import { relaxedFacesOf } from '../core/reading/relaxed-faces.ts';
import type { Settings } from '../core/session/settings.ts';

/** How far rare emotions are raised for faces whose own neutral is not known. */
const TAU = { everyday: 0, acted: 0.5 } as const;

/** How a pack's logits are read: as the visitor has set it, and as the pack says where nothing is set. */
export function readingOptions(settings: Settings, { decision }: ModelPack): ReadingOptions {
  const { smoothing, prior } = decision;
  const relaxedFaces = settings.ownNeutral ? relaxedFacesOf(decision) : null;
  const chosen = ({ alpha, beta }: Thresholds): Thresholds => ({
    alpha: settings.alpha ?? alpha,
    beta: settings.beta ?? beta,
  });
  return {
    smoothing: settings.smoothing ?? smoothing,
    thresholds: chosen(decision),
    ownThresholds: chosen(relaxedFaces?.thresholds ?? decision),
    steady: settings.steady,
    adjustments: {
      relaxedFaces,
      prior: prior === undefined ? null : { prior, tau: TAU[settings.expect] },
    },
  };
}

/** From which probability on an emotion is present in a face; null before there is a pack. */
export function presentFrom(
  settings: Settings,
  pack: ModelPack | null,
  own: OwnNeutral | null,
): number | null {
  if (pack === null) return settings.alpha;
  return thresholdsAt(own?.confidence ?? 0, readingOptions(settings, pack)).alpha;
}
