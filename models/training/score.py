"""Scores a pack's heads on a file of the FER+ layout with ONNX Runtime: nested figures and the confusion matrix."""

import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime

from halves import half_of
from labels import class_votes, derived_label, usable
from metrics import best_thresholds, blend_accuracies, softmax, unthresholded
from nested import nested

DATASET = "FER+ validation, six-class protocol, nested halves"
BATCH = 256


def run(path: Path, inputs: np.ndarray) -> np.ndarray:
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    return np.concatenate([session.run(None, {name: part})[0] for part in batches(inputs)])


def batches(inputs: np.ndarray) -> list[np.ndarray]:
    return [inputs[start : start + BATCH] for start in range(0, len(inputs), BATCH)]


def logits_of_pack(pack: Path, head: str | None, images: np.ndarray) -> np.ndarray:
    """Six logits for uint8 images [N,1,48,48], by the head of that id or the first."""
    manifest = json.loads((pack / "pack.json").read_text())
    chosen = next(h for h in manifest["heads"] if head in (None, h["id"]))
    inputs = images.astype(np.float32) / 255 * 2 - 1
    features = run(pack / manifest["encoder"]["file"], inputs)
    return run(pack / chosen["file"], features).astype(np.float64)


def write(path: Path, ways: list[dict]) -> None:
    """Makes the nested figures those that the pack states."""
    pack = json.loads(path.read_text())
    names = ("accuracy", "uar", "kl", "acc_presence", "acc_salience")
    figures = {name: round(float(np.mean([way[name] for way in ways])), 4) for name in names}
    pack["metrics"] = [{"dataset": DATASET, "figures": {"n": sum(way["n"] for way in ways), **figures}}]
    path.write_text(json.dumps(pack, indent=1) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--pack", type=Path, default=Path("../faces-48"))
    parser.add_argument("--head", help="the id of a head; the first one where not given")
    parser.add_argument("--tau", type=float, default=0.0, help="shift the logits by -tau · log(prior)")
    parser.add_argument("--write", action="store_true", help="put the figures into pack.json")
    args = parser.parse_args()
    decision = json.loads((args.pack / "pack.json").read_text())["decision"]

    faces = np.load(args.file)
    rows = usable(faces["votes"])
    votes = class_votes(faces["votes"][rows])[:, :6]
    logits = logits_of_pack(args.pack, args.head, faces["images"][rows][:, None])
    if args.tau:
        logits = logits - args.tau * np.log(decision["prior"])
    probabilities = softmax(logits)
    truths = [derived_label(row) for row in votes]
    at_pack = blend_accuracies(probabilities, truths, decision["alpha"], decision["beta"])
    _, alpha, beta, *_ = best_thresholds(probabilities, truths)
    ways = nested(logits, votes, half_of(faces["ids"][rows]))
    whole = unthresholded(probabilities, votes)
    print(json.dumps({"at_pack_thresholds": at_pack, "alpha": alpha, "beta": beta, "whole": whole, "nested": ways}, indent=1))
    if args.write:
        write(args.pack / "pack.json", ways)


if __name__ == "__main__":
    main()
