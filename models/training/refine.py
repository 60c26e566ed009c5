"""Goes on from an exported encoder: natural class frequencies, smiles beside the votes, a teacher where there is one."""

import argparse
import copy
import json
import math
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn

from augment import augment, mixup
from data import Faces, normalise, training_faces, validation_faces
from encoders import load_encoder
from grow import grown
from network import FEATURES
from smiles import Smiles, smiles
from train import brief, evaluate, loss_of, parameter_groups, update_average

# Layers up to the first residual block: edges, which 62 epochs have settled. Left as they are, an epoch costs a fifth less.
FROZEN_LAYERS = 3
SMILES_A_STEP = 8
SMILE_WEIGHT = 0.3
VARIED_SHARE, GENTLE_SHARE = 0.6, 0.3
MIXED_SHARE = 0.2


class Refined(nn.Module):
    """Encoder, eight logits for the votes (the first six are LABELS) and one for a smile."""

    def __init__(self, encoder: nn.Module, dropout: float = 0.1):
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(FEATURES, 8)
        self.smile = nn.Linear(FEATURES, 1)

    def both(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        features = self.dropout(self.encoder(x))
        return self.head(features), self.smile(features).squeeze(1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.encoder(x))

    def train(self, mode: bool = True):
        super().train(mode)
        self.encoder.layers[:FROZEN_LAYERS].eval()
        return self


def freeze(model: Refined) -> None:
    for parameter in model.encoder.layers[:FROZEN_LAYERS].parameters():
        parameter.requires_grad_(False)


def start_head(model: Refined, faces: Faces, seed: int) -> None:
    """Fits the last layer to the features as they stand, so that its first gradients do not spoil them."""
    generator = torch.Generator().manual_seed(seed)
    rows = torch.randperm(len(faces), generator=generator)[:8192]
    with torch.no_grad():
        features = torch.cat([model.encoder.eval()(normalise(x.float() / 255)) for x in faces.images[rows].split(256)])
    optimiser = torch.optim.Adam(model.head.parameters(), lr=1e-2)
    for _ in range(400):
        loss = loss_of(model.head(features), faces.shares[rows])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()


def targets(faces: Faces, teacher: Path | None, trust: float) -> torch.Tensor:
    """The votes' shares, or these mixed with what a teacher says."""
    if teacher is None:
        return faces.shares
    return (1 - trust) * faces.shares + trust * predictions(teacher, faces)


def predictions(path: Path, faces: Faces) -> torch.Tensor:
    """A teacher's probabilities for each face, found by its id."""
    file = np.load(path)
    place = {int(key): row for row, key in enumerate(file["ids"])}
    rows = [place[int(key)] for key in faces.ids]
    return torch.from_numpy(file["probabilities"][rows].astype(np.float32))


def train_epoch(model, average, optimiser, faces: Faces, target: torch.Tensor, smiling: Smiles, args, epoch: int) -> float:
    model.train()
    order = torch.randperm(len(faces)).split(args.batch)[: len(faces) // args.batch]
    gentle = epoch >= args.epochs - args.gentle
    share, mixed = (GENTLE_SHARE, 0.0) if gentle else (VARIED_SHARE, MIXED_SHARE)
    total = 0.0
    for step, rows in enumerate(order):
        progress = (epoch + step / len(order)) / args.epochs
        done = epoch * len(order) + step + 1
        for group in optimiser.param_groups:
            group["lr"] = args.lr * min(1.0, done / len(order)) * 0.5 * (1 + math.cos(math.pi * progress))
        x, wanted = mixup(augment(faces.images[rows].float() / 255, share), target[rows], mixed)
        some = torch.randint(len(smiling.images), (SMILES_A_STEP,))
        x = torch.cat([x, augment(smiling.images[some].float() / 255, share)])
        logits, smile = model.both(normalise(x).to(memory_format=torch.channels_last))
        loss = loss_of(logits[: len(rows)], wanted)
        loss = loss + SMILE_WEIGHT * nn.functional.binary_cross_entropy_with_logits(smile[len(rows) :], smiling.smile[some])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        total += loss.item()
        update_average(average, model, min(args.ema, done / (10 + done)))
    return total / len(order)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with train_1.npz, train_2.npz, valid.npz")
    parser.add_argument("genki", type=Path, help="genki4k_48.npz; only its first half is trained on")
    parser.add_argument("--start", type=Path, required=True, help="encoder.onnx, or the checkpoint of a run")
    parser.add_argument("--blocks", type=int, nargs=4, help="residual blocks at each width; as many as there are where not given")
    parser.add_argument("--teacher", type=Path, help="probabilities written by teach.py")
    parser.add_argument("--trust", type=float, default=0.6, help="the teacher's part in the target")
    parser.add_argument("--run", type=Path, required=True, help="where checkpoints go")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--gentle", type=int, default=3, help="how many of the last epochs augment little")
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--lr", type=float, default=0.04)
    parser.add_argument("--decay", type=float, default=5e-4)
    parser.add_argument("--ema", type=float, default=0.998)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.run.mkdir(parents=True, exist_ok=True)

    faces, valid, smiling = training_faces(args.data), validation_faces(args.data), smiles(args.genki, half=0)
    target = targets(faces, args.teacher, args.trust)
    torch.manual_seed(args.seed)
    encoder = load_encoder(args.start, faces)
    model = Refined(grown(encoder, tuple(args.blocks)) if args.blocks else encoder)
    start_head(model, faces, args.seed)
    freeze(model)
    model = model.to(memory_format=torch.channels_last)
    average = copy.deepcopy(model)
    print("start", brief(evaluate(average, valid)), flush=True)
    trained = [p for p in model.parameters() if p.requires_grad]
    optimiser = torch.optim.SGD(parameter_groups(trained, args.decay), lr=args.lr, momentum=0.9, nesterov=True)
    first, checkpoint = 0, args.run / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=False)
        model.load_state_dict(state["model"])
        average.load_state_dict(state["average"].state_dict())
        optimiser.load_state_dict(state["optimiser"])
        first = state["epoch"] + 1

    for epoch in range(first, args.epochs):
        torch.manual_seed(args.seed * 1000 + epoch)
        np.random.seed(args.seed * 1000 + epoch)
        began = time.monotonic()
        loss = train_epoch(model, average, optimiser, faces, target, smiling, args, epoch)
        state = {"model": model.state_dict(), "average": average, "optimiser": optimiser.state_dict(), "epoch": epoch}
        torch.save(state, checkpoint.with_suffix(".tmp"))
        checkpoint.with_suffix(".tmp").rename(checkpoint)
        took = time.monotonic() - began
        print(f"epoch {epoch + 1}/{args.epochs} {took:.0f}s loss {loss:.4f} {brief(evaluate(average, valid))}", flush=True)
    (args.run / "figures.json").write_text(json.dumps(evaluate(average, valid), indent=1))


if __name__ == "__main__":
    # By its own name, which checkpoints keep: other programs read them.
    import refine

    refine.main()
