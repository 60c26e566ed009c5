"""Figures of the six-class protocol: accuracy, UAR, KL, and the BLEMORE decision rule's two accuracies."""

import numpy as np

from labels import NEUTRAL, derived_label, distribution

THRESHOLDS = np.linspace(0.05, 0.95, 20)


def softmax(logits: np.ndarray) -> np.ndarray:
    shifted = np.exp(logits - logits.max(1, keepdims=True))
    return shifted / shifted.sum(1, keepdims=True)


def decide(p: np.ndarray, alpha: float, beta: float) -> dict[int, int]:
    """The BLEMORE rule on six probabilities -> {class index: salience}."""
    first, second = np.argsort(-p, kind="stable")[:2]
    if p[first] < alpha or p[second] < alpha:
        return {int(first): 100}
    if NEUTRAL in (first, second):
        emotion = second if first == NEUTRAL else first
        return {int(emotion if p[emotion] >= p[NEUTRAL] else NEUTRAL): 100}
    if abs(p[first] - p[second]) <= beta:
        return {int(first): 50, int(second): 50}
    return {int(first): 70, int(second): 30}


def blend_accuracies(probabilities: np.ndarray, truths: list[dict[int, int]], alpha: float, beta: float):
    """(ACC_presence, ACC_salience)."""
    predictions = [decide(p, alpha, beta) for p in probabilities]
    presence = np.mean([set(p) == set(t) for p, t in zip(predictions, truths, strict=True)])
    blends = [(p, t) for p, t in zip(predictions, truths, strict=True) if len(t) == 2]
    salience = np.mean([p == t for p, t in blends]) if blends else 0.0
    return float(presence), float(salience)


def best_thresholds(probabilities: np.ndarray, truths: list[dict[int, int]]):
    """(objective, alpha, beta, presence, salience); ties go to the smallest alpha, then beta."""
    best = None
    for alpha in THRESHOLDS:
        for beta in THRESHOLDS:
            presence, salience = blend_accuracies(probabilities, truths, alpha, beta)
            objective = 0.5 * presence + 0.5 * salience
            if best is None or objective > best[0]:
                best = (objective, float(alpha), float(beta), presence, salience)
    return best


def unthresholded(probabilities: np.ndarray, votes: np.ndarray) -> dict:
    """The figures that need no thresholds, of N×6 probabilities against N×6 votes."""
    shares = distribution(votes)
    truth, answer = shares.argmax(1), probabilities.argmax(1)
    confusion = np.zeros((6, 6), int)
    np.add.at(confusion, (truth, answer), 1)
    recalls = confusion.diagonal() / confusion.sum(1).clip(1)
    kl = np.where(shares > 0, shares * (np.log(shares.clip(1e-12)) - np.log(probabilities.clip(1e-12))), 0)
    return {
        "n": len(shares),
        "accuracy": float((truth == answer).mean()),
        "uar": float(recalls.mean()),
        "kl": float(kl.sum(1).mean()),
        "recalls": recalls.round(3).tolist(),
        "confusion": confusion.tolist(),
    }


def figures(probabilities: np.ndarray, votes: np.ndarray) -> dict:
    """All figures of N×6 probabilities against N×6 votes, at the grid's best thresholds."""
    objective, alpha, beta, presence, salience = best_thresholds(
        probabilities, [derived_label(row) for row in votes]
    )
    return {
        **unthresholded(probabilities, votes),
        "acc_presence": presence,
        "acc_salience": salience,
        "objective": objective,
        "alpha": alpha,
        "beta": beta,
    }


def area_under_curve(scores: np.ndarray, positive: np.ndarray) -> float:
    """The chance that a positive has the higher score; ties count half."""
    values, inverse = np.unique(scores, return_inverse=True)
    counts = np.bincount(inverse, minlength=len(values))
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    positives = int(positive.sum())
    return float((ranks[positive].sum() - positives * (positives + 1) / 2) / (positives * (len(scores) - positives)))
