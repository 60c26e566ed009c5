"""Loads encoders, from a run's checkpoint or an exported file, and puts several side by side."""

from pathlib import Path

import torch
from torch import nn

from data import normalise
from network import INPUT_SIZE
from restore import restored
from teachers import load_classifier


class Together(nn.Module):
    """The features of several encoders one after the other; `mirrored`: the mean over a face and its mirror image."""

    def __init__(self, members: list[nn.Module], mirrored: bool):
        super().__init__()
        self.members = nn.ModuleList(members)
        self.mirrored = mirrored
        # A lookup rather than flip(): every backend runs a Gather.
        self.register_buffer("mirror", torch.arange(INPUT_SIZE - 1, -1, -1), persistent=False)

    @property
    def dimension(self) -> int:
        return sum(member.dimension for member in self.members)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not self.mirrored:
            return self.beside(x)
        return (self.beside(x) + self.beside(x.index_select(3, self.mirror))) * 0.5

    def beside(self, x: torch.Tensor) -> torch.Tensor:
        found = [member(x) for member in self.members]
        return found[0] if len(found) == 1 else torch.cat(found, 1)


def load_encoder(path: Path) -> nn.Module:
    """An .onnx file is one that export.py wrote; anything else is a checkpoint of train.py."""
    return restored(path) if path.suffix == ".onnx" else load_classifier(path, torch.device("cpu")).encoder


def load_encoders(paths: list[Path], mirrored: bool) -> Together:
    return Together([load_encoder(path) for path in paths], mirrored).eval()


@torch.no_grad()
def features_of(encoder: nn.Module, images: torch.Tensor) -> torch.Tensor:
    """Features of uint8 images."""
    return torch.cat([encoder(normalise(part.float() / 255)) for part in images.split(256)])
