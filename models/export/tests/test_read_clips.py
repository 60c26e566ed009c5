"""Clips are read as the page does, which tests/browser/encoder-evaluation.test.ts proves in a browser."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import av  # noqa: E402
import numpy as np  # noqa: E402

from read_clips import BT601, BT709, coloured, square, standardised, windows  # noqa: E402


def flat(brightness: int, blue: int, red: int) -> av.VideoFrame:
    frame = av.VideoFrame(6, 4, "yuv420p")
    for plane, value in zip(frame.planes, (brightness, blue, red), strict=True):
        plane.update(bytes([value]) * plane.buffer_size)
    return frame


class Frames(unittest.TestCase):
    def test_colours_are_those_of_the_standards(self) -> None:
        for values, shares, full, expected in (
            ((81, 90, 240), BT601, False, (254, 0, 0)),
            ((63, 102, 240), BT709, False, (255, 1, 0)),
            ((76, 85, 255), BT601, True, (254, 0, 0)),
            ((235, 128, 128), BT601, False, (255, 255, 255)),
        ):
            with self.subTest(values):
                image = coloured(flat(*values), shares, full)
                self.assertEqual(image.shape, (4, 6, 3))
                self.assertEqual(tuple(image[3, 5]), expected)

    def test_the_middle_is_cut(self) -> None:
        frame = np.zeros((4, 8, 3), np.uint8)
        frame[:, 2:6] = 200
        for resample in ("bicubic", "bilinear"):
            crop = {"kind": "frame", "fit": "centre", "resample": resample}
            self.assertTrue((square(frame, 4, crop) == 200).all())


class Windows(unittest.TestCase):
    def test_a_short_tail_is_filled_as_the_pack_says(self) -> None:
        frames = np.arange(1, 6, dtype=np.float32)[:, None]
        clip = {"kind": "clip", "frames": 4, "stride": 2}
        for tail, last in (("zero", [[3, 4, 5, 0], [5, 0, 0, 0]]), ("repeat", [[3, 4, 5, 5], [5, 5, 5, 5]]), ("drop", [])):
            given = [list(window.ravel()) for window in windows(frames, {**clip, "tail": tail}, np.zeros(1))]
            self.assertEqual(given, [[1, 2, 3, 4], *last])

    def test_a_window_is_standardised_by_its_own_numbers(self) -> None:
        rows = standardised(np.array([[1.0, 3.0], [5.0, 5.0]]), {"standardise": "window"})
        self.assertEqual(rows.tolist(), [[-1, 1], [0, 0]])


if __name__ == "__main__":
    unittest.main()
