"""An encoder out of an exported one, as it is: for heads over it, not for training it further."""

from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import nn

from export import folded
from network import Encoder


def folded_weights(path: Path) -> dict[str, torch.Tensor]:
    """The convolutions of an exported encoder by name, as float32."""
    graph = onnx.load(path).graph
    return {
        tensor.name.removesuffix(".half"): torch.from_numpy(numpy_helper.to_array(tensor).copy()).float()
        for tensor in graph.initializer
        if ".weight" in tensor.name or ".bias" in tensor.name
    }


def restored(path: Path) -> nn.Module:
    """The small encoder, its batch norms folded into its convolutions as they are in the file."""
    encoder = folded(Encoder().eval())
    encoder.load_state_dict(folded_weights(path))
    return encoder
