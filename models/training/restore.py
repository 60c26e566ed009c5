"""Makes a trainable encoder out of an exported one, whose batch norms are folded into its convolutions."""

from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import nn

from data import Faces, normalise
from network import Encoder

# About the norm a filter is initialised with. Batch norm takes any scale out again, but the step of the
# optimiser is relative to it.
FILTER_NORM = 0.6
MEASURED_FACES = 2048


def folded_weights(path: Path) -> dict[str, torch.Tensor]:
    """The convolutions of an exported encoder by name, as float32."""
    graph = onnx.load(path).graph
    return {
        tensor.name.removesuffix(".half"): torch.from_numpy(numpy_helper.to_array(tensor).copy()).float()
        for tensor in graph.initializer
        if ".weight" in tensor.name or ".bias" in tensor.name
    }


@torch.no_grad()
def unfold(conv: nn.Conv2d, norm: nn.BatchNorm2d, weight: torch.Tensor, bias: torch.Tensor) -> None:
    """Filters of one norm; the batch norm undoes the scaling and adds the bias."""
    scale = FILTER_NORM / weight.flatten(1).norm(dim=1).clamp(min=1e-6)
    conv.weight.copy_(weight * scale.view(-1, 1, 1, 1))
    norm.running_mean.zero_()
    norm.running_var.fill_(1 - norm.eps)
    norm.weight.copy_(1 / scale)
    norm.bias.copy_(bias)


class Settle:
    """A hook that gives a batch norm the statistics of its input and keeps what it computes."""

    def __call__(self, norm: nn.BatchNorm2d, inputs: tuple[torch.Tensor, ...]) -> None:
        (x,) = inputs
        mean, variance = x.mean((0, 2, 3)), x.var((0, 2, 3))
        was_mean, was_deviation = norm.running_mean.clone(), (norm.running_var + norm.eps).sqrt()
        deviation = (variance + norm.eps).sqrt()
        norm.bias.data.add_(norm.weight.data * (mean - was_mean) / was_deviation)
        norm.weight.data.mul_(deviation / was_deviation)
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(variance)


@torch.no_grad()
def settle(encoder: nn.Module, faces: Faces) -> None:
    """Statistics of real faces in every batch norm, without changing what the encoder computes."""
    norms = [module for module in encoder.modules() if isinstance(module, nn.BatchNorm2d)]
    hooks = [norm.register_forward_pre_hook(Settle()) for norm in norms]
    rows = torch.randperm(len(faces), generator=torch.Generator().manual_seed(0))[:MEASURED_FACES]
    encoder.eval()(normalise(faces.images[rows].float() / 255))
    for hook in hooks:
        hook.remove()


def restored(path: Path, faces: Faces) -> Encoder:
    encoder, weights = Encoder(), folded_weights(path)
    for name, module in encoder.named_modules():
        if isinstance(module, nn.Sequential) and len(module) == 2 and isinstance(module[1], nn.BatchNorm2d):
            unfold(module[0], module[1], weights[f"{name}.weight"], weights[f"{name}.bias"])
    settle(encoder, faces)
    return encoder
