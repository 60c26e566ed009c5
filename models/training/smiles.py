"""GENKI-4K: photographs of which is known only whether the person smiles; one half for training, one for measuring."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from halves import half_of


@dataclass(frozen=True)
class Smiles:
    images: torch.Tensor  # [N,1,48,48] uint8
    smile: torch.Tensor  # [N] float32, 1 where the person smiles


def smiles(path: Path, half: int) -> Smiles:
    file = np.load(path)
    rows = half_of(np.arange(len(file["smile"]))) == half
    return Smiles(torch.from_numpy(file["images"][rows]).unsqueeze(1), torch.from_numpy(file["smile"][rows]).float())
