"""What reading against a rest does for each margin m, with another person's rest as the reference.

No data here holds one person twice, so every reference is a stranger's calm face, the worst case: what is shown is the
course over m, not the figures to expect.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from data import validation_faces
from halves import half_of
from labels import LABELS, NEUTRAL, distribution
from own_neutral import Form, against_neutral, relative
from score import logits_of_pack
from smiles import smiles

MARGINS = (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0)
# A face this many of its votes call neutral is at rest.
CALM = 0.8
REFERENCES = 200
HAPPINESS = LABELS.index("hap")


def by_votes(logits: np.ndarray, shares: np.ndarray, pack: dict, margin: float, seed: int) -> tuple[float, float]:
    """(mean recall of six, accuracy) over faces with a clear label, each against random calm references."""
    generator = np.random.default_rng(seed)
    calm = logits[shares[:, NEUTRAL] >= CALM]
    clear = shares.max(1) >= 0.5
    scored, truth = logits[clear], shares[clear].argmax(1)
    right = np.zeros(len(scored))
    for rest in calm[generator.integers(0, len(calm), REFERENCES)]:
        right += against_neutral(scored, relative(rest), pack, Form(margin)).argmax(1) == truth
    right /= REFERENCES
    return float(np.mean([right[truth == label].mean() for label in range(len(LABELS))])), float(right.mean())


def by_smiles(logits: np.ndarray, smiling: np.ndarray, pack: dict, margin: float, seed: int) -> tuple[float, float]:
    """(smiles led by happiness, other faces that stay neutral), each against random faces that do not smile."""
    generator = np.random.default_rng(seed)
    rests = logits[~smiling]
    led, calm = 0.0, 0.0
    for rest in rests[generator.integers(0, len(rests), REFERENCES)]:
        answer = against_neutral(logits, relative(rest), pack, Form(margin)).argmax(1)
        led += (answer[smiling] == HAPPINESS).mean()
        calm += (answer[~smiling] == NEUTRAL).mean()
    return led / REFERENCES, calm / REFERENCES


def relaxed(logits: np.ndarray, shares: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean and standard deviation of calm faces' logits relative to neutral's; neutral's deviation counts as 1."""
    calm = logits[shares[:, NEUTRAL] >= CALM]
    above = relative(calm)
    deviation = above.std(0)
    deviation[NEUTRAL] = 1
    return above.mean(0), deviation


def write(path: Path, mean: np.ndarray, deviation: np.ndarray) -> None:
    """Makes them the pack's own, beside the margin."""
    pack = json.loads(path.read_text())
    digits = {"mean": mean.round(2).tolist(), "deviation": deviation.round(2).tolist()}
    pack["decision"]["rest"].update(digits)
    path.write_text(json.dumps(pack, indent=1) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("genki", type=Path)
    parser.add_argument("--pack", type=Path, default=Path("../faces-48"))
    parser.add_argument("--head", help="the id of a head; the first one where not given")
    parser.add_argument("--write", action="store_true", help="put the relaxed faces' logits into pack.json")
    args = parser.parse_args()

    valid, held_out = validation_faces(args.data), smiles(args.genki, half=1)
    logits = logits_of_pack(args.pack, args.head, valid.images.numpy())
    smile_logits = logits_of_pack(args.pack, args.head, held_out.images.numpy())
    shares, smiling = distribution(valid.votes[:, : len(LABELS)]), held_out.smile.numpy() > 0.5
    halves = half_of(valid.ids)
    mean, deviation = relaxed(logits, shares)
    print("relaxed faces, relative to neutral: mean", mean.round(2).tolist(), "deviation", deviation.round(2).tolist())
    if args.write:
        write(args.pack / "pack.json", mean, deviation)
    pack = json.loads((args.pack / "pack.json").read_text())["decision"]
    pack["rest"].update(mean=mean.tolist(), deviation=deviation.tolist())
    print("   m | half 0: recall accuracy | half 1: recall accuracy | smiles happy, others neutral")
    for margin in MARGINS:
        votes = [by_votes(logits[halves == half], shares[halves == half], pack, margin, seed=half) for half in (0, 1)]
        led, calm = by_smiles(smile_logits, smiling, pack, margin, seed=2)
        cells = "".join(f" | {recall:.3f} {accuracy:.3f}" for recall, accuracy in votes)
        print(f"{margin:4.1f}{cells} | {led:.3f} {calm:.3f}")


if __name__ == "__main__":
    main()
