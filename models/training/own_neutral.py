"""Reading a face against its own rest, as src/core/reading/own-neutral.ts does, for many faces at once."""

from dataclasses import dataclass

import numpy as np

from labels import NEUTRAL

OTHERS = [i for i in range(6) if i != NEUTRAL]
SHARE_OF_MARGIN, LOW, IMPLAUSIBLE = 0.8, 0.5, 3.0
MOST_ABOVE, MOST_BELOW = 4.0, 6.0


@dataclass(frozen=True)
class Form:
    """What own-neutral.ts holds as constants, and the margin."""

    margin: float = 1.5
    sharpness: float = 1.5
    personal: float = 0.3
    raised: float = 0.5


def relative(logits: np.ndarray) -> np.ndarray:
    return logits - logits[..., [NEUTRAL]]


def bounded(rest: np.ndarray, mean: np.ndarray, deviation: np.ndarray, margin: float) -> np.ndarray:
    prominence = ((rest - mean) / deviation)[..., OTHERS].max(-1, keepdims=True)
    lower = np.maximum(0, LOW - prominence) * deviation
    return np.clip(rest, mean - SHARE_OF_MARGIN * margin - lower, mean + IMPLAUSIBLE * deviation)


def against_neutral(logits: np.ndarray, rest: np.ndarray, pack: dict, form: Form = Form()) -> np.ndarray:
    """Logits relative to neutral's, read against `rest`, which is relative to neutral's as well."""
    mean, deviation = np.array(pack["rest"]["mean"]), np.array(pack["rest"]["deviation"])
    start = bounded(rest, mean, deviation, form.margin)
    now = relative(logits)
    rise = (now - start)[..., OTHERS].max(-1, keepdims=True) - form.margin
    among = now - form.personal * (start - mean) - form.raised * np.log(pack["prior"])
    below = among[..., OTHERS].max(-1, keepdims=True) - among
    read = np.minimum(form.sharpness * rise, MOST_ABOVE) - np.minimum(below, MOST_BELOW)
    read[..., NEUTRAL] = 0
    return read


def subtracted(logits: np.ndarray, rest: np.ndarray, margin: float) -> np.ndarray:
    """The plain form: every emotion lies the margin below neutral at rest."""
    read = relative(logits) - rest - margin
    read[..., NEUTRAL] = 0
    return read
