"""Fits the heads over the features of a frozen encoder, with the classes as frequent as they are; three seeds each."""

import argparse
import copy
import json
from pathlib import Path

import numpy as np
import torch
from torch import nn

from data import Faces, training_faces, validation_faces
from encoders import Together, features_of, load_encoders
from halves import half_of
from labels import LABELS, distribution
from metrics import area_under_curve, figures, softmax
from nested import calibrated, nested
from smiles import Smiles, smiles
from train import loss_of

SEEDS = (1, 2, 3)
# Of the hidden layer; the linear head has none.
WIDTHS = {"linear": 0, "mlp-256": 256, "mlp-512": 512}
EPOCHS, BATCH = 12, 1024
TAUS = (0.0, 0.25, 0.5)


def all_features(encoder: Together, mirrored: bool, faces: Faces, valid: Faces, smiling: Smiles):
    """Features of the training faces [views,N,dimension], of the validation faces and of the smiles."""
    images = [faces.images] if mirrored else [faces.images, faces.images.flip(3)]
    views = torch.stack([features_of(encoder, view) for view in images])
    return views, features_of(encoder, valid.images), features_of(encoder, smiling.images)


def fit_linear(views: torch.Tensor, shares: torch.Tensor) -> nn.Module:
    """A convex problem, so no seed plays a part."""
    head = nn.Linear(views.shape[-1], 8)
    nn.init.zeros_(head.weight)
    nn.init.zeros_(head.bias)
    features, target = views.flatten(0, 1), shares.repeat(len(views), 1)
    optimiser = torch.optim.LBFGS(head.parameters(), max_iter=150, line_search_fn="strong_wolfe")

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        loss = loss_of(head(features), target) + 1e-4 * head.weight.square().sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    return head.eval()


def fit_mlp(width: int, views: torch.Tensor, shares: torch.Tensor, seed: int) -> nn.Module:
    """BLEMORE's MLP head."""
    torch.manual_seed(seed)
    inputs = views.shape[-1]
    head = nn.Sequential(nn.Linear(inputs, width), nn.ReLU(), nn.Linear(width, 8))
    steps = EPOCHS * len(shares) // BATCH
    optimiser = torch.optim.AdamW(head.parameters(), lr=2e-3, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, steps)
    for step in range(steps):
        rows = torch.randint(len(shares), (BATCH,))
        features = nn.functional.dropout(views[step % len(views)][rows], 0.1)
        loss = loss_of(head(features), shares[rows])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    return head.eval()


def fit(name: str, views: torch.Tensor, shares: torch.Tensor, seed: int) -> nn.Module:
    width = WIDTHS[name]
    return fit_mlp(width, views, shares, seed) if width else fit_linear(views, shares)


def last_layer(head: nn.Module) -> nn.Linear:
    return head[-1] if isinstance(head, nn.Sequential) else head


@torch.no_grad()
def six(head: nn.Module, temperature: float) -> nn.Module:
    """The head with its last layer cut down to LABELS and a temperature folded in."""
    last = last_layer(head)
    cut = nn.Linear(last.in_features, len(LABELS))
    cut.weight.copy_(last.weight[: len(LABELS)] / temperature)
    cut.bias.copy_(last.bias[: len(LABELS)] / temperature)
    return nn.Sequential(*copy.deepcopy(head)[:-1], cut) if isinstance(head, nn.Sequential) else cut


@torch.no_grad()
def logits_of(head: nn.Module, features: torch.Tensor) -> np.ndarray:
    return head(features)[:, : len(LABELS)].numpy().astype(np.float64)


def class_frequencies(faces: Faces) -> np.ndarray:
    """The six classes' parts of all votes for them: what the loss weighs them by."""
    total = faces.shares[:, : len(LABELS)].sum(0).numpy().astype(np.float64)
    return total / total.sum()


def smile_figures(logits: np.ndarray, smile: np.ndarray) -> dict:
    happiness = LABELS.index("hap")
    probabilities = softmax(logits)
    smiling = smile > 0.5
    led = probabilities.argmax(1) == happiness
    return {
        "n": len(smile),
        "auc": area_under_curve(probabilities[:, happiness], smiling),
        "smiles_led_by_happiness": float(led[smiling].mean()),
        "others_led_by_happiness": float(led[~smiling].mean()),
    }


def report(logits: np.ndarray, valid: Faces, prior: np.ndarray) -> dict:
    """Nested figures for each shift of the logits by -tau · log(prior)."""
    votes, halves = valid.votes[:, : len(LABELS)], half_of(valid.ids)
    return {f"tau {tau}": nested(logits - tau * np.log(prior), votes, halves) for tau in TAUS}


def show(name: str, ways: list[dict]) -> None:
    print(f"{name:28}", end="")
    for figure in ("accuracy", "uar", "kl", "acc_presence", "acc_salience", "objective"):
        values = [way[figure] for way in ways]
        print(f" {figure} {np.mean(values):.4f} ({' '.join(f'{v:.3f}' for v in values)})", end="")
    print(" recalls", np.mean([way["recalls"] for way in ways], 0).round(2).tolist(), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("genki", type=Path)
    parser.add_argument("--encoder", type=Path, nargs="+", required=True, help="checkpoint.pt or encoder.onnx; several side by side")
    parser.add_argument("--mirrored", action="store_true", help="average the features of a face and its mirror image")
    parser.add_argument("--heads", nargs="+", choices=WIDTHS, default=list(WIDTHS))
    parser.add_argument("--out", type=Path, required=True, help="where pack.pt and figures.json go")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)

    faces, valid, smiling = training_faces(args.data), validation_faces(args.data), smiles(args.genki, half=1)
    encoder = load_encoders(args.encoder, args.mirrored)
    cache = args.out / "features.pt"
    if not cache.exists():
        torch.save(all_features(encoder, args.mirrored, faces, valid, smiling), cache)
    views, seen, smile_features = torch.load(cache)
    prior, votes = class_frequencies(faces), valid.votes[:, : len(LABELS)]

    candidates = {}
    for name in args.heads:
        for seed in SEEDS if WIDTHS[name] else (0,):
            candidates[name, seed] = fit(name, views, faces.shares, seed)
    heads, results = {}, {}
    for (name, seed), head in candidates.items():
        logits = logits_of(head, seen)
        temperature = calibrated(logits, distribution(votes))
        result = report(logits, valid, prior)
        result["temperature"] = temperature
        result["smiles"] = smile_figures(logits_of(head, smile_features), smiling.smile.numpy())
        results[f"{name} seed {seed}"] = result
        for tau in TAUS:
            show(f"{name} seed {seed} tau {tau}", result[f"tau {tau}"])
        print(f"  temperature {temperature:.2f}", result["smiles"], flush=True)
        heads.setdefault(name, six(head, temperature))
    whole = {name: figures(softmax(logits_of(head, seen)), votes) for name, head in heads.items()}
    (args.out / "figures.json").write_text(json.dumps({"nested": results, "whole": whole, "prior": prior.tolist()}, indent=1))
    torch.save({"encoder": encoder, "heads": heads, "prior": prior.tolist()}, args.out / "pack.pt")


if __name__ == "__main__":
    main()
