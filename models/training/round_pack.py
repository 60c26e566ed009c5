"""Rounds the weights of an exported pack as export.py stores them: new files, sizes, digests and golden numbers."""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, numpy_helper

from export import file_entry, golden_input, rounded
from rounding import rounded_weights
from score import run


def round_weights(path: Path) -> None:
    """Rounds what is stored as halves in the file."""
    model = onnx.load(path)
    for tensor in model.graph.initializer:
        if tensor.data_type == TensorProto.FLOAT16:
            weights = rounded_weights(numpy_helper.to_array(tensor))
            tensor.CopyFrom(numpy_helper.from_array(weights, tensor.name))
    onnx.save(model, path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pack", type=Path, default=Path("../faces-48"))
    parser.add_argument("--version", required=True, help="of the pack with the rounded weights")
    args = parser.parse_args()
    manifest = args.pack / "pack.json"
    pack = json.loads(manifest.read_text())
    encoder, golden = pack["encoder"], pack["golden"]
    size = encoder["input"]["size"]

    for entry in (encoder, *pack["heads"]):
        path = args.pack / entry["file"]
        round_weights(path)
        entry.update(file_entry(path))
    features = run(args.pack / encoder["file"], golden_input(golden["seed"], size))
    before = np.array(golden["features"])
    print("golden features moved by at most", float(np.abs(features.ravel() - before).max()))
    golden["features"] = rounded(features)
    for head in pack["heads"]:
        golden["logits"][head["id"]] = rounded(run(args.pack / head["file"], features))
    pack["version"] = args.version
    manifest.write_text(json.dumps(pack, indent=1) + "\n")


if __name__ == "__main__":
    main()
