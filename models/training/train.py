"""Trains the encoder with its linear head; a checkpoint an epoch, and the same command resumes it."""

import argparse
import copy
import json
import math
import time
from pathlib import Path

import numpy as np
import torch

from augment import augment, mixup
from data import Faces, normalise, sampling_weights, training_faces, validation_faces
from metrics import figures, softmax
from network import Classifier


GENTLE_SHARE = 0.3


def loss_of(logits: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Cross-entropy over all eight classes, plus that over the six alone, weighted by the votes they hold."""
    eight = -(target * logits.log_softmax(1)).sum(1)
    six = -(target[:, :6] * logits[:, :6].log_softmax(1)).sum(1)
    return (0.5 * eight + six).mean()


@torch.no_grad()
def logits_of(model: torch.nn.Module, faces: Faces) -> np.ndarray:
    model.eval()
    return torch.cat([model(normalise(images.float() / 255)) for images in faces.images.split(256)]).numpy()


def evaluate(model: torch.nn.Module, faces: Faces) -> dict:
    logits = logits_of(model, faces)[:, :6].astype(np.float64)
    return figures(softmax(logits), faces.votes[:, :6])


def brief(f: dict) -> str:
    return (
        f"acc {f['accuracy']:.4f} uar {f['uar']:.4f} kl {f['kl']:.4f} obj {f['objective']:.4f} "
        f"(P {f['acc_presence']:.3f} S {f['acc_salience']:.3f} a {f['alpha']:.2f} b {f['beta']:.2f}) {f['recalls']}"
    )


def train_epoch(model, average, optimiser, faces, weights, args, epoch) -> float:
    model.train()
    count = len(faces)
    order = torch.multinomial(weights, count, replacement=True).split(args.batch)[: count // args.batch]
    total = 0.0
    # The last epochs see the faces mostly as they are, which is how they will be scored.
    share = 1.0 if epoch < args.epochs - args.gentle else GENTLE_SHARE
    for step, rows in enumerate(order):
        progress = (epoch + step / len(order)) / args.epochs
        warm = min(1.0, (epoch * len(order) + step + 1) / (2 * len(order)))
        for group in optimiser.param_groups:
            group["lr"] = args.lr * warm * 0.5 * (1 + math.cos(math.pi * progress))
        x, target = mixup(augment(faces.images[rows].float() / 255, share), faces.shares[rows], 0.4 * share)
        x = normalise(x).to(memory_format=torch.channels_last)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(x)
        loss = loss_of(logits.float(), target)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        total += loss.item()
        update_average(average, model, min(args.ema, (1 + epoch * len(order) + step) / (10 + epoch * len(order) + step)))
    return total / len(order)


@torch.no_grad()
def update_average(average, model, decay: float) -> None:
    for mean, value in zip(average.state_dict().values(), model.state_dict().values(), strict=True):
        if mean.dtype.is_floating_point:
            mean.lerp_(value, 1 - decay)
        else:
            mean.copy_(value)


def parameter_groups(parameters: list[torch.nn.Parameter], decay: float):
    matrices = [p for p in parameters if p.ndim > 1]
    vectors = [p for p in parameters if p.ndim <= 1]
    return [{"params": matrices, "weight_decay": decay}, {"params": vectors, "weight_decay": 0.0}]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with train_1.npz, train_2.npz, valid.npz")
    parser.add_argument("--run", type=Path, default=Path("runs/default"), help="where checkpoints go")
    parser.add_argument("--epochs", type=int, default=62)
    parser.add_argument("--gentle", type=int, default=14, help="how many of the last epochs augment little")
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--lr", type=float, default=0.1)
    parser.add_argument("--decay", type=float, default=5e-4)
    parser.add_argument("--ema", type=float, default=0.999)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.run.mkdir(parents=True, exist_ok=True)

    faces, valid = training_faces(args.data), validation_faces(args.data)
    torch.manual_seed(args.seed)
    model = Classifier().to(memory_format=torch.channels_last)
    average = copy.deepcopy(model)
    optimiser = torch.optim.SGD(parameter_groups(list(model.parameters()), args.decay), lr=args.lr, momentum=0.9, nesterov=True)
    start, checkpoint = 0, args.run / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=False)
        model.load_state_dict(state["model"])
        average.load_state_dict(state["average"].state_dict())
        optimiser.load_state_dict(state["optimiser"])
        start = state["epoch"] + 1

    weights = sampling_weights(faces.shares)
    for epoch in range(start, args.epochs):
        torch.manual_seed(args.seed * 1000 + epoch)
        np.random.seed(args.seed * 1000 + epoch)
        began = time.monotonic()
        loss = train_epoch(model, average, optimiser, faces, weights, args, epoch)
        state = {"model": model.state_dict(), "average": average, "optimiser": optimiser.state_dict(), "epoch": epoch}
        torch.save(state, checkpoint.with_suffix(".tmp"))
        checkpoint.with_suffix(".tmp").rename(checkpoint)
        line = f"epoch {epoch + 1}/{args.epochs} {time.monotonic() - began:.0f}s loss {loss:.4f}"
        if epoch % 3 == 2 or epoch + 1 == args.epochs:
            line += " " + brief(evaluate(average, valid))
        print(line, flush=True)

    result = evaluate(average, valid)
    (args.run / "figures.json").write_text(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
