"""`consort quantize` against bitsandbytes: codes, absmax, nested parts and dequantised values equal to the last bit."""
import numpy as np
import pytest
import torch

torch.set_num_threads(1)  # the order of additions in the mean of absmax depends on the number of threads
import bitsandbytes.functional as bnb  # noqa: E402
from safetensors.torch import load_file, save_file  # noqa: E402

from consort import consort  # noqa: E402


def hostile_tensors():
    generator = torch.Generator().manual_seed(11)
    normal = lambda *shape: torch.randn(*shape, generator=generator)
    tensors = {
        "one": torch.tensor([0.3]),
        "one_negative": torch.tensor([-2.5]),
        "odd": normal(63),
        "block": normal(64),
        "block_and_one": normal(65),
        "short_last_block": normal(7, 29),
        "zeros": torch.zeros(130),
        "zero_blocks_between": torch.cat([normal(64), torch.zeros(64), normal(70)]),
        "constant": torch.full((200,), 0.25),
        "constant_negative": torch.full((128,), -3.0),
        "denormal": normal(300) * 1e-40,
        "denormal_one_block": torch.full((64,), 1e-45),
        "tiny": normal(300) * 1e-37,
        "huge": normal(300) * 1e37,
        "largest": torch.tensor([torch.finfo(torch.float32).max, -torch.finfo(torch.float32).max] * 32),
        "outlier": torch.cat([normal(100), torch.tensor([1e6]), normal(99)]),
        "mixed_scales": normal(64 * 300) * torch.logspace(-6, 6, 300).repeat_interleave(64),
        "exactly_one_nested_block": normal(64 * 256),
        "one_more_than_a_nested_block": normal(64 * 257 + 5),
        "scaled_like_weights": normal(512, 192) * 0.02,
        "uniform": torch.rand(384, 100, generator=generator) - 0.5,
    }
    return tensors


def level_ties():
    """Values on and beside every midpoint between two of the 16 levels."""
    levels = bnb.get_4bit_type("nf4", device="cpu")
    middle = (levels[:-1] + levels[1:]) / 2
    beside = [torch.nextafter(middle, torch.tensor(side)) for side in (-2.0, 2.0)]
    return torch.cat([torch.tensor([1.0]), middle, *beside, levels, torch.zeros(2)])


def compare(tensors, folder):
    save_file({name: t.contiguous() for name, t in tensors.items()}, folder / "w.safetensors")
    consort("quantize", "--in", folder / "w.safetensors", "--out", folder / "q.safetensors")
    ours = load_file(folder / "q.safetensors")
    for name, tensor in tensors.items():
        codes, plain = bnb.quantize_4bit(tensor, blocksize=64, quant_type="nf4", compress_statistics=False)
        _, double = bnb.quantize_4bit(tensor, blocksize=64, quant_type="nf4", compress_statistics=True)
        assert torch.equal(ours[f"{name}.codes"], codes.flatten()), name
        assert torch.equal(ours[f"{name}.absmax"], plain.absmax), name
        assert ours[f"{name}.offset"].item() == double.offset.item(), name
        assert torch.equal(ours[f"{name}.absmax_codes"], double.absmax), name
        assert torch.equal(ours[f"{name}.nested_absmax"], double.state2.absmax), name
        expected = bnb.dequantize_4bit(codes, double).reshape(tensor.shape).float()
        assert torch.equal(ours[f"{name}.dequantized"], expected), (name, (ours[f"{name}.dequantized"] - expected).abs().max())


def test_hostile_tensors_are_equal(tmp_path):
    tensors = dict(hostile_tensors(), level_ties=level_ties(), level_ties_twice=level_ties().repeat(2))
    compare(tensors, tmp_path)
    print(f"{len(tensors)} tensors equal to the last bit")


def test_many_random_tensors_are_equal(tmp_path):
    tensors = {}
    for seed in range(200):
        generator = np.random.default_rng(seed)
        size = int(generator.integers(1, 40000 if seed % 10 == 0 else 3000))
        values = generator.standard_t(2 + seed % 5, size) * 10.0 ** generator.integers(-8, 4)
        tensors[f"t{seed}"] = torch.tensor(values.astype(np.float32))
    compare(tensors, tmp_path)
    print(f"{len(tensors)} tensors, {sum(t.numel() for t in tensors.values())} weights equal to the last bit")


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_half_precision_weights_are_equal(dtype, tmp_path):
    weight = (torch.randn(96, 130, generator=torch.Generator().manual_seed(2)) * 0.02).to(dtype)
    save_file({"w": weight}, tmp_path / "w.safetensors")
    consort("quantize", "--in", tmp_path / "w.safetensors", "--out", tmp_path / "q.safetensors")
    ours = load_file(tmp_path / "q.safetensors")
    codes, _ = bnb.quantize_4bit(weight, blocksize=64, quant_type="nf4")
    assert torch.equal(ours["w.codes"], codes.flatten())


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), -float("inf")])
def test_values_that_are_no_numbers_are_refused(bad, tmp_path):
    save_file({"fine": torch.ones(3), "broken": torch.tensor([1.0, bad])}, tmp_path / "w.safetensors")
    done = consort("quantize", "--in", tmp_path / "w.safetensors", "--out", tmp_path / "q.safetensors", check=False)
    assert done.returncode == 3 and "'broken'" in done.stderr
    assert not (tmp_path / "q.safetensors").exists()


def test_integers_are_refused(tmp_path):
    save_file({"counts": torch.ones(3, dtype=torch.int64)}, tmp_path / "w.safetensors")
    done = consort("quantize", "--in", tmp_path / "w.safetensors", "--out", tmp_path / "q.safetensors", check=False)
    assert done.returncode == 2 and "'counts'" in done.stderr
