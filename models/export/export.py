"""Exports one of the challenge's encoders as a pack: `python export.py clip --pretrained`."""

import argparse
import json
import logging
import time
from pathlib import Path

import torch

from encoders import clip, image_bind, video_swin, videomae
from graph import VARIANTS
from pack import export_pack

KINDS = {**clip.KINDS, **image_bind.KINDS, **videomae.KINDS, **video_swin.KINDS}


def main() -> None:
    # The exporter's and the quantizer's diaries.
    logging.disable(logging.INFO)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", choices=KINDS)
    weights = parser.add_mutually_exclusive_group(required=True)
    weights.add_argument("--pretrained", nargs="?", const="", metavar="PATH", help="upstream's weights, or a copy of them")
    weights.add_argument("--random", action="store_true", help="seeded weights: the true network, which has learned nothing")
    parser.add_argument("--variant", choices=VARIANTS, default="fp32", help="how weights are stored")
    parser.add_argument("--aggregated", action="store_true", help="heads read 7·D statistics over time; else single readings")
    parser.add_argument("--depth", type=int, help="fewer blocks than the true network has, for tests")
    parser.add_argument("--seed", type=int, default=1, help="of random weights")
    parser.add_argument("--threads", type=int, default=0, help="0 for as many as torch takes")
    parser.add_argument("--out", type=Path, help="the pack's folder; a new one beside the others by default")
    args = parser.parse_args()
    if args.threads:
        torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    started = time.monotonic()
    kind = KINDS[args.encoder]
    path = Path(args.pretrained) if args.pretrained else None
    encoder = kind.random(args.depth) if args.random else kind.pretrained(path, args.depth)
    way = "aggregated" if args.aggregated else "frames" if encoder.clip is None else "clips"
    folder = args.out or Path(__file__).resolve().parent.parent / f"{encoder.id}-{way}-{args.variant}"
    parameters = sum(parameter.numel() for parameter in encoder.module.parameters())
    figures = export_pack(encoder, folder, args.variant, args.aggregated, args.random)
    seconds = round(time.monotonic() - started)
    print(json.dumps({"pack": str(folder), "parameters": parameters, "seconds": seconds, **figures}))


if __name__ == "__main__":
    main()
