"""Known disturbances of a face, on images [N,1,48,48] in 0..1: what robustness.py draws its curves over."""

import math

import torch
import torch.nn.functional as F

SIDE = 48
# Of the crop's side, see pack.json.
EYE_DISTANCE = 0.375
# How far a camera is from a face, in half sides of the crop.
CAMERA = 6.0


def blurred(x: torch.Tensor, sigma: float) -> torch.Tensor:
    reach = math.ceil(3 * sigma)
    taps = torch.exp(-torch.arange(-reach, reach + 1, dtype=torch.float32).square() / (2 * sigma * sigma))
    taps = (taps / taps.sum()).view(1, 1, 1, -1)
    across = F.conv2d(F.pad(x, (reach, reach, 0, 0), mode="replicate"), taps)
    return F.conv2d(F.pad(across, (0, 0, reach, reach), mode="replicate"), taps.transpose(2, 3))


def exposed(x: torch.Tensor, stops: float) -> torch.Tensor:
    """More or less light, as a camera records it: highlights clip."""
    return (x.pow(2.2) * 2**stops).clamp(0, 1).pow(1 / 2.2)


def lit_from_side(x: torch.Tensor, strength: float) -> torch.Tensor:
    ramp = torch.linspace(1 + strength, 1 - strength, SIDE).view(1, 1, 1, SIDE)
    return (x * ramp).clamp(0, 1)


def noisy(x: torch.Tensor, deviation: float) -> torch.Tensor:
    generator = torch.Generator().manual_seed(0)
    return (x + deviation * torch.randn(x.shape, generator=generator)).clamp(0, 1)


def sampled(x: torch.Tensor, xs: torch.Tensor, ys: torch.Tensor) -> torch.Tensor:
    """The image at points given in -1..1 from its centre; edge pixels repeat."""
    grid = torch.stack([xs, ys], -1).unsqueeze(0).expand(len(x), -1, -1, -1)
    return F.grid_sample(x, grid, padding_mode="border", align_corners=False)


def points() -> tuple[torch.Tensor, torch.Tensor]:
    """Rows and columns of the pixels' centres, in -1..1."""
    centres = (torch.arange(SIDE) * 2 + 1) / SIDE - 1
    return torch.meshgrid(centres, centres, indexing="ij")


def rolled(x: torch.Tensor, degrees: float) -> torch.Tensor:
    ys, xs = points()
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return sampled(x, xs * cos - ys * sin, xs * sin + ys * cos)


def turned(x: torch.Tensor, degrees: float) -> torch.Tensor:
    """A flat picture turned about its upright axis: foreshortening and perspective, no depth."""
    ys, xs = points()
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    across = xs * CAMERA / (CAMERA * cos - xs * sin)
    return sampled(x, across, ys * (CAMERA + across * sin) / CAMERA)


def eyes_shifted(x: torch.Tensor, share: float) -> torch.Tensor:
    """Both eye points found too far right and down, by a share of their distance."""
    ys, xs = points()
    offset = 2 * EYE_DISTANCE * share / math.sqrt(2)
    return sampled(x, xs + offset, ys + offset)


def eyes_apart(x: torch.Tensor, factor: float) -> torch.Tensor:
    """Eyes found too far apart, so that the crop is too large."""
    ys, xs = points()
    return sampled(x, xs * factor, ys * factor)


def small(x: torch.Tensor, side: int) -> torch.Tensor:
    """A face of fewer pixels, scaled up again."""
    less = F.interpolate(x, size=(side, side), mode="bilinear", antialias=True, align_corners=False)
    return F.interpolate(less, size=(SIDE, SIDE), mode="bilinear", align_corners=False)


CURVES = {
    "blur, sigma in pixels": (blurred, (0.5, 1.0, 1.5, 2.0)),
    "exposure, stops": (exposed, (-3, -2, -1, 1, 2)),
    "light from one side": (lit_from_side, (0.25, 0.5, 0.75)),
    "noise, deviation": (noisy, (0.02, 0.05, 0.1)),
    "roll, degrees": (rolled, (5, 10, 20, 30, 40)),
    "turn, degrees": (turned, (10, 20, 30, 40)),
    "eye points shifted, of their distance": (eyes_shifted, (0.05, 0.1, 0.2, 0.3)),
    "eye distance, factor": (eyes_apart, (0.8, 0.9, 1.1, 1.25)),
    "size, pixels": (small, (40, 32, 28, 24)),
}
