"""The encoder: a plain residual net on a 48×48 gray face, few wide layers, so that wasm and WebGPU like it."""

import torch
from torch import nn

INPUT_SIZE = 48
# Each width halves the side again: 24, 12, 6, 3.
WIDTHS = (32, 64, 96, 160)
FEATURES = WIDTHS[-1]
# Residual blocks at each width.
BLOCKS = (1, 1, 1, 1)


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
    """[N,1,48,48] in [-1,1] -> [N,FEATURES]."""

    def __init__(self, blocks: tuple[int, ...] = BLOCKS):
        super().__init__()
        layers: list[nn.Module] = []
        for inputs, width, count in zip((1, *WIDTHS), WIDTHS, blocks, strict=False):
            layers += [conv_bn(inputs, width, stride=2), nn.ReLU(), *(Residual(width) for _ in range(count))]
        self.layers = nn.Sequential(*layers)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.layers(x).mean(dim=(2, 3))


class Classifier(nn.Module):
    """Encoder and the linear head it is trained with: eight logits, the first six are LABELS."""

    def __init__(self, dropout: float = 0.1):
        super().__init__()
        self.encoder = Encoder()
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(FEATURES, 8)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.dropout(self.encoder(x)))
