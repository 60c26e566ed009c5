"""What an encoder file gives: a network in torch, and how the page is to feed it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from torch import nn

CLIP_MEAN, CLIP_STD = (0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711)
IMAGENET_MEAN, IMAGENET_STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


@dataclass(frozen=True)
class Weights:
    """Where weights come from, and what their licence asks of whoever passes them on."""

    source: str
    licence: str
    terms: str


@dataclass(frozen=True)
class Encoder:
    """`module` takes [N, 3, S, S], or [N, frames, 3, S, S] where it reads clips, and gives [N, dimension]."""

    id: str
    name: str
    module: nn.Module
    dimension: int
    channels: str
    mean: tuple[float, ...]
    std: tuple[float, ...]
    crop: dict
    weights: Weights
    size: int = 224
    # Frames of a clip, and from the start of one to the start of the next; None for single frames.
    clip: tuple[int, int] | None = None

    @property
    def shape(self) -> tuple[int, ...]:
        """Of one input, without the batch."""
        image = (3, self.size, self.size)
        return image if self.clip is None else (self.clip[0], *image)

    def tensor(self, crop: np.ndarray) -> np.ndarray:
        """[S, S, 3] red, green, blue in 0..255 as the network takes it: [3, S, S] in its order of channels."""
        ordered = crop[..., ::-1] if self.channels == "bgr" else crop
        scaled = (ordered.astype(np.float32) / 255 - np.float32(self.mean)) / np.float32(self.std)
        return scaled.transpose(2, 0, 1)


# `None` for the upstream's own weights, a path for a local copy; the depth is None for all of it.
Load = Callable[[Path | None, int | None], Encoder]


@dataclass(frozen=True)
class Kind:
    """One encoder that can be exported."""

    pretrained: Load
    # With the weights that torch's seed gives; the depth is None for the true one.
    random: Callable[[int | None], Encoder]
