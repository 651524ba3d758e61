"""Adapters that were trained elsewhere: what stock peft writes is read as peft computes it, audited, and mixed into an ensemble."""
import json
import shutil

import pytest
import torch
import transformers
from peft import LoraConfig, PeftModel, get_peft_model
from safetensors.torch import load_file, save_file

from consort import consort, consort_json
from tiny_world import dataset_folder, tiny_model

TOLERANCE = 1e-4
KINDS = {
    "plain": dict(r=4, lora_alpha=8, target_modules=["q_proj", "v_proj"]),
    "rslora": dict(r=9, lora_alpha=6, use_rslora=True, target_modules=["q_proj", "k_proj", "v_proj"]),
    "patterns": dict(r=4, lora_alpha=8, target_modules=["q_proj", "v_proj", "down_proj"], rank_pattern={"v_proj": 2, r"layers\.1\.self_attn\.q_proj": 7},
                     alpha_pattern={"down_proj": 3, "layers.0.self_attn.q_proj": 20}),
    "rs_patterns": dict(r=4, lora_alpha=8, use_rslora=True, target_modules=["q_proj", "o_proj"], rank_pattern={"o_proj": 9}),
    "regex": dict(r=3, lora_alpha=5, target_modules=r".*\.1\..*(up|gate)_proj"),
    "one_layer": dict(r=3, lora_alpha=5, target_modules=["q_proj", "v_proj"], layers_to_transform=[1]),
    "all_linear": dict(r=2, lora_alpha=16, target_modules="all-linear"),
    "excluded": dict(r=2, lora_alpha=16, target_modules=["q_proj", "v_proj"], exclude_modules=["v_proj"]),
}


def write_adapter(base, folder, seed=1, **config):
    torch.manual_seed(seed)
    model = transformers.AutoModelForCausalLM.from_pretrained(base)
    model = get_peft_model(model, LoraConfig(task_type="CAUSAL_LM", **config)).eval()
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if "lora_B" in name:
                parameter.copy_(torch.randn_like(parameter) * 0.3)
    model.save_pretrained(folder)
    return model


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    return tiny_model(tmp_path_factory.mktemp("adopted") / "base")


ROWS = [torch.randint(5, 500, (length,), generator=torch.Generator().manual_seed(length)).tolist() for length in (1, 7, 30)]


def engine_logits(base, tmp_path, *options):
    (tmp_path / "ids.jsonl").write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    consort("logits", "--model", base, "--ids", tmp_path / "ids.jsonl", "--out", tmp_path / "out.safetensors", *options)
    found = load_file(tmp_path / "out.safetensors")
    return [found[str(k)] for k in range(len(ROWS))]


def peft_logits(model):
    with torch.no_grad():
        return [model(torch.tensor([row])).logits[0].float() for row in ROWS]


@pytest.mark.parametrize("kind", KINDS)
def test_logits_equal_peft(kind, base, tmp_path):
    model = write_adapter(base, tmp_path / "adapter", **KINDS[kind])
    for ours, theirs in zip(engine_logits(base, tmp_path, "--adapter", tmp_path / "adapter"), peft_logits(model)):
        assert (ours - theirs).abs().max() < TOLERANCE


@pytest.fixture(scope="module")
def world(base, tmp_path_factory):
    root = tmp_path_factory.mktemp("adopting")
    for name in ("ant", "bee"):
        dataset_folder(root / "all", name)
    consort("new", root / "project", "--model", base, "--quantize", "none", "--rank", 4, "--alpha", 8)
    consort("import", root / "project", root / "all")
    consort("estimate", root / "project", "--dim", 16, "--expand", "fresh")
    consort("group", root / "project", "-m", 2)
    consort("train", root / "project", "--steps", 8, "--lr", "0.01")
    consort("combine", root / "project")
    return root / "project"


def test_a_member_from_elsewhere_is_measured_mixed_scored_and_exported(base, world, tmp_path):
    project = shutil.copytree(world, tmp_path / "project")
    write_adapter(base, tmp_path / "Their Adapter", **KINDS["patterns"])
    found = consort_json("adopt", project, tmp_path / "Their Adapter")
    assert found["id"] == "their_adapter" and set(found["datasets"]) == {"ant", "bee"}
    assert any("other modules" in warning for warning in found["warnings"])
    assert consort("evaluate", project, check=False).returncode == 2  # not combined with it yet
    combined = consort_json("combine", project, "--boost", 1)
    assert [m["kind"] for m in combined["members"]] == ["group", "group", "adopted", "boost"]
    for weights in combined["weights"].values():
        assert sum(weights[:3]) == pytest.approx(1, abs=1e-9)
    systems = {s["name"]: s for s in consort_json("evaluate", project, "--split", "valid")["systems"]}
    for name, scores in found["datasets"].items():
        assert systems["their_adapter"]["datasets"][name]["loss"] == pytest.approx(scores["loss"], rel=1e-5)
        assert systems["frozen"]["datasets"][name]["loss"] == pytest.approx(scores["frozen_loss"], rel=1e-5)
    consort("export", project, tmp_path / "bundle", "--formats", "bundle,gguf")
    assert consort_json("verify", tmp_path / "bundle", "--model", base)["ok"]
    assert list((tmp_path / "bundle" / "gguf").glob("*their_adapter*"))
    merged = PeftModel.from_pretrained(transformers.AutoModelForCausalLM.from_pretrained(base), tmp_path / "bundle").eval()
    for ours, theirs in zip(engine_logits(base, tmp_path, "--adapter", tmp_path / "bundle"), peft_logits(merged)):
        assert (ours - theirs).abs().max() < TOLERANCE
    for way in ("uniform", "owner", "affinity"):
        weights = consort_json("combine", project, "--weights", way)["weights"]
        assert all(sum(w) == pytest.approx(1) for w in weights.values())
    assert consort_json("adopt", project, "--dismiss", "their_adapter") == {"dismissed": "their_adapter"}
    assert [m["id"] for m in consort_json("combine", project)["members"]] == ["g1", "g2"]


def damaged(base, folder, change_config=None, change_weights=None):
    write_adapter(base, folder, **KINDS["plain"])
    if change_config:
        config = json.loads((folder / "adapter_config.json").read_text())
        config.update(change_config)
        (folder / "adapter_config.json").write_text(json.dumps(config))
    if change_weights:
        tensors = load_file(folder / "adapter_model.safetensors")
        change_weights(tensors)
        save_file(tensors, folder / "adapter_model.safetensors", metadata={"format": "pt"})
    return folder


KEY = "base_model.model.model.layers.0.self_attn.q_proj.lora_A.weight"


@pytest.mark.parametrize("config, weights, code, named", [
    ({}, lambda t: t.pop(KEY), 3, "lora_A"),
    ({}, lambda t: t.update({"base_model.model.model.layers.9.self_attn.q_proj.lora_A.weight": t[KEY].clone(), "base_model.model.model.layers.9.self_attn.q_proj.lora_B.weight": torch.zeros(32, 4)}), 3, "layers.9"),
    ({}, lambda t: t[KEY].fill_(float("nan")), 3, "NaN"),
    ({}, lambda t: t.update({KEY: torch.zeros(4, 48)}), 3, "48"),
    ({"target_modules": ["q_proj", "v_proj", "wqkv"]}, None, 3, "wqkv"),
    ({"target_modules": ["q_proj", "v_proj", "o_proj"]}, None, 3, "o_proj"),
    ({"rank_pattern": {"v_proj": 3}}, None, 3, "3"),
    ({"rank_pattern": {"v_proj(": 3}}, None, 3, "no regular expression"),
    ({"rank_pattern": {"v_proj": 0}}, None, 3, "rank 0"),
    ({"alpha_pattern": {"v_proj": "x"}}, None, 3, "no number"),
    ({"target_modules": ["q_proj"]}, None, 3, "do not select"),
    ({"layers_to_transform": [0]}, None, 3, "do not select"),
    ({"target_modules": [5]}, None, 3, "no names"),
    ({"r": "x"}, None, 3, "adapter_config.json"),
    ({"alpha_pattern": {"q_proj": 1e308}}, None, 3, "beyond"),
    ({"target_modules": "(.*)*(.*)*z"}, None, 3, "matches no"),
    ({"use_dora": True}, None, 2, "DoRA"),
    ({"peft_type": "IA3"}, None, 2, "IA3"),
    ({"modules_to_save": ["lm_head"]}, None, 2, "modules_to_save"),
])
def test_what_does_not_fit_is_refused_by_name(config, weights, code, named, base, world, tmp_path):
    before = consort("show", world, "runs", "--json").stdout
    done = consort("adopt", world, damaged(base, tmp_path / "theirs", config, weights), check=False)
    assert done.returncode == code and named in done.stderr and done.stdout == "", done.stderr
    assert consort("show", world, "runs", "--json").stdout == before


@pytest.mark.parametrize("name", ["lora_x", "g1", "single", "Upper", "a.b", "", "x" * 33, "default"])
def test_names_that_peft_cannot_load_are_refused(name, base, world, tmp_path):
    write_adapter(base, tmp_path / "theirs", **KINDS["plain"])
    done = consort("adopt", world, tmp_path / "theirs", f"--name={name}", check=False)
    assert done.returncode == 2 and done.stdout == "", (name, done.stderr)


def test_nothing_to_adopt_or_dismiss_is_said(world, tmp_path):
    for args, named in ((["adopt", world], "--dismiss"), (["adopt", world, tmp_path / "nowhere"], "nowhere"), (["adopt", world, "--dismiss", "zebra"], "zebra")):
        done = consort(*args, check=False)
        assert done.returncode == 2 and named in done.stderr
