"""Trains an encoder with its linear head; a checkpoint an epoch, and the same command resumes it."""

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
from metrics import figures, softmax
from network import SHAPES, Classifier
from smiles import Smiles, smiles
from teachers import Teachers, load_classifier

# Which part of a batch is given a webcam's faults, and which part is mixed: until the last epochs, and in them,
# which see the faces mostly as they will be scored.
VARIED, GENTLE = (0.6, 0.3), (0.3, 0.0)
SMILES_A_STEP = 16
SMILE_WEIGHT = 0.3
LABELLED = 6


def loss_of(logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Cross-entropy over all eight classes, plus that over the six alone, weighted by the votes they hold."""
    eight = -(target * logits.log_softmax(1)).sum(1)
    six = -(target[:, :LABELLED] * logits[:, :LABELLED].log_softmax(1)).sum(1)
    return (0.5 * eight + six).mean()


@torch.no_grad()
def evaluate(model: Classifier, faces: Faces, device: torch.device) -> dict:
    model.eval()
    parts = [model(normalise(part.to(device).float() / 255))[0] for part in faces.images.split(256)]
    logits = torch.cat(parts)[:, :LABELLED].double().cpu().numpy()
    return figures(softmax(logits), faces.votes[:, :LABELLED])


def brief(f: dict) -> str:
    return (
        f"acc {f['accuracy']:.4f} uar {f['uar']:.4f} kl {f['kl']:.4f} obj {f['objective']:.4f} "
        f"(P {f['acc_presence']:.3f} S {f['acc_salience']:.3f} a {f['alpha']:.2f} b {f['beta']:.2f}) {f['recalls']}"
    )


def learning_rate(args: argparse.Namespace, step: int, steps_an_epoch: int) -> float:
    """Two epochs of rising, then half a cosine down to zero."""
    progress = step / (args.epochs * steps_an_epoch)
    return args.lr * min(1.0, (step + 1) / (2 * steps_an_epoch)) * 0.5 * (1 + math.cos(math.pi * progress))


class Trainer:
    """What a step needs: the nets, the faces on the device, and the optimiser."""

    def __init__(self, args: argparse.Namespace, faces: Faces, smiling: Smiles):
        self.args, self.device = args, torch.device(args.device)
        self.images, self.shares = faces.images.to(self.device), faces.shares.to(self.device)
        self.smiling = Smiles(smiling.images.to(self.device), smiling.smile.to(self.device))
        self.steps = len(faces) // args.batch
        torch.manual_seed(args.seed)
        self.model = Classifier(SHAPES[args.shape]).to(self.device, memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.model).eval()
        self.teachers = Teachers(args.teachers, self.device) if args.teachers else None
        groups = parameter_groups(list(self.model.parameters()), args.decay)
        self.optimiser = torch.optim.SGD(groups, lr=args.lr, momentum=0.9, nesterov=True)

    def train_epoch(self, epoch: int) -> float:
        self.model.train()
        torch.manual_seed(self.args.seed * 1000 + epoch)
        np.random.seed(self.args.seed * 1000 + epoch)
        order = torch.randperm(len(self.images), device=self.device).split(self.args.batch)[: self.steps]
        gentle = epoch >= self.args.epochs - self.args.gentle
        losses = [self.step(epoch * self.steps + step, rows, *(GENTLE if gentle else VARIED)) for step, rows in enumerate(order)]
        return float(torch.stack(losses).mean())

    def step(self, step: int, rows: torch.Tensor, varied: float, mixed: float) -> torch.Tensor:
        for group in self.optimiser.param_groups:
            group["lr"] = learning_rate(self.args, step, self.steps)
        faces, target = mixup(augment(self.images[rows].float() / 255, varied), self.shares[rows], mixed)
        if self.teachers:
            # They are asked about the very pixels that the net is given, not about the photograph behind them.
            target = (1 - self.args.trust) * target + self.args.trust * self.teachers.probabilities(normalise(faces))
        some = torch.randint(len(self.smiling.images), (SMILES_A_STEP,), device=self.device)
        smiling = augment(self.smiling.images[some].float() / 255, varied)
        x = normalise(torch.cat([faces, smiling])).to(memory_format=torch.channels_last)
        with torch.autocast(self.device.type, dtype=torch.bfloat16, enabled=self.device.type == "cuda"):
            logits, smile = self.model(x)
        loss = loss_of(logits[: len(rows)].float(), target)
        told = nn.functional.binary_cross_entropy_with_logits(smile[len(rows) :].float(), self.smiling.smile[some])
        self.optimiser.zero_grad()
        (loss + SMILE_WEIGHT * told).backward()
        self.optimiser.step()
        update_average(self.average, self.model, min(self.args.ema, (1 + step) / (10 + step)))
        return loss.detach()

    def save(self, path: Path, epoch: int) -> None:
        state = {
            "shape": self.args.shape,
            "average": self.average.state_dict(),
            "model": self.model.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "epoch": epoch,
        }
        torch.save(state, path.with_suffix(".tmp"))
        path.with_suffix(".tmp").rename(path)

    def resume(self, path: Path) -> int:
        """The epoch to go on with."""
        state = torch.load(path, map_location=self.device)
        self.model.load_state_dict(state["model"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        return state["epoch"] + 1


@torch.no_grad()
def update_average(average: nn.Module, model: nn.Module, decay: float) -> None:
    for mean, value in zip(average.state_dict().values(), model.state_dict().values(), strict=True):
        if mean.dtype.is_floating_point:
            mean.lerp_(value, 1 - decay)
        else:
            mean.copy_(value)


def parameter_groups(parameters: list[nn.Parameter], decay: float):
    matrices = [p for p in parameters if p.ndim > 1]
    vectors = [p for p in parameters if p.ndim <= 1]
    return [{"params": matrices, "weight_decay": decay}, {"params": vectors, "weight_decay": 0.0}]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with train_1.npz, train_2.npz, valid.npz")
    parser.add_argument("genki", type=Path, help="genki4k_48.npz; only its first half is trained on")
    parser.add_argument("--run", type=Path, required=True, help="where checkpoints go")
    parser.add_argument("--shape", choices=SHAPES, default="small")
    parser.add_argument("--teachers", type=Path, nargs="+", default=[], help="checkpoints of other runs")
    parser.add_argument("--trust", type=float, default=0.6, help="the teachers' part in the target")
    parser.add_argument("--epochs", type=int, default=60)
    parser.add_argument("--gentle", type=int, default=15, help="how many of the last epochs augment little")
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--lr", type=float, default=0.1)
    parser.add_argument("--decay", type=float, default=5e-4)
    parser.add_argument("--ema", type=float, default=0.999)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cpu", help="cpu or cuda")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.run.mkdir(parents=True, exist_ok=True)

    valid = validation_faces(args.data)
    trainer = Trainer(args, training_faces(args.data), smiles(args.genki, half=0))
    checkpoint = args.run / "checkpoint.pt"
    first = trainer.resume(checkpoint) if checkpoint.exists() else 0
    for epoch in range(first, args.epochs):
        began = time.monotonic()
        loss = trainer.train_epoch(epoch)
        trainer.save(checkpoint, epoch)
        line = f"epoch {epoch + 1}/{args.epochs} {time.monotonic() - began:.0f}s loss {loss:.4f}"
        if epoch % 3 == 2 or epoch + 1 == args.epochs:
            line += " " + brief(evaluate(trainer.average, valid, trainer.device))
        print(line, flush=True)
    found = evaluate(load_classifier(checkpoint, trainer.device), valid, trainer.device)
    (args.run / "figures.json").write_text(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
