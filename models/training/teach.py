"""Writes what encoders and their linear head together say about every training face: numbers only, for distillation."""

import argparse
from pathlib import Path

import numpy as np
import torch

from data import training_faces
from encoders import features_of, load_encoders
from heads import fit_linear


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--encoder", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)

    faces = training_faces(args.data)
    encoder = load_encoders(args.encoder, mirrored=True, faces=faces)
    features = features_of(encoder, faces.images)
    head = fit_linear(features.unsqueeze(0), faces.shares)
    with torch.no_grad():
        probabilities = head(features).softmax(1)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(args.out, ids=faces.ids, probabilities=probabilities.numpy().astype(np.float16))


if __name__ == "__main__":
    main()
