"""LoRA files for llama.cpp: read here byte by byte, and compared with the adapters that peft loads."""
import json
import struct

import numpy
import pytest
from consort import consort, consort_json
from safetensors.numpy import load_file
from tiny_world import HEADS, dataset_folder, tiny_model

TEXT, FLOAT = 8, 6
NAMES = {"self_attn.q_proj": "attn_q", "self_attn.k_proj": "attn_k", "self_attn.v_proj": "attn_v"}


def read_gguf(path):
    """The container as its specification has it: header, values, tensor table, aligned data."""
    data, at = path.read_bytes(), 0

    def take(form):
        nonlocal at
        value = struct.unpack_from("<" + form, data, at)
        at += struct.calcsize("<" + form)
        return value[0]

    def text():
        nonlocal at
        size = take("Q")
        at += size
        return data[at - size:at].decode()

    assert data[:4] == b"GGUF"
    at = 4
    assert take("I") == 3
    tensors, keys = take("Q"), take("Q")
    values = {}
    for _ in range(keys):
        key, kind = text(), take("I")
        values[key] = text() if kind == TEXT else take("f")
        assert kind in (TEXT, FLOAT)
    places = []
    for _ in range(tensors):
        name, dims = text(), take("I")
        shape = [take("Q") for _ in range(dims)]
        assert take("I") == 0  # float32
        places.append((name, shape, take("Q")))
    start = (at + 31) // 32 * 32
    found = {}
    for name, shape, offset in places:
        assert offset % 32 == 0
        found[name] = numpy.frombuffer(data, "<f4", shape[0] * shape[1], start + offset).reshape(shape[1], shape[0])
    return values, found


def permuted(rows, heads):
    """As the public converter turns llama's q and k."""
    return rows.reshape(heads, 2, rows.shape[0] // heads // 2, *rows.shape[1:]).swapaxes(1, 2).reshape(rows.shape)


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    root = tmp_path_factory.mktemp("gguf")
    tiny_model(root / "model")
    for name in ("ant", "bee"):
        dataset_folder(root / "all", name)
    consort("new", root / "project", "--model", root / "model", "--rank", 2)
    consort("import", root / "project", root / "all")
    consort("run", root / "project", "-m", 2, "--dim", 8, "--expand", "fresh", "--steps", 2, "--lr", "0.01", "--threads", 1)
    return root, consort_json("export", root / "project", root / "out", "--formats", "bundle,gguf", "--threads", 1)


@pytest.mark.parametrize("file, adapter", [("gguf/g1.gguf", "adapters/g1"), ("gguf/g2.gguf", "adapters/g2"), ("gguf/cat.gguf", ".")])
def test_tensors_are_those_of_the_adapter_in_the_layout_of_the_converter(exported, file, adapter):
    root, _ = exported
    values, tensors = read_gguf(root / "out" / file)
    config = json.loads((root / "out" / adapter / "adapter_config.json").read_text())
    assert values["general.architecture"] == "llama" and values["general.type"] == "adapter" and values["adapter.type"] == "lora"
    assert values["adapter.lora.alpha"] == config["lora_alpha"]
    stored = load_file(root / "out" / adapter / "adapter_model.safetensors")
    assert len(tensors) == len(stored)
    kv = json.loads((root / "model" / "config.json").read_text())["num_key_value_heads"]
    for key, expected in stored.items():
        layer, module = key.removeprefix("base_model.model.model.layers.").split(".", 1)
        module, factor = module.rsplit(".lora_", 1)
        ours = tensors[f"blk.{layer}.{NAMES[module]}.weight.lora_{factor[0].lower()}"]
        if factor.startswith("B") and module in ("self_attn.q_proj", "self_attn.k_proj"):
            expected = permuted(expected, HEADS if module.endswith("q_proj") else kv)
        assert numpy.array_equal(ours, expected), key


def test_the_certificate_speaks_of_them(exported):
    _, document = exported
    artefacts = {one["artefact"]: one for one in document["faithfulness"]}
    for name in ("gguf/cat.gguf", "gguf/g1.gguf", "gguf/g2.gguf"):
        assert artefacts[name]["max_abs_logit"] < 1e-4
    listed = {file["path"] for file in document["files"]}
    assert {"gguf/cat.gguf", "serve/llama-server.sh", "serve/Modelfile"} <= listed


def test_the_bundle_still_verifies_and_names_a_damaged_file(exported):
    root, _ = exported
    assert consort_json("verify", root / "out", "--model", root / "model", "--threads", 1)["ok"] is True
    file = root / "out" / "gguf" / "g1.gguf"
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    done = consort("verify", root / "out", "--json", check=False)
    file.write_bytes(whole)
    assert done.returncode == 3 and "gguf/g1.gguf" in done.stdout


def test_a_family_in_another_layout_is_refused_with_the_reason(tmp_path):
    transformers = pytest.importorskip("transformers")
    torch = pytest.importorskip("torch")
    torch.manual_seed(1)
    config = transformers.GPTNeoXConfig(vocab_size=6144, hidden_size=32, num_hidden_layers=2, num_attention_heads=4, intermediate_size=48, max_position_embeddings=128)
    transformers.AutoModelForCausalLM.from_config(config).save_pretrained(tmp_path / "model")
    tiny_model(tmp_path / "words")
    for name in ("tokenizer.json", "tokenizer_config.json"):
        (tmp_path / "model" / name).write_bytes((tmp_path / "words" / name).read_bytes())
    for name in ("ant", "bee"):
        dataset_folder(tmp_path / "all", name)
    consort("new", tmp_path / "project", "--model", tmp_path / "model", "--rank", 2)
    consort("import", tmp_path / "project", tmp_path / "all")
    consort("run", tmp_path / "project", "-m", 2, "--dim", 8, "--expand", "fresh", "--steps", 2, "--lr", "0.01", "--threads", 1)
    done = consort("export", tmp_path / "project", tmp_path / "out", "--formats", "gguf", "--json", check=False)
    assert done.returncode == 2 and "gpt_neox" in done.stderr and "layout" in done.stderr and done.stdout == ""
    assert not (tmp_path / "out").exists()
