"""Loads FER+ files: images as a uint8 tensor [N,1,48,48] and their votes."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from labels import class_votes, distribution, trainable, usable


@dataclass(frozen=True)
class Faces:
    images: torch.Tensor
    votes: np.ndarray  # [N,8] over LABELS, surprise, contempt
    shares: torch.Tensor  # the votes as float32 shares of their sum
    ids: np.ndarray

    def __len__(self) -> int:
        return len(self.images)


def load(paths: list[Path], keep) -> Faces:
    """Concatenates the files' arrays and keeps the rows `keep(votes)` selects."""
    files = [np.load(path) for path in paths]
    images = np.concatenate([file["images"] for file in files])
    votes = np.concatenate([file["votes"] for file in files])
    ids = np.concatenate([file["ids"] for file in files])
    rows = keep(votes)
    counted = class_votes(votes[rows])
    shares = torch.from_numpy(distribution(counted)).float()
    return Faces(torch.from_numpy(images[rows]).unsqueeze(1), counted, shares, ids[rows])


def training_faces(folder: Path) -> Faces:
    return load([folder / "train_1.npz", folder / "train_2.npz"], trainable)


def validation_faces(folder: Path) -> Faces:
    return load([folder / "valid.npz"], usable)


def normalise(images: torch.Tensor) -> torch.Tensor:
    """0..1 -> [-1,1], what the encoder takes."""
    return images * 2 - 1
