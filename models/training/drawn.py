"""Drawn faces as the page's worker cuts them, recorded by `npm run drawn -- --out FILE`."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from labels import NEUTRAL
from own_neutral import relative
from score import logits_of_pack

MOMENTS, SIDE, STEPS = 3, 48, 11


@dataclass(frozen=True)
class Drawn:
    """Faces, one a row; logits are the mean over three moments of the same expression."""

    logits: np.ndarray  # [N,6]
    shares: np.ndarray  # [N,6], what is drawn
    look: np.ndarray  # [N], who

    def of(self, rows: np.ndarray) -> "Drawn":
        return Drawn(self.logits[rows], self.shares[rows], self.look[rows])

    def labels(self) -> list[dict[int, int]]:
        return [{int(i): round(100 * row[i]) for i in np.flatnonzero(row)} for row in self.shares]


def drawn(path: Path, pack: Path, head: str | None) -> dict[str, Drawn]:
    """`singles`, `blends` and `steps` of a recording, read by a head of a pack."""
    recording = json.loads(path.read_text())
    return {kind: read(recording[kind], pack, head) for kind in ("singles", "blends", "steps")}


def read(shots: list[dict], pack: Path, head: str | None) -> Drawn:
    if any(shot["read"] is None for shot in shots):
        raise SystemExit("a drawn face was not read: record again")
    crops = np.array([shot["read"]["crop"] for shot in shots], np.uint8).reshape(-1, 1, SIDE, SIDE)
    logits = logits_of_pack(pack, head, crops).reshape(-1, MOMENTS, 6).mean(1)
    shares = np.array([shot["shares"] for shot in shots])[::MOMENTS]
    return Drawn(logits, shares, np.array([shot["look"] for shot in shots])[::MOMENTS])


def rests(singles: Drawn) -> np.ndarray:
    """Logits of each look at rest, relative to neutral's [looks,6]."""
    calm = singles.shares[:, NEUTRAL] == 1
    return relative(singles.logits[calm][np.argsort(singles.look[calm])])


def top_right(logits: np.ndarray, faces: Drawn) -> int:
    return int((logits.argmax(1) == faces.shares.argmax(1)).sum())


def pair_right(logits: np.ndarray, faces: Drawn) -> int:
    """Blends whose two emotions are the two most probable."""
    pairs = np.sort(np.argsort(-logits, 1)[:, :2], 1)
    return int((pairs == np.sort(np.argsort(-faces.shares, 1, kind="stable")[:, :2], 1)).all(1).sum())


def rank_correlations(logits: np.ndarray, faces: Drawn) -> np.ndarray:
    """Of drawn and read share along each ten-step blend; the read share is the first's part of both."""
    found = []
    for start in range(0, len(logits), STEPS):
        part = slice(start, start + STEPS)
        one, other = np.flatnonzero(faces.shares[part].sum(0))
        found.append(spearman(faces.shares[part, one], logits[part, one] - logits[part, other]))
    return np.array(found)


def spearman(a: np.ndarray, b: np.ndarray) -> float:
    def ranks(values: np.ndarray) -> np.ndarray:
        return np.argsort(np.argsort(values))

    return float(np.corrcoef(ranks(a), ranks(b))[0, 1])
