"""ImageBind huge, its vision branch: features of length one, as the upstream's forward gives them."""

import importlib.util
import sys
import types
from pathlib import Path

import torchvision_import  # noqa: F401
import torch
from torch import Tensor, nn

from encoder import CLIP_MEAN, CLIP_STD, Encoder, Kind, Weights

URL = "https://dl.fbaipublicfiles.com/imagebind/imagebind_huge.pth"
VISION = "vision"
BLOCKS = 32


def upstream():
    """The upstream's network alone: the package imports readers of sound and video that nothing here needs."""
    if "imagebind" not in sys.modules:
        package = types.ModuleType("imagebind")
        package.__path__ = list(importlib.util.find_spec("imagebind").submodule_search_locations)
        sys.modules["imagebind"] = package
    from imagebind.models import imagebind_model

    return imagebind_model


class VisionBranch(nn.Module):
    def __init__(self, blocks: int) -> None:
        super().__init__()
        # The other modalities are built as small as they can be, and dropped.
        whole = upstream().ImageBindModel(
            vision_embed_dim=1280,
            vision_num_blocks=blocks,
            vision_num_heads=16,
            out_embed_dim=1024,
            text_num_blocks=1,
            audio_num_blocks=1,
            depth_num_blocks=1,
            thermal_num_blocks=1,
            imu_num_blocks=1,
        )
        for part in ("modality_preprocessors", "modality_trunks", "modality_heads", "modality_postprocessors"):
            setattr(self, part, nn.ModuleDict({VISION: getattr(whole, part)[VISION]}))

    def forward(self, image: Tensor) -> Tensor:
        inputs = self.modality_preprocessors[VISION](**{VISION: image})
        tokens = self.modality_trunks[VISION](**inputs["trunk"])
        return self.modality_postprocessors[VISION](self.modality_heads[VISION](tokens, **inputs["head"]))


def encoder(module: VisionBranch) -> Encoder:
    return Encoder(
        id="imagebind-huge",
        name="ImageBind huge, vision",
        module=module,
        dimension=1024,
        channels="rgb",
        mean=CLIP_MEAN,
        std=CLIP_STD,
        crop={"kind": "frame", "fit": "centre", "resample": "bicubic"},
        weights=Weights(URL, "CC-BY-NC-SA-4.0", "Not for commercial use; what is made of it has the same licence."),
    )


def pretrained(path: Path | None, depth: int | None) -> Encoder:
    if path is None:
        state = torch.hub.load_state_dict_from_url(URL, map_location="cpu", weights_only=True)
    else:
        state = torch.load(path, map_location="cpu", weights_only=True, mmap=True)
    module = VisionBranch(depth or BLOCKS)
    own = module.state_dict().keys()
    module.load_state_dict({name: value for name, value in state.items() if name in own})
    return encoder(module)


def random(depth: int | None) -> Encoder:
    return encoder(VisionBranch(depth or BLOCKS))


KINDS = {"imagebind": Kind(pretrained, random)}
