"""Cuts a set of faces in two fixed halves, so that what is tuned on one is reported on the other."""

import numpy as np


def half_of(ids: np.ndarray) -> np.ndarray:
    """0 or 1 for each id, from its hash: neighbours in the table, often of one source, are spread over both."""
    mixed = (ids.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    mixed ^= mixed >> np.uint64(32)
    return ((mixed * np.uint64(0xD6E8FEB86659FD93)) >> np.uint64(63)).astype(int)
