"""What a webcam adds to a face, on batches [N,1,48,48] in 0..1: geometry, light, optics, sensor, occlusion, JPEG."""

import io
import math

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image


def uniform(count: int, low: float, high: float) -> torch.Tensor:
    return torch.empty(count, 1, 1, 1).uniform_(low, high)


def some(count: int, probability: float) -> torch.Tensor:
    """A mask [N,1,1,1] of the samples an augmentation is applied to."""
    return torch.rand(count, 1, 1, 1) < probability


def geometry(x: torch.Tensor) -> torch.Tensor:
    """Flip, ±15° rotation, ±12 % scale, slight squeeze and shift."""
    n = len(x)
    angle = torch.empty(n).uniform_(-math.radians(15), math.radians(15))
    scale = torch.empty(n).uniform_(0.88, 1.12)
    squeeze = torch.empty(n).uniform_(0.93, 1.07)
    flip = torch.where(torch.rand(n) < 0.5, -1.0, 1.0)
    shift = torch.empty(n, 2).uniform_(-0.12, 0.12)
    cos, sin = torch.cos(angle), torch.sin(angle)
    theta = torch.stack(
        [
            torch.stack([flip * scale * squeeze * cos, -scale * sin, shift[:, 0]], 1),
            torch.stack([flip * scale * squeeze * sin, scale * cos, shift[:, 1]], 1),
        ],
        1,
    )
    grid = F.affine_grid(theta, list(x.shape), align_corners=False)
    return F.grid_sample(x, grid, padding_mode="border", align_corners=False)


def light(x: torch.Tensor) -> torch.Tensor:
    """Gamma, contrast and brightness, and light from one side."""
    n, _, h, w = x.shape
    x = x.clamp(0, 1).pow(torch.where(some(n, 0.5), uniform(n, -0.5, 0.5).exp(), torch.ones(1)))
    contrast = torch.where(some(n, 0.6), uniform(n, 0.6, 1.4), torch.ones(1))
    mean = x.mean((2, 3), keepdim=True)
    x = (x - mean) * contrast + mean + torch.where(some(n, 0.6), uniform(n, -0.2, 0.2), torch.zeros(1))
    ys, xs = torch.meshgrid(torch.linspace(-1, 1, h), torch.linspace(-1, 1, w), indexing="ij")
    direction = uniform(n, 0, 2 * math.pi)
    ramp = xs * direction.cos() + ys * direction.sin()
    return x * (1 + torch.where(some(n, 0.3), uniform(n, 0.1, 0.5), torch.zeros(1)) * ramp)


def optics(x: torch.Tensor) -> torch.Tensor:
    """Blur of a random width, a small face scaled up, and sensor noise."""
    n = len(x)
    blurred = x.clone()
    chosen = some(n, 0.25).flatten()
    if chosen.any():
        sigma = float(np.random.uniform(0.4, 1.1))
        taps = torch.exp(-torch.arange(-2, 3, dtype=torch.float32).square() / (2 * sigma * sigma))
        taps = (taps / taps.sum()).view(1, 1, 1, 5)
        part = F.conv2d(F.pad(x[chosen], (2, 2, 0, 0), mode="replicate"), taps)
        blurred[chosen] = F.conv2d(F.pad(part, (0, 0, 2, 2), mode="replicate"), taps.transpose(2, 3))
    small = some(n, 0.1).flatten()
    if small.any():
        side = int(np.random.randint(24, 40))
        part = F.interpolate(blurred[small], size=(side, side), mode="bilinear", antialias=True)
        blurred[small] = F.interpolate(part, size=x.shape[2:], mode="bilinear")
    noise = torch.where(some(n, 0.3), uniform(n, 0.0, 0.06), torch.zeros(1))
    return blurred + noise * torch.randn_like(x)


def occlusion(x: torch.Tensor) -> torch.Tensor:
    """A random rectangle erased in some samples, spectacles drawn over the eyes in others."""
    n, _, h, w = x.shape
    for i in torch.nonzero(torch.rand(n) < 0.3).flatten().tolist():
        eh, ew = np.random.randint(6, 18, 2)
        top, left = np.random.randint(0, h - eh + 1), np.random.randint(0, w - ew + 1)
        x[i, :, top : top + eh, left : left + ew] = float(np.random.uniform())
    for i in torch.nonzero(torch.rand(n) < 0.08).flatten().tolist():
        shade, y, half = float(np.random.uniform(0, 0.4)), np.random.randint(16, 22), np.random.randint(4, 6)
        for centre in (24 - np.random.randint(8, 10), 24 + np.random.randint(8, 10)):
            box = slice(y - half, y + half + 1), slice(centre - half - 1, centre + half + 2)
            inside = slice(y - half + 1, y + half), slice(centre - half, centre + half + 1)
            lens = x[i, 0][inside].clone()
            x[i, 0][box] = shade
            x[i, 0][inside] = lens
        x[i, 0, y - 1, 22:27] = shade
    return x


def jpeg(x: torch.Tensor, probability: float = 0.1) -> torch.Tensor:
    """Compression artefacts, with real JPEG."""
    for i in torch.nonzero(torch.rand(len(x)) < probability).flatten().tolist():
        pixels = (x[i, 0].clamp(0, 1) * 255).round().to(torch.uint8).numpy()
        buffer = io.BytesIO()
        Image.fromarray(pixels).save(buffer, "JPEG", quality=int(np.random.randint(25, 80)))
        x[i, 0] = torch.from_numpy(np.asarray(Image.open(buffer), dtype=np.float32) / 255)
    return x


def augment(x: torch.Tensor, share: float = 1.0) -> torch.Tensor:
    """[N,1,48,48] in 0..1 -> the same shape, a different photograph; a share of them also in a webcam's quality."""
    moved = geometry(x)
    webcam = jpeg(occlusion(optics(light(moved.clone()))))
    return torch.where(some(len(x), share), webcam, moved).clamp(0, 1)


def mixup(x: torch.Tensor, target: torch.Tensor, share: float = 0.4, concentration: float = 0.4):
    """Mixes part of a batch pairwise; the labels mix with the faces, as in a blend."""
    n = len(x)
    weight = torch.distributions.Beta(concentration, concentration).sample((n,))
    weight = torch.where(torch.rand(n) < share, torch.maximum(weight, 1 - weight), torch.ones(1))
    partner = torch.randperm(n)
    pixels = weight.view(n, 1, 1, 1)
    classes = weight.view(n, 1)
    return pixels * x + (1 - pixels) * x[partner], classes * target + (1 - classes) * target[partner]
