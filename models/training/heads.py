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


def log_prior(faces: Faces) -> torch.Tensor:
    """Log of how much of all six-class votes each label holds."""
    return torch.from_numpy(np.log(distribution(faces.votes[:, :6].sum(0, keepdims=True))[0])).float()


def six_row(head: nn.Module) -> nn.Module:
    """The head's last layer cut down to LABELS."""
    last = last_layer(head)
    cut = nn.Linear(last.in_features, 6)
    cut.load_state_dict({"weight": last.weight[:6].detach().clone(), "bias": last.bias[:6].detach().clone()})
    return nn.Sequential(*head[:-1], cut) if isinstance(head, nn.Sequential) else cut


def last_layer(head: nn.Module) -> nn.Linear:
    return head[-1] if isinstance(head, nn.Sequential) else head


@torch.no_grad()
def adjust(head: nn.Module, log_prior: torch.Tensor, strength: float) -> nn.Module:
    """Folds a logit adjustment into the bias (Menon et al. 2021): rare labels are raised by how rare they are."""
    head = copy.deepcopy(head)
    last_layer(head).bias -= strength * log_prior
    return head


@torch.no_grad()
def cool(head: nn.Module, temperature: float) -> nn.Module:
    """Folds a temperature into the last layer."""
    last = last_layer(head)
    last.weight /= temperature
    last.bias /= temperature
    return head


def tuned(head: nn.Module, prior: torch.Tensor, strength: float, seen: torch.Tensor, valid: Faces):
    """The head adjusted and cooled, its temperature and its figures."""
    adjusted = adjust(head, prior, strength)
    with torch.no_grad():
        logits = adjusted(seen).numpy().astype(np.float64)
    votes = valid.votes[:, :6]
    temperature = calibrated(logits, distribution(votes))
    return cool(adjusted, temperature), temperature, figures(softmax(logits / temperature), votes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--run", type=Path, default=Path("runs/default"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--prior", type=float, default=0.1, help="strength of the logit adjustment")
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
    prior, chosen = log_prior(faces), {}
    for name, head in heads.items():
        six = six_row(head)
        for strength in (0.0, 0.1, 0.2, 0.3, args.prior):
            cooled, temperature, scores = tuned(six, prior, strength, seen, valid)
            print(name, f"prior {strength} temperature {temperature:.2f}", brief(scores), flush=True)
        chosen[name] = cooled
    torch.save({"encoder": model.encoder, "heads": chosen}, args.run / "pack.pt")


if __name__ == "__main__":
    main()
