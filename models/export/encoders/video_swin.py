"""Video Swin Transformer (T, S, B) from torchvision: the average pool before its classifier, over 32 frames."""

from functools import partial
from pathlib import Path

import torchvision_import  # noqa: F401
import torch
from torch import Tensor, nn
from torchvision.models.video import swin_transformer as swin

from encoder import IMAGENET_MEAN, IMAGENET_STD, Encoder, Kind, Weights

FRAMES, STRIDE = 32, 16
SIZES = {
    "t": (swin.swin3d_t, swin.Swin3D_T_Weights.KINETICS400_V1),
    "s": (swin.swin3d_s, swin.Swin3D_S_Weights.KINETICS400_V1),
    "b": (swin.swin3d_b, swin.Swin3D_B_Weights.KINETICS400_V1),
}


class PooledFeatures(nn.Module):
    """Takes [N, frames, 3, H, W]; torchvision's own has the channels before the frames."""

    def __init__(self, model: swin.SwinTransformer3d) -> None:
        super().__init__()
        self.model = model

    def forward(self, clip: Tensor) -> Tensor:
        return self.model(clip.transpose(1, 2))


def encoder(model: swin.SwinTransformer3d, size: str) -> Encoder:
    dimension = model.head.in_features
    model.head = nn.Identity()
    return Encoder(
        id=f"video-swin-{size}",
        name=f"Video Swin {size.upper()}",
        module=PooledFeatures(model),
        dimension=dimension,
        channels="rgb",
        mean=IMAGENET_MEAN,
        std=IMAGENET_STD,
        crop={"kind": "frame", "fit": "centre", "resize": 256, "resample": "bilinear"},
        weights=Weights(
            f"torchvision, {SIZES[size][1]}",
            "Apache-2.0",
            "Ported by torchvision from Video-Swin-Transformer; trained on Kinetics-400, whose videos have terms of their own.",
        ),
        clip=(FRAMES, STRIDE),
    )


def shallow(model: swin.SwinTransformer3d, depth: int | None) -> swin.SwinTransformer3d:
    """At most `depth` blocks a stage, so that every part of the network is still there."""
    if depth is not None:
        for i, stage in enumerate(model.features):
            if isinstance(stage, nn.Sequential):
                model.features[i] = stage[:depth]
    return model


def pretrained(size: str, path: Path | None, depth: int | None) -> Encoder:
    build, weights = SIZES[size]
    if path is None:
        return encoder(shallow(build(weights=weights), depth), size)
    model = build()
    state = torch.load(path, map_location="cpu", weights_only=True)
    # Trained on several cards, every name begins with the wrapper's.
    model.load_state_dict({name.removeprefix("module."): value for name, value in state.items()})
    return encoder(shallow(model, depth), size)


def random(size: str, depth: int | None) -> Encoder:
    return encoder(shallow(SIZES[size][0](), depth), size)


KINDS = {f"video-swin-{size}": Kind(partial(pretrained, size), partial(random, size)) for size in SIZES}
