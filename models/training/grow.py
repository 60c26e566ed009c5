"""Makes an encoder deeper without changing what it computes: added blocks start as the identity."""

import torch
from torch import nn

from network import Encoder, Residual


def stages(encoder: Encoder) -> list[list[nn.Module]]:
    """The layers, cut before each convolution that halves the side."""
    found: list[list[nn.Module]] = []
    for layer in encoder.layers:
        if isinstance(layer, nn.Sequential):
            found.append([])
        found[-1].append(layer)
    return found


@torch.no_grad()
def grown(encoder: Encoder, blocks: tuple[int, ...]) -> Encoder:
    """The same function with more residual blocks, each adding zero until it is trained."""
    deeper = Encoder(blocks)
    for old, new in zip(stages(encoder), stages(deeper), strict=True):
        for source, target in zip(old, new, strict=False):
            target.load_state_dict(source.state_dict())
        for added in new[len(old) :]:
            if isinstance(added, Residual):
                added.second[1].weight.zero_()
    return deeper
