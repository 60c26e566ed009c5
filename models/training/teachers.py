"""Nets that were trained before, as teachers of another one."""

from pathlib import Path

import torch

from network import SHAPES, Classifier


def load_classifier(path: Path, device: torch.device) -> Classifier:
    """The averaged weights of a checkpoint of train.py."""
    state = torch.load(path, map_location=device)
    model = Classifier(SHAPES[state["shape"]])
    model.load_state_dict(state["average"])
    return model.to(device, memory_format=torch.channels_last).eval()


class Teachers:
    def __init__(self, paths: list[Path], device: torch.device):
        self.models = [load_classifier(path, device) for path in paths]
        self.device = device

    @torch.no_grad()
    def probabilities(self, x: torch.Tensor) -> torch.Tensor:
        """[N,1,48,48] in [-1,1] -> [N,8], the mean of all teachers over each face and its mirror image."""
        both = torch.cat([x, x.flip(3)]).to(memory_format=torch.channels_last)
        with torch.autocast(self.device.type, dtype=torch.bfloat16, enabled=self.device.type == "cuda"):
            told = [model(both)[0].float().softmax(1) for model in self.models]
        mean = torch.stack(told).mean(0)
        return (mean[: len(x)] + mean[len(x) :]) / 2
