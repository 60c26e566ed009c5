"""Scores a pack's default head on a file of the FER+ layout with ONNX Runtime: the figures and the confusion matrix."""

import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime

from labels import class_votes, derived_label, distribution, usable
from metrics import blend_accuracies, figures, softmax


def run(path: Path, inputs: np.ndarray) -> np.ndarray:
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    return session.run(None, {session.get_inputs()[0].name: inputs})[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--pack", type=Path, default=Path("../ferplus-48"))
    parser.add_argument("--head", help="the id of a head; the first one where not given")
    args = parser.parse_args()
    pack = json.loads((args.pack / "pack.json").read_text())
    head = next(h for h in pack["heads"] if args.head in (None, h["id"]))

    faces = np.load(args.file)
    rows = usable(faces["votes"])
    images = faces["images"][rows].astype(np.float32)[:, None] / 255 * 2 - 1
    target = distribution(class_votes(faces["votes"][rows])[:, :6])
    logits = run(args.pack / head["file"], run(args.pack / pack["encoder"]["file"], images))
    probabilities = softmax(logits.astype(np.float64))
    alpha, beta = pack["decision"]["alpha"], pack["decision"]["beta"]
    at_pack = blend_accuracies(probabilities, [derived_label(t) for t in target], alpha, beta)
    print(json.dumps({"head": head["id"], "at_pack_thresholds": at_pack, **figures(probabilities, target)}, indent=1))


if __name__ == "__main__":
    main()
