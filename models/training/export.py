"""Writes a pack: encoder.onnx and the heads, weights stored as halves, with golden numbers and pack.json."""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from labels import LABELS
from network import INPUT_SIZE
from rounding import rounded_weights

TOLERANCE = 2e-3
CHECKED_INPUTS = 256
GOLDEN_SEED = 20240613


def export(module: nn.Module, shape: tuple[int, ...], names: tuple[str, str], path: Path) -> None:
    """Writes module as ONNX with a free batch dimension."""
    torch.onnx.export(
        module,
        (torch.zeros(2, *shape),),
        path,
        input_names=[names[0]],
        output_names=[names[1]],
        dynamic_shapes=({0: torch.export.Dim("batch")},),
        opset_version=18,
        external_data=False,
        dynamo=True,
    )
    onnx.save(halved(plain(onnx.load(path))), path)


def plain(model: onnx.ModelProto) -> onnx.ModelProto:
    """Drops what the exporter notes about the source code: it is of no use to a browser."""
    for node in model.graph.node:
        node.ClearField("metadata_props")
        node.ClearField("doc_string")
    for value in (*model.graph.input, *model.graph.output):
        value.ClearField("metadata_props")
    model.graph.ClearField("value_info")
    model.graph.ClearField("metadata_props")
    model.ClearField("functions")
    return model


def halved(model: onnx.ModelProto) -> onnx.ModelProto:
    """Stores float32 weights as rounded float16 behind a Cast, which runtimes fold when they load: half the bytes, same ops."""
    casts = []
    for tensor in model.graph.initializer:
        if tensor.data_type != TensorProto.FLOAT or np.prod(tensor.dims) < 64:
            continue
        name = tensor.name
        stored = numpy_helper.from_array(rounded_weights(numpy_helper.to_array(tensor)), f"{name}.half")
        tensor.CopyFrom(stored)
        casts.append(helper.make_node("Cast", [stored.name], [name], to=TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    model.graph.ClearField("node")
    model.graph.node.extend(nodes)
    onnx.checker.check_model(model, full_check=True)
    return model


def round_as_stored(module: nn.Module) -> nn.Module:
    """Rounds the weights as they are stored, so that torch and the file agree to the last digits."""
    with torch.no_grad():
        for parameter in module.parameters():
            if parameter.numel() >= 64:
                parameter.copy_(torch.from_numpy(rounded_weights(parameter.numpy())))
    return module


def folded(encoder: nn.Module) -> nn.Module:
    """The encoder with every batch norm folded into its convolution."""
    for module in list(encoder.modules()):
        for name, child in list(module.named_children()):
            if isinstance(child, nn.Sequential) and len(child) == 2 and isinstance(child[1], nn.BatchNorm2d):
                setattr(module, name, torch.nn.utils.fuse_conv_bn_eval(child[0], child[1]))
    return encoder


def difference(module: nn.Module, path: Path, inputs: np.ndarray) -> float:
    """Largest absolute difference between torch and ONNX Runtime."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    (theirs,) = session.run(None, {session.get_inputs()[0].name: inputs})
    with torch.no_grad():
        ours = module(torch.from_numpy(inputs)).numpy()
    return float(np.abs(ours - theirs).max())


def mulberry32(seed: int, count: int) -> np.ndarray:
    """The generator the page fills its golden input with, in 0..1."""
    state, mask = seed & 0xFFFFFFFF, 0xFFFFFFFF
    out = np.empty(count, np.float32)
    for i in range(count):
        state = (state + 0x6D2B79F5) & mask
        t = state
        t = ((t ^ (t >> 15)) * (t | 1)) & mask
        t ^= (t + (((t ^ (t >> 7)) * (t | 61)) & mask)) & mask
        out[i] = ((t ^ (t >> 14)) & mask) / 2**32
    return out


def golden_input(seed: int, size: int) -> np.ndarray:
    return mulberry32(seed, size**2).reshape(1, 1, size, size)


def file_entry(path: Path) -> dict:
    data = path.read_bytes()
    return {"file": path.name, "sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}


def rounded(values: np.ndarray) -> list[float]:
    return [float(f"{value:.6g}") for value in values.ravel()]


def shares(values: list[float]) -> list[float]:
    """Four digits, of which the sum is one."""
    kept = [round(value, 4) for value in values]
    largest = max(range(len(kept)), key=kept.__getitem__)
    kept[largest] = round(kept[largest] + 1 - sum(kept), 4)
    return kept


def licence(genki: bool) -> str:
    smiles = ", GENKI-4K photographs (research use)" if genki else ""
    return f"Weights: Apache-2.0, trained on FER2013 pixels (no redistribution licence), FER+ votes (MIT){smiles}; see the card"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="the folder that heads.py wrote pack.pt into")
    parser.add_argument("--out", type=Path, default=Path("../faces-48"))
    parser.add_argument("--name", default="Faces 48")
    parser.add_argument("--default", default="mlp-256", help="the head the page starts with")
    parser.add_argument("--version", default="2.2.0")
    parser.add_argument("--genki", action="store_true", help="the encoder has seen GENKI-4K")
    parser.add_argument("--margin", type=float, default=1.5, help="rest.py shows what it does")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    trained = torch.load(args.run / "pack.pt", weights_only=False)

    encoder = round_as_stored(folded(trained["encoder"].eval()))
    encoder_path = args.out / "encoder.onnx"
    export(encoder, (1, INPUT_SIZE, INPUT_SIZE), ("image", "features"), encoder_path)
    generator = np.random.default_rng(GOLDEN_SEED)
    images = generator.uniform(-1, 1, (CHECKED_INPUTS, 1, INPUT_SIZE, INPUT_SIZE)).astype(np.float32)
    differences = {"encoder": difference(encoder, encoder_path, images)}

    golden = torch.from_numpy(golden_input(GOLDEN_SEED, INPUT_SIZE))
    with torch.no_grad():
        features, batch = encoder(golden), encoder(torch.from_numpy(images))
    order = sorted(trained["heads"], key=lambda name: name != args.default)
    heads, logits = [], {}
    for name in order:
        head = round_as_stored(trained["heads"][name].eval())
        path = args.out / ("head.onnx" if name == args.default else f"head-{name}.onnx")
        export(head, (encoder.dimension,), ("features", "logits"), path)
        differences[name] = difference(head, path, batch.numpy())
        heads.append({"id": name, **file_entry(path), "kind": name})
        with torch.no_grad():
            logits[name] = rounded(head(features).numpy())
    print("largest differences to ONNX Runtime:", differences)
    if max(differences.values()) > 1e-4:
        raise SystemExit("torch and ONNX Runtime disagree")

    pack = {
        "format": 1,
        "id": args.out.resolve().name,
        "name": args.name,
        "version": args.version,
        "licence": licence(args.genki),
        "labels": list(LABELS),
        "encoder": {
            **file_entry(encoder_path),
            "input": {
                "size": INPUT_SIZE,
                "channels": "gray",
                "layout": "NCHW",
                "scale": 1 / 255,
                "mean": [0.5],
                "std": [0.5],
            },
            "crop": {"kind": "face", "eyes": {"x": 0.5, "y": 0.4, "distance": 0.375}},
            "output": "features",
            "dimension": encoder.dimension,
        },
        "temporal": {"kind": "frame"},
        "heads": heads,
        # rest.py, decision.py and score.py --write measure the exported files and fill in the rest.
        "decision": {
            "alpha": 0.1,
            "beta": 0.1,
            "smoothing": 0.3,
            "prior": shares(trained["prior"]),
            "rest": {"margin": args.margin, "alpha": 0.1, "beta": 0.1},
        },
        "golden": {
            "seed": GOLDEN_SEED,
            "features": rounded(features.numpy()),
            "logits": logits,
            "tolerance": TOLERANCE,
        },
        "metrics": [],
        "card": "CARD.md",
    }
    (args.out / "pack.json").write_text(json.dumps(pack, indent=1) + "\n")


if __name__ == "__main__":
    main()
