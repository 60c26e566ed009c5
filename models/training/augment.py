"""What a webcam adds to a face, on batches [N,1,48,48] in 0..1: geometry, light, optics, sensor, occlusion, JPEG."""

import io
import math

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image


def uniform(x: torch.Tensor, low: float, high: float) -> torch.Tensor:
    """A number [N,1,1,1] for each sample, where x is."""
    return torch.empty(len(x), 1, 1, 1, device=x.device).uniform_(low, high)


def whole(x: torch.Tensor, low: int, high: int) -> torch.Tensor:
    """A whole number of low..high - 1 for each sample."""
    return torch.randint(low, high, (len(x), 1, 1, 1), device=x.device)


def some(x: torch.Tensor, probability: float) -> torch.Tensor:
    """A mask [N,1,1,1] of the samples an augmentation is applied to."""
    return torch.rand(len(x), 1, 1, 1, device=x.device) < probability


def coordinates(x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """The row and the column of each pixel, [H,1] and [1,W]."""
    _, _, h, w = x.shape
    return torch.arange(h, device=x.device)[:, None], torch.arange(w, device=x.device)[None, :]


def geometry(x: torch.Tensor) -> torch.Tensor:
    """Flip, ±15° rotation, ±12 % scale, slight squeeze and shift."""
    angle = uniform(x, -math.radians(15), math.radians(15)).flatten()
    scale, squeeze = uniform(x, 0.88, 1.12).flatten(), uniform(x, 0.93, 1.07).flatten()
    flip = 1 - 2.0 * some(x, 0.5).flatten()
    cos, sin = torch.cos(angle), torch.sin(angle)
    theta = torch.stack(
        [
            torch.stack([flip * scale * squeeze * cos, -scale * sin, uniform(x, -0.12, 0.12).flatten()], 1),
            torch.stack([flip * scale * squeeze * sin, scale * cos, uniform(x, -0.12, 0.12).flatten()], 1),
        ],
        1,
    )
    grid = F.affine_grid(theta, list(x.shape), align_corners=False)
    return F.grid_sample(x, grid, padding_mode="border", align_corners=False)


def light(x: torch.Tensor) -> torch.Tensor:
    """Gamma, contrast and brightness, and light from one side."""
    x = x.clamp(0, 1).pow(torch.where(some(x, 0.5), uniform(x, -0.5, 0.5).exp(), 1.0))
    contrast = torch.where(some(x, 0.6), uniform(x, 0.6, 1.4), 1.0)
    mean = x.mean((2, 3), keepdim=True)
    x = (x - mean) * contrast + mean + torch.where(some(x, 0.6), uniform(x, -0.2, 0.2), 0.0)
    rows, columns = coordinates(x)
    direction = uniform(x, 0, 2 * math.pi)
    ramp = (columns / (x.shape[3] - 1) * 2 - 1) * direction.cos() + (rows / (x.shape[2] - 1) * 2 - 1) * direction.sin()
    return x * (1 + torch.where(some(x, 0.3), uniform(x, 0.1, 0.5), 0.0) * ramp)


def blurred(x: torch.Tensor, sigma: float) -> torch.Tensor:
    taps = torch.exp(-torch.arange(-2, 3, dtype=torch.float32, device=x.device).square() / (2 * sigma * sigma))
    taps = (taps / taps.sum()).view(1, 1, 1, 5)
    across = F.conv2d(F.pad(x, (2, 2, 0, 0), mode="replicate"), taps)
    return F.conv2d(F.pad(across, (0, 0, 2, 2), mode="replicate"), taps.transpose(2, 3))


def optics(x: torch.Tensor) -> torch.Tensor:
    """Blur of a random width, a small face scaled up, and sensor noise."""
    soft = torch.where(some(x, 0.25), blurred(x, float(np.random.uniform(0.4, 1.1))), x)
    side = int(np.random.randint(24, 40))
    small = F.interpolate(soft, size=(side, side), mode="bilinear", antialias=True)
    soft = torch.where(some(x, 0.1), F.interpolate(small, size=x.shape[2:], mode="bilinear"), soft)
    return soft + torch.where(some(x, 0.3), uniform(x, 0.0, 0.06), 0.0) * torch.randn_like(x)


def box(x: torch.Tensor, top: torch.Tensor, left: torch.Tensor, height: torch.Tensor, width: torch.Tensor) -> torch.Tensor:
    """A mask [N,1,H,W] of a rectangle in each sample."""
    rows, columns = coordinates(x)
    return (rows >= top) & (rows < top + height) & (columns >= left) & (columns < left + width)


def occlusion(x: torch.Tensor) -> torch.Tensor:
    """A random rectangle erased in some samples, spectacles drawn over the eyes in others."""
    height, width = whole(x, 6, 18), whole(x, 6, 18)
    top = (uniform(x, 0, 1) * (x.shape[2] - height + 1)).floor()
    left = (uniform(x, 0, 1) * (x.shape[3] - width + 1)).floor()
    x = torch.where(some(x, 0.3) & box(x, top, left, height, width), uniform(x, 0, 1), x)

    middle, half = whole(x, 16, 22), whole(x, 4, 6)
    frame = box(x, middle - 1, torch.full_like(middle, 22), torch.ones_like(middle), torch.full_like(middle, 5))
    for centre in (24 - whole(x, 8, 10), 24 + whole(x, 8, 10)):
        outer = box(x, middle - half, centre - half - 1, 2 * half + 1, 2 * half + 3)
        frame = frame | (outer & ~box(x, middle - half + 1, centre - half, 2 * half - 1, 2 * half + 1))
    return torch.where(some(x, 0.08) & frame, uniform(x, 0, 0.4), x)


def jpeg(x: torch.Tensor, probability: float = 0.1) -> torch.Tensor:
    """Compression artefacts, with real JPEG."""
    chosen = torch.nonzero(some(x, probability).flatten()).flatten()
    found = [compressed(face) for face in (x[chosen, 0].clamp(0, 1) * 255).round().to(torch.uint8).cpu().numpy()]
    if found:
        x[chosen, 0] = torch.from_numpy(np.stack(found)).to(x.device).float() / 255
    return x


def compressed(pixels: np.ndarray) -> np.ndarray:
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG", quality=int(np.random.randint(25, 80)))
    return np.asarray(Image.open(buffer))


def augment(x: torch.Tensor, share: float = 1.0) -> torch.Tensor:
    """[N,1,48,48] in 0..1 -> the same shape, a different photograph; a share of them also in a webcam's quality."""
    moved = geometry(x)
    webcam = jpeg(occlusion(optics(light(moved.clone()))))
    return torch.where(some(x, share), webcam, moved).clamp(0, 1)


def mixup(x: torch.Tensor, target: torch.Tensor, share: float = 0.4, concentration: float = 0.4):
    """Mixes part of a batch pairwise; the labels mix with the faces, as in a blend."""
    weight = torch.distributions.Beta(concentration, concentration).sample((len(x),)).to(x.device)
    weight = torch.where(some(x, share).flatten(), torch.maximum(weight, 1 - weight), 1.0)
    partner = torch.randperm(len(x), device=x.device)
    pixels, classes = weight.view(-1, 1, 1, 1), weight.view(-1, 1)
    return pixels * x + (1 - pixels) * x[partner], classes * target + (1 - classes) * target[partner]
