"""Fits the heads on the features of a trained encoder: the linear one it was trained with, and an MLP."""

import argparse
import copy
from pathlib import Path

import numpy as np
import torch
from torch import nn

from augment import augment
from data import Faces, normalise, sampling_weights, training_faces, validation_faces
from labels import distribution
from metrics import figures, softmax
from network import FEATURES, Classifier
from train import brief, loss_of

PASSES = 6
EPOCHS = 30
BIAS_STEPS = 20_000
GOAL_ACCURACY, GOAL_UAR = 0.845, 0.72


def mlp(width: int) -> nn.Sequential:
    """BLEMORE's MLP head; eight logits while training, the first six are LABELS."""
    return nn.Sequential(nn.Linear(FEATURES, width), nn.ReLU(), nn.Linear(width, 8))


@torch.no_grad()
def features_of(encoder: nn.Module, faces: Faces, varied: bool) -> torch.Tensor:
    parts = []
    for images in faces.images.split(256):
        x = images.float() / 255
        parts.append(encoder(normalise(augment(x) if varied else x)))
    return torch.cat(parts)


def fit(head: nn.Module, passes: list[torch.Tensor], shares: torch.Tensor, seed: int) -> nn.Module:
    torch.manual_seed(seed)
    weights = sampling_weights(shares)
    steps = EPOCHS * len(shares) // 512
    optimiser = torch.optim.AdamW(head.parameters(), lr=1e-3, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, steps)
    for step in range(steps):
        rows = torch.multinomial(weights, 512, replacement=True)
        loss = loss_of(head(passes[step % len(passes)][rows]), shares[rows])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    return head.eval()


def calibrated(logits: np.ndarray, shares: np.ndarray) -> float:
    """The temperature of the lowest cross-entropy against the target shares."""
    grid = np.linspace(0.5, 2.0, 151)
    losses = [-(shares * np.log(softmax(logits / t).clip(1e-12))).sum(1).mean() for t in grid]
    return float(grid[int(np.argmin(losses))])


def bias_search(logits: np.ndarray, votes: np.ndarray, seed: int) -> np.ndarray:
    """Six offsets to the logits that raise whichever of accuracy and UAR is further from its goal.

    Sampling rare labels more often has moved the priors; this moves them back to where both figures are best.
    A random walk of small steps, since neither figure has a gradient.
    """
    truth = distribution(votes).argmax(1)
    classes = [truth == label for label in range(6)]
    generator = np.random.default_rng(seed)

    def worth(bias: np.ndarray) -> float:
        right = (logits + bias).argmax(1) == truth
        recall = np.mean([right[members].mean() for members in classes])
        return min(right.mean() - GOAL_ACCURACY, (recall - GOAL_UAR) / 2) - 1e-3 * float(np.abs(bias).sum())

    best = np.zeros(6)
    value = worth(best)
    for _ in range(BIAS_STEPS):
        tried = best + generator.normal(0, 0.1, 6) * (generator.random(6) < 0.4)
        if worth(tried) > value:
            best, value = tried, worth(tried)
    return best - best.mean()


def six_row(head: nn.Module) -> nn.Module:
    """The head's last layer cut down to LABELS."""
    last = last_layer(head)
    cut = nn.Linear(last.in_features, 6)
    cut.load_state_dict({"weight": last.weight[:6].detach().clone(), "bias": last.bias[:6].detach().clone()})
    return nn.Sequential(*head[:-1], cut) if isinstance(head, nn.Sequential) else cut


def last_layer(head: nn.Module) -> nn.Linear:
    return head[-1] if isinstance(head, nn.Sequential) else head


@torch.no_grad()
def cool(head: nn.Module, temperature: float) -> nn.Module:
    """Folds a temperature into the last layer."""
    last = last_layer(head)
    last.weight /= temperature
    last.bias /= temperature
    return head


def tuned(head: nn.Module, seen: torch.Tensor, valid: Faces, seed: int):
    """The head with offsets and temperature folded in, and a line of what that gave."""
    head, votes = copy.deepcopy(head), valid.votes[:, :6]
    with torch.no_grad():
        logits = head(seen).numpy().astype(np.float64)
        bias = bias_search(logits, votes, seed)
        last_layer(head).bias += torch.from_numpy(bias).float()
    temperature = calibrated(logits + bias, distribution(votes))
    before, after = (figures(softmax(z), votes) for z in (logits, (logits + bias) / temperature))
    line = f"before {brief(before)}\n after {brief(after)} bias {bias.round(2).tolist()} temperature {temperature:.2f}"
    return cool(head, temperature), line


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--run", type=Path, default=Path("runs/default"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    np.random.seed(args.seed)

    model = Classifier()
    model.load_state_dict(torch.load(args.run / "checkpoint.pt")["average"])
    model.eval()
    faces, valid = training_faces(args.data), validation_faces(args.data)
    passes = [features_of(model.encoder, faces, varied=True) for _ in range(PASSES)]
    seen = features_of(model.encoder, valid, varied=False)

    heads = {"linear": model.head, "mlp-256": fit(mlp(256), passes, faces.shares, args.seed)}
    chosen = {}
    for name, head in heads.items():
        chosen[name], line = tuned(six_row(head), seen, valid, args.seed)
        print(name, line, flush=True)
    torch.save({"encoder": model.encoder, "heads": chosen}, args.run / "pack.pt")


if __name__ == "__main__":
    main()
