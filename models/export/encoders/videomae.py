"""VideoMAEv2 (ViT-g/14, and the ViT-B/16 distilled of it) over 16 frames: the normalised mean of all tokens.

The upstream repository is no package. transformers' VideoMAE is the same network; what differs is the epsilon of the
layer norms, and the names of the weights, which `renamed` translates from the upstream's checkpoints.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import torchvision_import  # noqa: F401
import torch
from torch import Tensor, nn
from transformers import VideoMAEConfig, VideoMAEModel

from encoder import Encoder, Kind, Weights

FRAMES, STRIDE, EPSILON = 16, 16, 1e-6
SIZES = {
    "g": {"patch_size": 14, "hidden_size": 1408, "num_hidden_layers": 40, "num_attention_heads": 16, "intermediate_size": 6144},
    "b": {"patch_size": 16, "hidden_size": 768, "num_hidden_layers": 12, "num_attention_heads": 12, "intermediate_size": 3072},
}
# The files of the upstream's model zoo, which asks for a request before it hands them out.
FILES = {"g": "vit_g_hybrid_pt_1200e_k710_ft.pth", "b": "vit_b_k710_dl_from_giant.pth"}
NAMES = {"g": "VideoMAEv2 ViT-g/14", "b": "VideoMAEv2 ViT-B/16, distilled"}


class MeanFeatures(nn.Module):
    def __init__(self, size: str, depth: int | None) -> None:
        super().__init__()
        shape = SIZES[size] if depth is None else {**SIZES[size], "num_hidden_layers": depth}
        self.model = VideoMAEModel(VideoMAEConfig(**shape, layer_norm_eps=EPSILON, attn_implementation="eager"))
        self.fc_norm = nn.LayerNorm(shape["hidden_size"], eps=EPSILON)
        # As published, and no parameter: as an attribute it would become a constant of every export.
        self.dimension = shape["hidden_size"]

    def forward(self, clip: Tensor) -> Tensor:
        return self.fc_norm(self.model(pixel_values=clip).last_hidden_state.mean(1))


LAYER = {
    "norm1": "layernorm_before",
    "norm2": "layernorm_after",
    "attn.proj": "attention.output.dense",
    "mlp.fc1": "intermediate.dense",
    "mlp.fc2": "output.dense",
}


def renamed(state: dict[str, Tensor]) -> Iterator[tuple[str, Tensor]]:
    """An upstream checkpoint under this module's names; its classifier is left out."""
    for name, value in state.items():
        if name.startswith("patch_embed.proj."):
            yield name.replace("patch_embed.proj", "model.embeddings.patch_embeddings.projection"), value
        elif name.startswith("fc_norm."):
            yield name, value
        elif name.startswith("blocks."):
            _, block, rest = name.split(".", 2)
            yield from ((f"model.encoder.layer.{block}.{own}", part) for own, part in in_layer(rest, value))


def in_layer(name: str, value: Tensor) -> Iterator[tuple[str, Tensor]]:
    if name == "attn.qkv.weight":
        for part, rows in zip(("query", "key", "value"), value.chunk(3), strict=True):
            yield f"attention.attention.{part}.weight", rows
    elif name in ("attn.q_bias", "attn.v_bias"):
        part = "query" if name == "attn.q_bias" else "value"
        yield f"attention.attention.{part}.bias", value
    else:
        own, kind = name.rsplit(".", 1)
        yield f"{LAYER[own]}.{kind}", value


def encoder(size: str, module: MeanFeatures) -> Encoder:
    return Encoder(
        id=f"videomae-v2-{size}",
        name=NAMES[size],
        module=module,
        dimension=module.dimension,
        channels="bgr",
        mean=(0, 0, 0),
        std=(1, 1, 1),
        crop={"kind": "frame", "fit": "squash", "resample": "bilinear"},
        weights=Weights(
            f"OpenGVLab/VideoMAEv2, {FILES[size]}",
            "CC-BY-NC-4.0",
            "Not for commercial use. Trained on videos that have terms of their own.",
        ),
        clip=(FRAMES, STRIDE),
    )


def pretrained(size: str, path: Path | None, depth: int | None) -> Encoder:
    if path is None:
        raise SystemExit(f"name the file {FILES[size]}, which OpenGVLab's model zoo sends on request: --pretrained FILE")
    checkpoint = torch.load(path, map_location="cpu", weights_only=True, mmap=True)
    state = checkpoint.get("module", checkpoint.get("model", checkpoint))
    module = MeanFeatures(size, depth)
    # A shallow copy leaves the deeper blocks of the file out, and nothing of its own may be missing.
    own = module.state_dict().keys()
    module.load_state_dict({name: value for name, value in renamed(state) if depth is None or name in own})
    return encoder(size, module)


def random(size: str, depth: int | None) -> Encoder:
    return encoder(size, MeanFeatures(size, depth))


KINDS = {f"videomae-{size}": Kind(partial(pretrained, size), partial(random, size)) for size in SIZES}
