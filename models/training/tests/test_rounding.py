"""How weights are rounded before they are stored. `python -m unittest discover tests`, without torch."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np  # noqa: E402

from rounding import rounded_weights, weight_step  # noqa: E402

WEIGHTS = np.random.default_rng(7).normal(0, 0.1, (64, 32, 3, 3)).astype(np.float32)


class RoundedWeights(unittest.TestCase):
    def test_the_step_is_a_power_of_two_by_the_deviation(self) -> None:
        self.assertEqual(weight_step(np.array([[-1.0, 1.0]])), 2**-7)
        self.assertEqual(weight_step(np.array([[-1.99, 1.99]])), 2**-7)
        self.assertEqual(weight_step(np.array([[-0.99, 0.99]])), 2**-8)

    def test_weights_are_the_nearest_multiples_of_the_step(self) -> None:
        step = weight_step(WEIGHTS)
        rounded = rounded_weights(WEIGHTS)
        self.assertEqual(rounded.dtype, np.float16)
        np.testing.assert_array_equal(rounded % np.float16(step), 0)
        self.assertLessEqual(np.abs(rounded.astype(np.float64) - WEIGHTS).max(), step / 2)

    def test_a_zero_has_no_sign(self) -> None:
        rounded = rounded_weights(np.array([[-1.0, 1.0, -1e-4, 1e-4]], np.float32))
        self.assertFalse(np.signbit(rounded[0, 2]))

    def test_nothing_is_left_to_round(self) -> None:
        rounded = rounded_weights(WEIGHTS)
        np.testing.assert_array_equal(rounded_weights(rounded), rounded)

    def test_a_weight_far_from_the_others_is_a_float16(self) -> None:
        weights = np.append(WEIGHTS.reshape(64, -1), np.full((64, 1), 7.003), axis=1)
        self.assertEqual(rounded_weights(weights)[0, -1], np.float16(7.003))

    def test_biases_and_zeros_stay_as_they_are(self) -> None:
        bias = WEIGHTS[:, 0, 0, 0]
        np.testing.assert_array_equal(rounded_weights(bias), bias.astype(np.float16))
        np.testing.assert_array_equal(rounded_weights(np.zeros((2, 2))), np.zeros((2, 2)))


if __name__ == "__main__":
    unittest.main()
