"""Imports torchvision where its compiled operators belong to another build of torch (CUDA against CPU).

None of the encoders uses one, but torchvision describes two of them to torch when it is imported, which fails
where they are missing. Import this module before torchvision and before transformers, which imports it.
"""

import torch

OPERATORS = (
    "nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
)

try:
    import torchvision  # noqa: F401
except RuntimeError:
    # A library lives as long as its object.
    MISSING = torch.library.Library("torchvision", "DEF")
    for operator in OPERATORS:
        MISSING.define(operator)
    import torchvision  # noqa: F401
