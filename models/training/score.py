"""Scores a pack's default head on a file of the FER+ layout with ONNX Runtime: the figures and the confusion matrix."""

import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime

from labels import class_votes, derived_label, usable
from metrics import blend_accuracies, figures, softmax

DATASET = "FER+ validation, six-class protocol"


def run(path: Path, inputs: np.ndarray) -> np.ndarray:
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    return session.run(None, {session.get_inputs()[0].name: inputs})[0]


def write(path: Path, scores: dict) -> None:
    """Makes the file's figures and thresholds the pack's own."""
    pack = json.loads(path.read_text())
    pack["decision"].update(alpha=scores["alpha"], beta=scores["beta"])
    names = ("n", "accuracy", "uar", "kl", "acc_presence", "acc_salience")
    pack["metrics"] = [{"dataset": DATASET, "figures": {name: round(scores[name], 4) for name in names}}]
    path.write_text(json.dumps(pack, indent=1) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--pack", type=Path, default=Path("../ferplus-48"))
    parser.add_argument("--head", help="the id of a head; the first one where not given")
    parser.add_argument("--write", action="store_true", help="put the best thresholds and the figures into pack.json")
    args = parser.parse_args()
    pack = json.loads((args.pack / "pack.json").read_text())
    head = next(h for h in pack["heads"] if args.head in (None, h["id"]))

    faces = np.load(args.file)
    rows = usable(faces["votes"])
    images = faces["images"][rows].astype(np.float32)[:, None] / 255 * 2 - 1
    votes = class_votes(faces["votes"][rows])[:, :6]
    logits = run(args.pack / head["file"], run(args.pack / pack["encoder"]["file"], images))
    probabilities = softmax(logits.astype(np.float64))
    alpha, beta = pack["decision"]["alpha"], pack["decision"]["beta"]
    at_pack = blend_accuracies(probabilities, [derived_label(row) for row in votes], alpha, beta)
    scores = figures(probabilities, votes)
    print(json.dumps({"head": head["id"], "at_pack_thresholds": at_pack, **scores}, indent=1))
    if args.write:
        write(args.pack / "pack.json", scores)


if __name__ == "__main__":
    main()
