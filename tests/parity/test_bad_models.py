"""Damaged or foreign model folders: the exit code of cli.md and a message that names the thing."""
import json

import pytest
import torch
import transformers
from safetensors.torch import load_file, save_file

from consort import consort

NOT_USABLE, CORRUPT = 2, 3


@pytest.fixture
def folder(tmp_path):
    torch.manual_seed(1)
    config = transformers.LlamaConfig(vocab_size=50, hidden_size=16, intermediate_size=24, num_hidden_layers=2, num_attention_heads=2)
    transformers.AutoModelForCausalLM.from_config(config).save_pretrained(tmp_path / "m")
    return tmp_path / "m"


def refused(folder, code, *named):
    ids = folder.parent / "ids.jsonl"
    ids.write_text("[1, 2]\n")
    done = consort("logits", "--model", folder, "--ids", ids, "--out", folder.parent / "l.safetensors", check=False)
    assert done.returncode == code, (done.returncode, done.stderr)
    for name in named:
        assert name in done.stderr, done.stderr
    assert not (folder.parent / "l.safetensors").exists()


def edit_config(folder, **changes):
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({k: v for k, v in {**config, **changes}.items() if v != "left out"}))


def edit_weights(folder, change):
    weights = load_file(folder / "model.safetensors")
    change(weights)
    save_file(weights, folder / "model.safetensors", metadata={"format": "pt"})


def to_shards(folder):
    transformers.AutoModelForCausalLM.from_pretrained(folder).save_pretrained(folder, max_shard_size="4KB")
    (folder / "model.safetensors").unlink(missing_ok=True)
    return folder / "model.safetensors.index.json"


def test_no_folder(tmp_path):
    refused(tmp_path / "nowhere", NOT_USABLE, "nowhere")


def test_no_config(folder):
    (folder / "config.json").unlink()
    refused(folder, NOT_USABLE, "config.json")


def test_no_weights(folder):
    (folder / "model.safetensors").unlink()
    refused(folder, NOT_USABLE, "no weights")


def test_pickled_weights(folder):
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    refused(folder, NOT_USABLE, "pytorch_model.bin", "safe_serialization")


def test_missing_shard(folder):
    to_shards(folder)
    shard = sorted(folder.glob("model-*.safetensors"))[1]
    shard.unlink()
    refused(folder, NOT_USABLE, shard.name)


def test_truncated_shard(folder):
    to_shards(folder)
    shard = sorted(folder.glob("model-*.safetensors"))[1]
    shard.write_bytes(shard.read_bytes()[:-3])
    refused(folder, CORRUPT, shard.name)


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"weight_map": 3}', '{"weight_map": {}}', '{"weight_map": {"a": 1}}', '{"weight_map": {"a": "../x.safetensors"}}',
                                  '{"weight_map": {"a": ""}}', '{"weight_map": {"a": ".."}}'])
def test_malformed_index(text, folder):
    index = to_shards(folder)
    index.write_text(text)
    refused(folder, CORRUPT, "index.json")


def test_index_that_speaks_of_another_shard(folder):
    index = to_shards(folder)
    document = json.loads(index.read_text())
    files = sorted(set(document["weight_map"].values()))
    name = next(n for n, f in document["weight_map"].items() if f == files[0])
    document["weight_map"][name] = files[1]
    index.write_text(json.dumps(document))
    refused(folder, CORRUPT, name)


def test_missing_tensor(folder):
    edit_weights(folder, lambda w: w.pop("model.layers.1.mlp.up_proj.weight"))
    refused(folder, CORRUPT, "model.layers.1.mlp.up_proj.weight")


def test_wrong_shape(folder):
    edit_weights(folder, lambda w: w.update({"model.layers.0.self_attn.q_proj.weight": torch.ones(16, 15)}))
    refused(folder, CORRUPT, "model.layers.0.self_attn.q_proj.weight", "16 × 15")


def test_configuration_of_another_size(folder):
    edit_config(folder, vocab_size=51)
    refused(folder, CORRUPT, "embed_tokens", "51")


@pytest.mark.parametrize("bad", [float("nan"), float("inf")])
def test_values_that_are_no_numbers(bad, folder):
    edit_weights(folder, lambda w: w["model.layers.1.mlp.down_proj.weight"][3].fill_(bad))
    refused(folder, CORRUPT, "model.layers.1.mlp.down_proj.weight")


def test_integer_weights(folder):
    edit_weights(folder, lambda w: w.update({"model.norm.weight": torch.ones(16, dtype=torch.int8)}))
    refused(folder, NOT_USABLE, "model.norm.weight", "I8")


def test_hostile_weight_file(folder):
    (folder / "model.safetensors").write_bytes(b"\xff" * 64)
    refused(folder, CORRUPT, "model.safetensors")


def test_unknown_family(folder):
    edit_config(folder, model_type="mamba")
    refused(folder, NOT_USABLE, "mamba", "gpt_neox")


@pytest.mark.parametrize("method", ["gptq", "awq", "fp8", "bitsandbytes"])
def test_weights_quantised_elsewhere(method, folder):
    edit_config(folder, quantization_config={"quant_method": method})
    refused(folder, NOT_USABLE, method)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\x00", '{"model_type": 3}', "{}"])
def test_malformed_configuration(text, folder):
    (folder / "config.json").write_text(text)
    refused(folder, CORRUPT, "config.json")


@pytest.mark.parametrize("field, value", [("hidden_size", "left out"), ("hidden_size", "16"), ("hidden_size", 0), ("num_hidden_layers", -2), ("num_hidden_layers", 10**9),
                                          ("vocab_size", 1.5), ("num_attention_heads", 3), ("num_key_value_heads", 4), ("rms_norm_eps", "x"),
                                          ("attention_bias", 1), ("tie_word_embeddings", "yes")])
def test_fields_that_make_no_sense(field, value, folder):
    edit_config(folder, **({field: value} if field != "num_attention_heads" else {field: value, "head_dim": None}))
    refused(folder, CORRUPT, "config.json")


@pytest.mark.parametrize("rope", [{"rope_type": "yarn", "factor": 2.0}, {"rope_type": "dynamic", "factor": 2.0}])
def test_rotations_that_are_not_supported(rope, folder):
    edit_config(folder, rope_parameters=rope)
    refused(folder, NOT_USABLE, rope["rope_type"])


def test_unknown_activation(folder):
    edit_config(folder, hidden_act="snake")
    refused(folder, NOT_USABLE, "snake")
