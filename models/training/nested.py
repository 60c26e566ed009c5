"""Figures of what is tuned on one half of the faces and measured on the other, both ways."""

import numpy as np

from labels import derived_label, distribution
from metrics import best_thresholds, blend_accuracies, softmax, unthresholded

TEMPERATURES = np.linspace(0.5, 2.0, 151)


def calibrated(logits: np.ndarray, shares: np.ndarray) -> float:
    """The temperature of the lowest cross-entropy against the target shares."""
    losses = [-(shares * np.log(softmax(logits / t).clip(1e-12))).sum(1).mean() for t in TEMPERATURES]
    return float(TEMPERATURES[int(np.argmin(losses))])


def one_way(logits: np.ndarray, votes: np.ndarray, seen: np.ndarray) -> dict:
    """Temperature and thresholds from the faces in `seen`, figures of the others."""
    temperature = calibrated(logits[seen], distribution(votes[seen]))
    probabilities = softmax(logits / temperature)
    truths = [derived_label(row) for row in votes]
    _, alpha, beta, *_ = best_thresholds(probabilities[seen], [t for t, s in zip(truths, seen, strict=True) if s])
    unseen = [t for t, s in zip(truths, seen, strict=True) if not s]
    presence, salience = blend_accuracies(probabilities[~seen], unseen, alpha, beta)
    return {
        **unthresholded(probabilities[~seen], votes[~seen]),
        "acc_presence": presence,
        "acc_salience": salience,
        "objective": (presence + salience) / 2,
    }


def nested(logits: np.ndarray, votes: np.ndarray, halves: np.ndarray) -> list[dict]:
    """Figures of the second half tuned on the first, and of the first tuned on the second."""
    return [one_way(logits, votes, halves == half) for half in (0, 1)]
