"""Writes a pack around an encoder: heads, golden numbers, manifest and card."""

import json
from pathlib import Path

import numpy as np
import onnx
from onnx import helper, numpy_helper
from torch import nn

from encoder import Encoder
from graph import VARIANTS, data_files, file_entry, relative_difference, run, run_torch, write_graph

LABELS = ("ang", "disg", "fea", "hap", "sad", "neu")
STATISTICS = ("mean", "std", "p10", "p25", "p50", "p75", "p90")
# How long the live page aggregates; the clips of the challenge take a few seconds.
SECONDS = 4
GOLDEN_SEED = 20240613
# Share of the largest feature by which another backend may differ: its kernels add in another order, and where weights
# are stored in few bits it may round the other factor as well.
TOLERANCES = {"fp32": 2e-3, "fp16": 2e-3, "int8": 5e-2, "q4": 1e-1}
# torch against ONNX Runtime on the same weights.
MOST_APART = 1e-3


def mulberry32(seed: int, count: int) -> np.ndarray:
    """The generator the page fills its golden input with, in 0..1."""
    with np.errstate(over="ignore"):
        state = np.uint32(seed) + np.uint32(0x6D2B79F5) * np.arange(1, count + 1, dtype=np.uint32)
        mixed = (state ^ (state >> np.uint32(15))) * (state | np.uint32(1))
        mixed ^= mixed + (mixed ^ (mixed >> np.uint32(7))) * (mixed | np.uint32(61))
    return ((mixed ^ (mixed >> np.uint32(14))) / 2**32).astype(np.float32)


def golden_input(encoder: Encoder) -> np.ndarray:
    return mulberry32(GOLDEN_SEED, int(np.prod(encoder.shape))).reshape(1, *encoder.shape)


def aggregate(features: np.ndarray) -> np.ndarray:
    """[T, D] as the challenge's 7·D statistics, block by block."""
    percentiles = [np.percentile(features, p, axis=0) for p in (10, 25, 50, 75, 90)]
    return np.concatenate([features.mean(0), features.std(0), *percentiles])


def rounded(values: np.ndarray) -> list[float]:
    return [float(f"{value:.6g}") for value in np.ravel(values)]


def temporal(encoder: Encoder, aggregated: bool) -> dict:
    statistics = {"seconds": SECONDS, "statistics": list(STATISTICS)}
    if encoder.clip is None:
        return {"kind": "aggregate", **statistics} if aggregated else {"kind": "frame"}
    frames, stride = encoder.clip
    clip = {"kind": "clip", "frames": frames, "stride": stride, "tail": "zero"}
    return {**clip, "aggregate": statistics} if aggregated else clip


def head_input(features: np.ndarray, aggregated: bool) -> np.ndarray:
    """[1, D] as the head takes it, for a window of this one vector."""
    return aggregate(features)[None] if aggregated else features


def write_head(path: Path, layers: list[tuple[np.ndarray, np.ndarray]]) -> dict:
    """Dense layers, each (weights [inputs, outputs], bias), with a ReLU between two of them."""
    nodes, weights, name = [], [], "features"
    for i, (matrix, bias) in enumerate(layers):
        last = i == len(layers) - 1
        target = "logits" if last else f"hidden{i}"
        weights += [numpy_helper.from_array(np.float32(matrix), f"weights{i}"), numpy_helper.from_array(np.float32(bias), f"bias{i}")]
        nodes.append(helper.make_node("Gemm", [name, f"weights{i}", f"bias{i}"], [target]))
        name = target
        if not last:
            nodes.append(helper.make_node("Relu", [target], [f"{target}.positive"]))
            name = f"{target}.positive"
    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        nodes,
        path.stem,
        [value("features", onnx.TensorProto.FLOAT, ["batch", layers[0][0].shape[0]])],
        [value("logits", onnx.TensorProto.FLOAT, ["batch", len(LABELS)])],
        weights,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model, full_check=True)
    path.write_bytes(model.SerializeToString())
    return file_entry(path)


def untrained_head(encoder: Encoder, inputs: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """A seeded linear layer, so that a pack without a trained head loads and runs."""
    generator = np.random.default_rng(GOLDEN_SEED)
    weights = generator.normal(0, inputs**-0.5, (inputs, len(LABELS)))
    return [(weights.astype(np.float32), np.zeros(len(LABELS), np.float32))]


def memory_of(module: nn.Module, variant: str) -> dict:
    """Bytes of the weights once they are loaded, where that is not what their files have: halves become float32."""
    if variant != "fp16":
        return {}
    return {"memory": sum(4 * parameter.numel() for parameter in (*module.parameters(), *module.buffers()))}


def export_pack(encoder: Encoder, folder: Path, variant: str, aggregated: bool, random: bool) -> dict:
    """Writes the pack and says what was measured. Exits where torch and ONNX Runtime disagree."""
    folder.mkdir(parents=True, exist_ok=True)
    module = encoder.module.eval()
    path = folder / "encoder.onnx"
    for old in (path, *data_files(path)):
        old.unlink(missing_ok=True)
    largest = write_graph(module, encoder.shape, encoder.clip is None, path, variant)

    golden = golden_input(encoder)
    expected, given = run_torch(module, golden), run(path, golden)
    apart = relative_difference(given, expected)
    if variant == "fp32" and apart > MOST_APART:
        raise SystemExit(f"torch and ONNX Runtime disagree by {apart:.2e}")
    # Weights in few bits are another network: its own figures are those that a browser has to give.
    features = expected if variant == "fp32" else given
    vector = head_input(features.astype(np.float64), aggregated)
    layers = untrained_head(encoder, vector.shape[1])
    head = write_head(folder / "head.onnx", layers)
    [(weights, bias)] = layers
    tolerance = TOLERANCES[variant] * float(max(np.abs(features).max(), 1))
    manifest = {
        "format": 1,
        "id": folder.resolve().name,
        "name": encoder.name + (", random weights" if random else ""),
        "version": "1.0.0",
        "licence": "Apache-2.0 (random weights)" if random else encoder.weights.licence,
        "labels": list(LABELS),
        "encoder": {
            **file_entry(path),
            **({"data": [file_entry(file) for file in data_files(path)]} if data_files(path) else {}),
            **memory_of(module, variant),
            "largestTensor": largest,
            "input": {
                "size": encoder.size,
                "channels": encoder.channels,
                "layout": "NCHW",
                "scale": 1 / 255,
                "mean": list(encoder.mean),
                "std": list(encoder.std),
            },
            "crop": encoder.crop,
            "output": "features",
            "dimension": encoder.dimension,
            **({} if encoder.clip is None else {"batch": 1}),
        },
        "temporal": temporal(encoder, aggregated),
        "heads": [{"id": "untrained", **head, "kind": "linear"}],
        "decision": {"alpha": 0.1, "beta": 0.1, "smoothing": 0},
        "golden": {
            "seed": GOLDEN_SEED,
            "features": rounded(features),
            "logits": {"untrained": rounded(vector @ weights + bias)},
            "tolerance": float(f"{tolerance:.3g}"),
        },
        "metrics": [],
        "card": "CARD.md",
    }
    (folder / "pack.json").write_text(json.dumps(manifest, indent=1) + "\n")
    (folder / "CARD.md").write_text(card(encoder, variant, random))
    return {"relative difference to torch": apart, "bytes": {entry.name: entry.stat().st_size for entry in sorted(folder.iterdir())}}


def card(encoder: Encoder, variant: str, random: bool) -> str:
    origin = (
        "The weights are random: it shows that the way works, and says nothing of faces."
        if random
        else f"Weights: {encoder.weights.source}. Licence: {encoder.weights.licence}. {encoder.weights.terms}"
    )
    return f"""# {encoder.name}

{origin}

Weights are stored as {variant} ({VARIANTS[variant]} bits each). The head that comes with it is not trained: `train_head.py` writes heads into this pack, with their figures.

It reads whole frames, as the baselines of the BLEMORE challenge do, and so sees more than a face: background, clothes, light. Vision alone is right on about a quarter of the challenge's clips.
"""
