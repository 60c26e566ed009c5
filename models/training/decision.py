"""Chooses alpha and beta, for faces as they are and for faces read against their own rest, on FER+ and the drawn face.

FER+ holds nobody twice. There a face's rest is taken to be that of relaxed faces on average, and only faces that show an
emotion are read against it: that says which emotion is read, not whether one is. Whether one is was measured on persons
(the card says how); the form keeps that: against a rest, neutral leads exactly where no emotion has risen by the margin.
"""

import argparse
import json
from pathlib import Path

import numpy as np

from data import validation_faces
from drawn import Drawn, drawn, pair_right, rank_correlations, rests, top_right
from halves import half_of
from labels import LABELS, NEUTRAL, derived_label, distribution
from metrics import softmax
from own_neutral import Form, OTHERS, against_neutral, relative, subtracted
from score import logits_of_pack

ALPHAS, BETAS = np.arange(0.04, 0.301, 0.01), np.arange(0.1, 0.901, 0.05)


class Judged:
    """The rule's answers for probabilities and labels, at every alpha and beta of the grid."""

    def __init__(self, probabilities: np.ndarray, labels: list[dict[int, int]]):
        order = np.argsort(-probabilities, 1, kind="stable")[:, :2]
        values = np.take_along_axis(probabilities, order, 1)
        self.pairs, self.second, self.gap = order, values[:, 1], values[:, 0] - values[:, 1]
        self.mixable = ~(order == NEUTRAL).any(1)
        self.labels = labels
        self.blend = np.array([len(label) == 2 for label in labels])

    def right(self, alpha: float, beta: float) -> tuple[np.ndarray, np.ndarray]:
        """For each face: are the right emotions named, and with the right shares?"""
        blended = self.mixable & (self.second >= alpha)
        presence, exact = np.zeros(len(self.labels), bool), np.zeros(len(self.labels), bool)
        for i, label in enumerate(self.labels):
            first, second = (int(each) for each in self.pairs[i])
            shares = (50, 50) if self.gap[i] <= beta else (70, 30)
            answer = {first: shares[0], second: shares[1]} if blended[i] else {first: 100}
            presence[i], exact[i] = set(answer) == set(label), answer == label
        return presence, exact


class Criterion:
    """What thresholds are chosen by: the mean of five shares of right answers."""

    def __init__(self, photographs: Judged, singles: Judged, blends: Judged):
        self.parts = photographs, singles, blends

    def figures(self, alpha: float, beta: float) -> dict[str, float]:
        (presence, exact), (single, _), (pair, shares) = (part.right(alpha, beta) for part in self.parts)
        return {
            "ACC_presence": presence.mean(),
            "ACC_salience": exact[self.parts[0].blend].mean(),
            "drawn singles": single.mean(),
            "drawn blends": pair.mean(),
            "with their shares": shares.mean(),
        }

    def value(self, alpha: float, beta: float) -> float:
        return float(np.mean(list(self.figures(alpha, beta).values())))

    def best(self) -> tuple[float, float]:
        """Of equals the smallest alpha, then beta."""
        return max(((a, b) for a in ALPHAS for b in BETAS), key=lambda pair: round(self.value(*pair), 9))


class Material:
    """All faces, read in one way."""

    def __init__(self, way, votes: np.ndarray, logits: np.ndarray, faces: dict[str, Drawn], emotional: bool):
        self.labels = [derived_label(row) for row in votes]
        self.rows = np.array([not emotional or NEUTRAL not in label for label in self.labels])
        self.photographs = way(logits, None)
        if emotional:
            self.photographs[:, NEUTRAL] = -np.inf
        self.drawn = {kind: way(each.logits, each.look) for kind, each in faces.items()}
        self.faces = faces

    def criterion(self, rows: np.ndarray, looks: tuple[int, ...]) -> Criterion:
        chosen = rows & self.rows
        photographs = Judged(softmax(self.photographs[chosen]), [l for l, c in zip(self.labels, chosen, strict=True) if c])

        def judged(kind: str) -> Judged:
            who = np.isin(self.faces[kind].look, looks)
            return Judged(softmax(self.drawn[kind][who]), self.faces[kind].of(who).labels())

        return Criterion(photographs, judged("singles"), judged("blends"))


def show(name: str, figures: dict[str, float]) -> None:
    print(f"  {name:34}", "  ".join(f"{key} {value:.3f}" for key, value in figures.items()), flush=True)


def choose(name: str, material: Material, halves: np.ndarray) -> tuple[float, float]:
    """Prints what thresholds tuned on half of the photographs and of the drawn people do on the others."""
    looks = (0, 2, 4), (1, 3)
    print(name)
    unseen = []
    for half in (0, 1):
        alpha, beta = material.criterion(halves == half, looks[half]).best()
        unseen.append(material.criterion(halves != half, looks[1 - half]).figures(alpha, beta))
        show(f"half {half} says {alpha:.2f} {beta:.2f}; the other", unseen[-1])
    show("mean of what saw nothing", {key: float(np.mean([each[key] for each in unseen])) for key in unseen[0]})
    everything = material.criterion(np.ones(len(halves), bool), (0, 1, 2, 3, 4))
    alpha, beta = everything.best()
    show(f"all say {alpha:.2f} {beta:.2f}; all", everything.figures(alpha, beta))
    return round(alpha, 2), round(beta, 2)


def compare(name: str, way, votes: np.ndarray, logits: np.ndarray, faces: dict[str, Drawn]) -> None:
    """A row of figures that need no thresholds, for one form of the own neutral."""
    shares = distribution(votes)[:, OTHERS]
    emotional = distribution(votes).argmax(1) != NEUTRAL
    read = way(logits, None)[:, OTHERS]
    truth, answer = shares.argmax(1)[emotional], read.argmax(1)[emotional]
    recalls = [(answer[truth == i] == i).mean() for i in range(len(OTHERS))]
    labels = [derived_label(row) for row in votes]
    blends = np.array([len(label) == 2 for label in labels])
    pairs = np.sort(np.argsort(-read[blends], 1)[:, :2], 1)
    wanted = np.sort([list(label) for label in labels if len(label) == 2], 1)
    at = {kind: way(each.logits, each.look) for kind, each in faces.items()}
    calm = faces["singles"].shares[:, NEUTRAL] == 1
    correlations = rank_correlations(at["steps"], faces["steps"])
    print(
        f"| {name} | {(truth == answer).mean():.3f} | {np.mean(recalls):.3f} | {(pairs == wanted).all(1).mean():.3f} "
        f"| {top_right(at['singles'], faces['singles'])} | {pair_right(at['blends'], faces['blends'])} "
        f"| {correlations.mean():.3f} ({correlations.min():.2f}) | {softmax(at['singles'])[calm, NEUTRAL].min():.2f} |"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("drawn", type=Path, help="what `npm run drawn -- --out FILE` wrote")
    parser.add_argument("--pack", type=Path, default=Path("../faces-48"))
    parser.add_argument("--head", help="the id of a head; the first one where not given")
    parser.add_argument("--write", action="store_true", help="put the thresholds into pack.json")
    args = parser.parse_args()
    manifest = json.loads((args.pack / "pack.json").read_text())
    decision = manifest["decision"]

    valid = validation_faces(args.data)
    votes = valid.votes[:, : len(LABELS)]
    logits = logits_of_pack(args.pack, args.head, valid.images.numpy())
    faces = drawn(args.drawn, args.pack, args.head)
    at_rest = rests(faces["singles"])

    def rest_of(look: np.ndarray | None, logits: np.ndarray) -> np.ndarray:
        return np.tile(decision["rest"]["mean"], (len(logits), 1)) if look is None else at_rest[look]

    def by(form: Form):
        return lambda logits, look: against_neutral(logits, rest_of(look, logits), decision, form)

    def plain(margin: float):
        return lambda logits, look: subtracted(logits, rest_of(look, logits), margin)

    print("| form | photographs: accuracy | mean recall | pairs | drawn singles | blends | rank | neutral at rest |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    compare("as it is", lambda logits, _: relative(logits), votes, logits, faces)
    compare("z - rest - m", plain(1.5), votes, logits, faces)
    for raised in (0.0, 0.25, 0.5, 0.75):
        for personal in (0.0, 0.3, 0.6, 1.0):
            form = Form(margin=decision["rest"]["margin"], personal=personal, raised=raised)
            compare(f"raised {raised}, personal {personal}", by(form), votes, logits, faces)

    halves = half_of(valid.ids)
    as_it_is = Material(lambda logits, _: relative(logits), votes, logits, faces, emotional=False)
    own = Material(by(Form(margin=decision["rest"]["margin"])), votes, logits, faces, emotional=True)
    alpha, beta = choose("as it is", as_it_is, halves)
    own_alpha, own_beta = choose("against the own neutral", own, halves)
    if args.write:
        decision.update(alpha=alpha, beta=beta)
        decision["rest"].update(alpha=own_alpha, beta=own_beta)
        (args.pack / "pack.json").write_text(json.dumps(manifest, indent=1) + "\n")


if __name__ == "__main__":
    main()
