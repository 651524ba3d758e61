"""Base models as they arrive from elsewhere: each fault is named by `consort new`, before a project exists and before work is done."""
import json
import struct

import numpy
import pytest
import shutil
from consort import consort
from safetensors.numpy import load_file, save_file
from tiny_world import tiny_model

DOWN = "model.layers.1.mlp.down_proj.weight"


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return tiny_model(tmp_path_factory.mktemp("models") / "model")


def config(**changes):
    def harm(folder):
        document = json.loads((folder / "config.json").read_text())
        (folder / "config.json").write_text(json.dumps({**document, **changes}))
    return harm


def weight(name, change):
    def harm(folder):
        tensors = load_file(folder / "model.safetensors")
        tensors[name] = numpy.ascontiguousarray(change(tensors[name]))
        save_file(tensors, folder / "model.safetensors")
    return harm


def without(name):
    def harm(folder):
        tensors = load_file(folder / "model.safetensors")
        del tensors[name]
        save_file(tensors, folder / "model.safetensors")
    return harm


def poisoned(value):
    def change(tensor):
        tensor = tensor.copy()
        tensor.flat[5] = value
        return tensor
    return change


def tokenizer(change):
    def harm(folder):
        document = json.loads((folder / "tokenizer.json").read_text())
        change(document)
        (folder / "tokenizer.json").write_text(json.dumps(document))
    return harm


def file(name, content):
    return lambda folder: (folder / name).write_bytes(content)


def header(document, body=b""):
    text = document if isinstance(document, bytes) else json.dumps(document).encode()
    return file("model.safetensors", struct.pack("<Q", len(text)) + text + body)


def tensor(shape, begin, end):
    return {"dtype": "F32", "shape": shape, "data_offsets": [begin, end]}


def shard_missing(folder):
    (folder / "model.safetensors").unlink()
    (folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": {"a": "model-00001-of-00002.safetensors"}}))


def cut(folder):
    (folder / "model.safetensors").write_bytes((folder / "model.safetensors").read_bytes()[:5000])


WEIGHTS = {
    "no weights": (lambda f: (f / "model.safetensors").unlink(), 2, ["model.safetensors"]),
    "shard missing": (shard_missing, 2, ["model-00001-of-00002.safetensors", "download"]),
    "shard elsewhere": (lambda f: (shard_missing(f), file("model.safetensors.index.json", b'{"weight_map": {"a": "../b"}}')(f)), 3, ["index.json"]),
    "pickle": (lambda f: (f / "model.safetensors").rename(f / "pytorch_model.bin"), 2, ["pickle", "safe_serialization"]),
    "cut": (cut, 3, ["model.safetensors"]),
    "tensor missing": (without(DOWN), 3, [DOWN]),
    "wrong shape": (weight(DOWN, lambda t: t[:, :-2]), 3, [DOWN, "32 × 62", "32 × 64"]),
    "transposed": (weight(DOWN, lambda t: t.T), 3, [DOWN, "64 × 32", "32 × 64"]),
    "integers": (weight(DOWN, lambda t: t.astype(numpy.int8)), 2, [DOWN, "I8"]),
    "NaN": (weight(DOWN, poisoned(numpy.nan)), 3, [DOWN, "NaN"]),
    "infinity in a norm": (weight("model.norm.weight", poisoned(numpy.inf)), 3, ["model.norm.weight"]),
    "NaN in the embedding": (weight("model.embed_tokens.weight", poisoned(numpy.nan)), 3, ["model.embed_tokens.weight"]),
    "header claims 2^62 bytes": (file("model.safetensors", struct.pack("<Q", 2**62) + b"{}"), 3, ["model.safetensors", "header"]),
    "header longer than the file": (file("model.safetensors", struct.pack("<Q", 99_000_000) + b"{}"), 3, ["header"]),
    "header nested deeply": (header(b'{"a":' + b"[" * 200_000), 3, ["nested"]),
    "overlap": (header({"a": tensor([1], 0, 4), "b": tensor([1], 2, 6)}, b"000000"), 3, ["overlap"]),
    "offset below zero": (header({"a": tensor([1], -4, 0)}), 3, ["'a'"]),
    "shape of 2^80": (header({"a": tensor([2**40, 2**40], 0, 4)}, b"0000"), 3, ["'a'", "too large"]),
}
CONFIGS = {
    "no configuration": (lambda f: (f / "config.json").unlink(), 2, ["config.json"]),
    "empty": (file("config.json", b""), 3, ["config.json"]),
    "nested deeply": (file("config.json", b'{"a":' * 100_000), 3, ["config.json", "nested"]),
    "unknown family": (config(model_type="parrot"), 2, ["parrot", "llama", "gpt_neox"]),
    "gptq": (config(quantization_config={"quant_method": "gptq", "bits": 4}), 2, ["gptq", "original"]),
    "two rope bases": (config(rope_parameters={"rope_type": "default", "rope_theta": 5e5}), 3, ["rope_theta", "contradict"]),
    "unknown rope scaling": (config(rope_scaling={"type": "yarn", "factor": 2}), 2, ["yarn", "llama3"]),
    "rope factor 0": (config(rope_scaling={"type": "linear", "factor": 0}), 3, ["factor"]),
    "more layers than weights": (config(num_hidden_layers=3), 3, ["model.layers.2"]),
    "a billion layers": (config(num_hidden_layers=900_000_000), 3, ["num_hidden_layers"]),
    "a billion pieces": (config(vocab_size=900_000_000), 3, ["embed_tokens", "6144 × 32"]),
    "another inner size": (config(intermediate_size=96), 3, ["mlp.gate_proj", "64 × 32", "96 × 32"]),
    "an odd head": (config(head_dim=7), 3, ["q_proj"]),
    "a head that is not there": (config(tie_word_embeddings=False), 3, ["lm_head.weight"]),
    "unknown activation": (config(hidden_act="mish"), 2, ["mish"]),
    "size as text": (config(hidden_size="32"), 3, ["hidden_size"]),
    "negative head": (config(head_dim=-8), 3, ["head_dim"]),
}
TOKENIZERS = {
    "none": (lambda f: (f / "tokenizer.json").unlink(), 2, ["tokenizer.json"]),
    "broken": (file("tokenizer.json", b"{"), 3, ["tokenizer.json"]),
    "nested deeply": (file("tokenizer.json", b'{"model":' * 100_000), 3, ["nested"]),
    "fewer embeddings than ids": (config(vocab_size=100), 3, ["100"]),
    "an id beyond the embedding": (tokenizer(lambda t: t["model"]["vocab"].update(qqqq=6200)), 3, ["6200", "6144"]),
    "an id of 2^62": (tokenizer(lambda t: t["model"]["vocab"].update(qqqq=2**62)), 3, ["qqqq"]),
    "a negative id": (tokenizer(lambda t: t["model"]["vocab"].update(qqqq=-5)), 3, ["qqqq"]),
    "one id twice": (tokenizer(lambda t: t["model"]["vocab"].update(qqqq=7)), 3, ["qqqq", "7"]),
    "a merge of unknown pieces": (tokenizer(lambda t: t["model"]["merges"].insert(0, ["zzqq", "yyqq"])), 3, ["zzqq", "merges[0]"]),
    "merges that are text": (tokenizer(lambda t: t["model"].update(merges="a b")), 3, ["model.merges"]),
    "unknown model": (tokenizer(lambda t: t["model"].update(type="Magic")), 2, ["Magic"]),
    "unknown pre-tokenizer": (tokenizer(lambda t: t.update(pre_tokenizer={"type": "Nope"})), 2, ["Nope"]),
}


@pytest.mark.parametrize("harm,code,names", [*WEIGHTS.values(), *CONFIGS.values(), *TOKENIZERS.values()],
                         ids=[f"{kind}: {name}" for kind, table in (("weights", WEIGHTS), ("config", CONFIGS), ("tokenizer", TOKENIZERS)) for name in table])
def test_a_base_model_that_cannot_be_used_is_refused_before_a_project_exists(model, tmp_path, harm, code, names):
    folder = shutil.copytree(model, tmp_path / "model")
    harm(folder)
    done = consort("new", tmp_path / "project", "--model", folder, check=False)
    assert done.returncode == code and done.stdout == "", done.stderr
    for name in names:
        assert name in done.stderr, (name, done.stderr)
    assert not (tmp_path / "project").exists()


def test_the_unharmed_model_is_taken_whole_and_in_shards(model, tmp_path):
    folder = shutil.copytree(model, tmp_path / "model")
    tensors = load_file(folder / "model.safetensors")
    (folder / "model.safetensors").unlink()
    where = {}
    for number, names in enumerate((sorted(tensors)[:9], sorted(tensors)[9:]), 1):
        save_file({name: tensors[name] for name in names}, folder / f"model-0000{number}-of-00002.safetensors")
        where.update({name: f"model-0000{number}-of-00002.safetensors" for name in names})
    (folder / "model.safetensors.index.json").write_text(json.dumps({"weight_map": where}))
    for place in (model, folder):
        consort("new", tmp_path / f"{place.parent.name}-project", "--model", place)
