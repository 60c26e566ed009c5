"""Weights of fewer digits: what compresses well is sent sooner."""

import math

import numpy as np

STEPS = 128


def weight_step(weights: np.ndarray) -> float:
    """The largest power of two that is at most 1/128 of the weights' standard deviation."""
    return 2.0 ** math.floor(math.log2(weights.std(dtype=np.float64) / STEPS))


def rounded_weights(weights: np.ndarray) -> np.ndarray:
    """Weights of a layer as float16, rounded to the nearest multiple of `weight_step`; biases are halves as they are.

    A weight is off by half a step at most, or as far as a float16 is where it is larger than 2048 steps. Compressed
    with brotli, such weights take a quarter less than float16 with all of its digits.
    """
    if weights.ndim < 2 or not weights.any():
        return weights.astype(np.float16)
    step = weight_step(weights)
    # Adding zero takes the sign from the zeros.
    return (np.rint(weights.astype(np.float64) / step) * step + 0).astype(np.float16)
