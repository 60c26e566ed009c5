"""Prints, as a table for the card, how a pack reads the validation faces under known disturbances."""

import argparse
from pathlib import Path

import numpy as np
import torch

from data import validation_faces
from disturb import CURVES
from labels import LABELS
from metrics import softmax, unthresholded
from score import logits_of_pack


def read(pack: Path, head: str | None, x: torch.Tensor) -> np.ndarray:
    return softmax(logits_of_pack(pack, head, (x.clamp(0, 1) * 255).round().to(torch.uint8).numpy()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--pack", type=Path, default=Path("../faces-48"))
    parser.add_argument("--head", help="the id of a head; the first one where not given")
    args = parser.parse_args()

    valid = validation_faces(args.data)
    x, votes = valid.images.float() / 255, valid.votes[:, : len(LABELS)]
    clean = read(args.pack, args.head, x)

    def row(name: str, amount: str, probabilities: np.ndarray) -> None:
        found = unthresholded(probabilities, votes)
        same = (probabilities.argmax(1) == clean.argmax(1)).mean()
        print(f"| {name} | {amount} | {found['accuracy']:.3f} | {found['uar']:.3f} | {found['kl']:.3f} | {same:.3f} |", flush=True)

    print("| disturbance | amount | accuracy | mean recall | KL | same answer |\n| --- | --- | --- | --- | --- | --- |")
    row("none", "", clean)
    for name, (disturb, amounts) in CURVES.items():
        for amount in amounts:
            row(name, f"{amount:g}", read(args.pack, args.head, disturb(x, amount)))


if __name__ == "__main__":
    main()
