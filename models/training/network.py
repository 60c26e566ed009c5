"""The encoders: plain residual nets on a 48×48 gray face, few wide layers, so that wasm and WebGPU like them."""

from dataclasses import dataclass

import torch
from torch import nn

INPUT_SIZE = 48
# LABELS, surprise and contempt.
CLASSES = 8


@dataclass(frozen=True)
class Shape:
    """Channels of each stage and its residual blocks. Every stage halves the side, but for a first one of stride 1."""

    widths: tuple[int, ...]
    blocks: tuple[int, ...]
    first_stride: int = 2


SHAPES = {
    # What ships: .9 M parameters, 37 M multiplications a face.
    "small": Shape((32, 64, 96, 160), (1, 1, 1, 1)),
    "large": Shape((48, 96, 192, 320), (1, 2, 2, 1)),
    # Teachers only. A face of 48 pixels without the first halving is as much work as one of 96.
    "teacher": Shape((48, 96, 192, 384), (1, 2, 2, 2), first_stride=1),
    "teacher-wide": Shape((64, 128, 256, 448), (2, 2, 2, 1), first_stride=1),
}


def conv_bn(inputs: int, outputs: int, stride: int = 1, kernel: int = 3) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False),
        nn.BatchNorm2d(outputs),
    )


class Residual(nn.Module):
    def __init__(self, width: int):
        super().__init__()
        self.first = conv_bn(width, width)
        self.second = conv_bn(width, width)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.relu(x + self.second(torch.relu(self.first(x))))


class Encoder(nn.Module):
    """[N,1,48,48] in [-1,1] -> [N,dimension]."""

    def __init__(self, shape: Shape = SHAPES["small"]):
        super().__init__()
        layers: list[nn.Module] = []
        inputs, stride = 1, shape.first_stride
        for width, count in zip(shape.widths, shape.blocks, strict=True):
            layers += [conv_bn(inputs, width, stride), nn.ReLU(), *(Residual(width) for _ in range(count))]
            inputs, stride = width, 2
        self.layers = nn.Sequential(*layers)
        self.dimension = inputs

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.layers(x).mean(dim=(2, 3))


class Classifier(nn.Module):
    """Encoder, eight logits for the votes (the first six are LABELS) and one for a smile."""

    def __init__(self, shape: Shape, dropout: float = 0.1):
        super().__init__()
        self.encoder = Encoder(shape)
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(self.encoder.dimension, CLASSES)
        self.smile = nn.Linear(self.encoder.dimension, 1)

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """[N,1,48,48] -> logits [N,8] and logits of a smile [N]."""
        features = self.dropout(self.encoder(x))
        return self.head(features), self.smile(features).squeeze(1)
