"""The six-class protocol over FER+ votes: which faces count, and what their labels are."""

import numpy as np

LABELS = ("ang", "disg", "fea", "hap", "sad", "neu")
NEUTRAL = LABELS.index("neu")

# Columns of the votes array: neutral, happiness, surprise, sadness, anger, disgust, fear, contempt,
# unknown, not-a-face. The first six of this order are LABELS; surprise and contempt are auxiliary.
CLASS_COLUMNS = (4, 5, 6, 1, 3, 0, 2, 7)
REJECT_COLUMNS = (8, 9)


def class_votes(votes: np.ndarray) -> np.ndarray:
    """N×10 votes -> N×8 votes: LABELS, then surprise and contempt."""
    return votes[:, CLASS_COLUMNS].astype(int)


def usable(votes: np.ndarray) -> np.ndarray:
    """Faces the six-class protocol scores."""
    eight = class_votes(votes)
    six, auxiliary = eight[:, :6].sum(1), eight[:, 6:].sum(1)
    rejected = votes[:, REJECT_COLUMNS].sum(1)
    return (six >= 5) & (six > auxiliary) & (six > rejected)


def trainable(votes: np.ndarray) -> np.ndarray:
    """Faces worth training on: also surprise and contempt, which only the auxiliary loss sees."""
    known = class_votes(votes).sum(1)
    return (known >= 5) & (known > votes[:, REJECT_COLUMNS].sum(1))


def distribution(counts: np.ndarray) -> np.ndarray:
    """Votes -> shares, row by row."""
    return counts / counts.sum(1, keepdims=True)


def derived_label(votes: np.ndarray) -> dict[int, int]:
    """Six counts -> {class index: salience}; a blend only where both hold at least a quarter of the votes.

    Counted in whole votes: as floating-point shares, .6 - .4 would be more than .2.
    """
    total = int(votes.sum())
    first, second = np.argsort(-votes, kind="stable")[:2]
    if 4 * votes[second] < total:
        return {int(first): 100}
    if NEUTRAL in (first, second):
        emotion = second if first == NEUTRAL else first
        return {int(emotion if votes[emotion] >= votes[NEUTRAL] else NEUTRAL): 100}
    if 5 * (votes[first] - votes[second]) <= total:
        return {int(first): 50, int(second): 50}
    return {int(first): 70, int(second): 30}
