"""Reads clips with a pack as the Evaluate page does, to compare the two: `python read_clips.py PACK CLIP…`.

Prints, as JSON, each clip's frames, what the heads were given for it, and each head's six probabilities. Pillow decodes
animated pictures, and FFmpeg videos, whose colours become red, green and blue as the file says. Every frame is read; the
page leaves out those that show no face.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
import onnxruntime
import torch
from av.video.reformatter import ColorRange
from PIL import Image, ImageSequence
from torch.nn.functional import interpolate

from pack import aggregate

PICTURES = {".apng", ".avif", ".gif", ".png", ".webp"}
# Shares of red and blue in the brightness.
BT601, BT709 = (0.299, 0.114), (0.2126, 0.0722)
# As ISO/IEC 23091-2 numbers matrices.
MATRIX_BT709, MATRIX_UNSPECIFIED = 1, 2
# Untagged videos of so many lines are taken for high definition.
HIGH_DEFINITION = 720


def frames_of(path: Path) -> Iterator[np.ndarray]:
    """Each frame as [H, W, 3], red, green, blue."""
    if path.suffix.lower() in PICTURES:
        with Image.open(path) as animation:
            for picture in ImageSequence.Iterator(animation):
                yield np.asarray(picture.convert("RGB"))
        return
    with av.open(path) as container:
        stream = container.streams.video[0]
        # Of the file; a frame says what its codec assumes.
        matrix, full = int(stream.codec_context.colorspace), stream.codec_context.color_range == ColorRange.JPEG
        untagged = matrix == MATRIX_UNSPECIFIED and stream.height >= HIGH_DEFINITION
        shares = BT709 if matrix == MATRIX_BT709 or untagged else BT601
        for frame in container.decode(stream):
            yield coloured(frame, shares, full)


def coloured(frame: av.VideoFrame, shares: tuple[float, float], full: bool) -> np.ndarray:
    """As browsers do it: each pixel takes the colour of its block of four."""
    if frame.format.name not in ("yuv420p", "yuvj420p"):
        raise SystemExit(f"frames stored as {frame.format.name} are not read here, but only yuv420p")
    planes = [np.asarray(plane).reshape(-1, plane.line_size)[:, : plane.width] for plane in frame.planes]
    brightness, *colours = (plane.astype(np.float64) for plane in planes)
    blue, red = (plane.repeat(2, 0).repeat(2, 1)[: frame.height, : frame.width] - 128 for plane in colours)
    if not full:
        brightness, blue, red = (brightness - 16) * 255 / 219, blue * 255 / 224, red * 255 / 224
    of_red, of_blue = shares
    more_red, more_blue = 2 * (1 - of_red) * red, 2 * (1 - of_blue) * blue
    more_green = -(of_red * more_red + of_blue * more_blue) / (1 - of_red - of_blue)
    return np.stack([brightness + more for more in (more_red, more_green, more_blue)], -1).round().clip(0, 255).astype(np.uint8)


def square(frame: np.ndarray, size: int, crop: dict) -> np.ndarray:
    """[size, size, 3] of a whole frame, by one of the ways that models/README.md describes."""
    height, width = frame.shape[:2]
    if crop["fit"] == "squash":
        return bilinear(frame, size, size)
    short, shorter = crop.get("resize", size), min(height, width)
    wide, high = int(short * width / shorter), int(short * height / shorter)
    if crop["resample"] == "bicubic":
        resized = np.asarray(Image.fromarray(frame).resize((wide, high), Image.Resampling.BICUBIC))
        left, top = (wide - size) // 2, (high - size) // 2
    else:
        resized = bilinear(frame, wide, high)
        left, top = round((wide - size) / 2), round((high - size) / 2)
    return resized[top : top + size, left : left + size]


def bilinear(frame: np.ndarray, width: int, height: int) -> np.ndarray:
    planes = torch.from_numpy(frame).permute(2, 0, 1)[None].double()
    resized = interpolate(planes, (height, width), mode="bilinear", align_corners=False, antialias=False)
    return resized[0].round().permute(1, 2, 0).numpy()


def tensor(image: np.ndarray, spec: dict) -> np.ndarray:
    """[3, size, size] as the encoder takes it."""
    ordered = image[..., ::-1] if spec["channels"] == "bgr" else image
    scaled = (ordered.astype(np.float64) * spec["scale"] - spec["mean"]) / spec["std"]
    return scaled.transpose(2, 0, 1).astype(np.float32)


def windows(tensors: np.ndarray, temporal: dict, black: np.ndarray) -> Iterator[np.ndarray]:
    """What the encoder takes at once: single frames, or clips of them."""
    if temporal["kind"] != "clip":
        yield from tensors
        return
    length = temporal["frames"]
    for start in range(0, len(tensors), temporal["stride"]):
        clip = tensors[start : start + length]
        if len(clip) < length and temporal["tail"] == "drop":
            return
        filler = black if temporal["tail"] == "zero" else tensors[-1]
        yield np.stack([*clip, *[filler] * (length - len(clip))])


@dataclass(frozen=True)
class Network:
    session: onnxruntime.InferenceSession

    @classmethod
    def open(cls, path: Path) -> "Network":
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        return cls(onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"]))

    def run(self, inputs: np.ndarray) -> np.ndarray:
        return self.session.run(None, {self.session.get_inputs()[0].name: inputs.astype(np.float32)})[0]


def standardised(rows: np.ndarray, head: dict) -> np.ndarray:
    scale = head.get("standardise")
    if scale is None:
        return rows
    if scale == "window":
        deviation = rows.std(1, keepdims=True)
        return (rows - rows.mean(1, keepdims=True)) / np.where(deviation == 0, 1, deviation)
    deviation = np.asarray(scale["std"])
    return (rows - scale["mean"]) / np.where(deviation == 0, 1, deviation)


def softmax(logits: np.ndarray) -> list[float]:
    raised = np.exp(logits - logits.max())
    return [float(value) for value in raised / raised.sum()]


def read(path: Path, pack: dict, encoder: Network, heads: list[tuple[dict, Network]]) -> dict:
    spec, crop = pack["encoder"]["input"], pack["encoder"]["crop"]
    size = spec["size"]
    tensors = np.stack([tensor(square(frame, size, crop), spec) for frame in frames_of(path)])
    black = tensor(np.zeros((size, size, 3), np.uint8), spec)
    inputs = windows(tensors, pack["temporal"], black)
    features = np.concatenate([encoder.run(one[None]) for one in inputs]).astype(np.float64)
    aggregated = pack["temporal"].get("statistics") or pack["temporal"].get("aggregate")
    rows = aggregate(features)[None] if aggregated else features
    probabilities = {head["id"]: softmax(net.run(standardised(rows, head)).mean(0)) for head, net in heads}
    return {"frames": len(tensors), "rows": rows.tolist(), "probabilities": probabilities}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack", type=Path, help="a folder that export.py has written")
    parser.add_argument("clips", type=Path, nargs="+")
    args = parser.parse_args()
    pack = json.loads((args.pack / "pack.json").read_text())
    crop = pack["encoder"]["crop"]
    if crop["kind"] != "frame" or (crop["fit"] != "squash" and crop.get("resample") not in ("bicubic", "bilinear")):
        raise SystemExit(f"{args.pack} reads faces, or frames as the page alone cuts them: this reads only export.py's packs")
    encoder = Network.open(args.pack / pack["encoder"]["file"])
    heads = [(head, Network.open(args.pack / head["file"])) for head in pack["heads"]]
    print(json.dumps({path.name: read(path, pack, encoder, heads) for path in args.clips}))


if __name__ == "__main__":
    main()
