"""What is exported computes what torch does, and upstream's files are read. `python -m unittest discover tests`."""

import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import numpy as np  # noqa: E402
import torch  # noqa: E402

from encoder import Encoder  # noqa: E402
from encoders import clip, video_swin, videomae  # noqa: E402
from graph import relative_difference, run, run_torch, write_graph  # noqa: E402
from pack import mulberry32  # noqa: E402

# Of CLIP the middle layer's weights, of the others what attends to what: heads × tokens², and of Swin in 128 windows.
LARGEST = {"clip": 4 * 768 * 3072, "videomae-b": 4 * 12 * 1568**2, "video-swin-t": 4 * 128 * 3 * 392**2}

KINDS = {**clip.KINDS, **videomae.KINDS, **video_swin.KINDS}


def seeded(name: str) -> Encoder:
    torch.manual_seed(3)
    encoder = KINDS[name].random(1)
    encoder.module.eval()
    return encoder


def picture(encoder: Encoder) -> np.ndarray:
    return np.random.default_rng(5).uniform(-1, 1, (1, *encoder.shape)).astype(np.float32)


def upstream_names(module: videomae.MeanFeatures) -> dict[str, torch.Tensor]:
    """The module's weights as VideoMAEv2's own checkpoints name and lay them out."""
    state = module.state_dict()
    own = {name: value for name, value in state.items() if name.startswith("fc_norm.")}
    patch = "model.embeddings.patch_embeddings.projection"
    own |= {f"patch_embed.proj.{kind}": state[f"{patch}.{kind}"] for kind in ("weight", "bias")}
    attention = "model.encoder.layer.0.attention.attention"
    own["blocks.0.attn.qkv.weight"] = torch.cat([state[f"{attention}.{part}.weight"] for part in ("query", "key", "value")])
    own["blocks.0.attn.q_bias"] = state[f"{attention}.query.bias"]
    own["blocks.0.attn.v_bias"] = state[f"{attention}.value.bias"]
    for theirs, ours in videomae.LAYER.items():
        for kind in ("weight", "bias"):
            own[f"blocks.0.{theirs}.{kind}"] = state[f"model.encoder.layer.0.{ours}.{kind}"]
    return {**own, "head.weight": torch.zeros(710, module.dimension), "head.bias": torch.zeros(710)}


class Export(unittest.TestCase):
    def test_onnx_runtime_gives_what_torch_gives(self) -> None:
        for name in ("clip", "videomae-b", "video-swin-t"):
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                encoder, path = seeded(name), Path(folder) / "encoder.onnx"
                largest = write_graph(encoder.module, encoder.shape, encoder.clip is None, path, "fp32")
                self.assertEqual(largest, LARGEST[name])
                inputs = picture(encoder)
                self.assertLess(relative_difference(run(path, inputs), run_torch(encoder.module, inputs)), 1e-3)

    def test_generator_is_the_pages(self) -> None:
        # As src/core/math/random.ts gives for the seed 1.
        expected = [0.6270739405881613, 0.002735721180215478, 0.5274470399599522]
        np.testing.assert_allclose(mulberry32(1, 3), expected, rtol=1e-6)


class Pretrained(unittest.TestCase):
    def assert_same(self, name: str, path: Path) -> None:
        encoder, loaded = seeded(name), KINDS[name].pretrained(path, 1)
        loaded.module.eval()
        inputs = picture(encoder)
        np.testing.assert_allclose(run_torch(loaded.module, inputs), run_torch(encoder.module, inputs), rtol=1e-5, atol=1e-6)

    def test_clip_as_transformers_saves_it(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            seeded("clip").module.model.save_pretrained(folder)
            self.assert_same("clip", Path(folder))

    def test_videomae_under_upstreams_names(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "vit_b.pth"
            torch.save({"module": upstream_names(seeded("videomae-b").module)}, path)
            self.assert_same("videomae-b", path)

    def test_videomae_without_a_file(self) -> None:
        with self.assertRaisesRegex(SystemExit, "vit_b_k710_dl_from_giant.pth"):
            videomae.KINDS["videomae-b"].pretrained(None, 1)


if __name__ == "__main__":
    unittest.main()
