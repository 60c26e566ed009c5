#!/usr/bin/env bash
# Exports small versions of the encoders into $1, for tests: the true code, fewer blocks, seeded weights.
set -e
cd "$(dirname "$0")"
python=${PYTHON:-python3}
out=$1
"$python" -W ignore export.py clip --random --depth 2 --out "$out/clip-reduced"
"$python" -W ignore export.py clip --random --depth 2 --aggregated --out "$out/clip-aggregated-reduced"
"$python" -W ignore export.py videomae-b --random --depth 1 --variant fp16 --out "$out/videomae-reduced"
"$python" -W ignore export.py video-swin-t --random --depth 1 --variant fp16 --aggregated --out "$out/video-swin-aggregated-reduced"
