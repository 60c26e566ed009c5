"""CLIP ViT-B/32, its image encoder with the projection, as transformers has it; features are not normalised."""

from functools import partial
from pathlib import Path

import torchvision_import  # noqa: F401
from torch import Tensor, nn
from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection

from encoder import CLIP_MEAN, CLIP_STD, Encoder, Kind, Weights

HUB = "openai/clip-vit-base-patch32"


class ImageFeatures(nn.Module):
    def __init__(self, model: CLIPVisionModelWithProjection) -> None:
        super().__init__()
        self.model = model

    def forward(self, image: Tensor) -> Tensor:
        return self.model(pixel_values=image).image_embeds


def encoder(model: CLIPVisionModelWithProjection) -> Encoder:
    return Encoder(
        id="clip-vit-b-32",
        name="CLIP ViT-B/32",
        module=ImageFeatures(model),
        dimension=model.config.projection_dim,
        channels="rgb",
        mean=CLIP_MEAN,
        std=CLIP_STD,
        crop={"kind": "frame", "fit": "centre", "resample": "bicubic"},
        weights=Weights(HUB, "MIT", "OpenAI's model card advises against deployed use that was not tested for it."),
    )


def pretrained(path: Path | None, depth: int | None) -> Encoder:
    fewer = {} if depth is None else {"num_hidden_layers": depth}
    load = partial(CLIPVisionModelWithProjection.from_pretrained, path or HUB, attn_implementation="eager")
    return encoder(load(**fewer))


def random(depth: int | None) -> Encoder:
    config = CLIPVisionConfig(num_hidden_layers=depth or 12, projection_dim=512, attn_implementation="eager")
    return encoder(CLIPVisionModelWithProjection(config))


KINDS = {"clip": Kind(pretrained, random)}
