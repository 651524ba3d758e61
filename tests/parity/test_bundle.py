"""A bundle made by the program against stock peft and against the loader that it ships."""
import hashlib
import importlib.util
import json
import re
import shutil

import jsonschema
import pytest
import torch
import transformers
from peft import PeftModel
from safetensors.torch import load_file, save_file

from consort import BASE_MODEL, DEMO, consort, consort_json

TOLERANCE = 1e-4
DATASETS = ["alder", "birch", "cedar"]


def make_model(folder):
    torch.manual_seed(3)
    vocabulary = json.loads((BASE_MODEL / "config.json").read_text())["vocab_size"]
    config = transformers.LlamaConfig(vocab_size=vocabulary, hidden_size=32, intermediate_size=48, num_hidden_layers=2, num_attention_heads=4,
                                      num_key_value_heads=2, max_position_embeddings=512)
    transformers.AutoModelForCausalLM.from_config(config).save_pretrained(folder)
    for name in ("tokenizer.json", "tokenizer_config.json"):
        if (BASE_MODEL / name).exists():
            shutil.copy(BASE_MODEL / name, folder / name)


def trained_project(folder):
    """Base folder and a project of two trained groups."""
    base, project = folder / "tiny", folder / "project"
    make_model(base)
    consort("new", project, "--model", base, "--quantize", "none", "--rank", "4", "--alpha", "32", "--device", "cpu")
    consort("import", project, *[DEMO / name for name in DATASETS], "--max-rows", "60")
    consort("estimate", project, "--rows", "40", "--dim", "32", "--lambda", "0.01", "--expand", "fresh")
    consort("group", project, "--assign", write(folder / "groups.json", json.dumps([DATASETS[:1], DATASETS[1:]])))
    consort("train", project, "--steps", "12", "--lr", "0.01")
    return base, project


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Base folder, bundle folder and what `export` said."""
    folder = tmp_path_factory.mktemp("bundle")
    base, project = trained_project(folder)
    bundle = folder / "bundle"
    consort("combine", project, "--boost", "2", "--eta", "0.3")
    report = consort_json("export", project, bundle, "--formats", "merged,svd,report", "--svd-rank", "3")
    return base, bundle, report


def write(file, text):
    file.write_text(text)
    return file


@pytest.fixture(scope="module")
def rows(made):
    torch.manual_seed(9)
    return [torch.randint(5, 500, (length,)).tolist() for length in (1, 7, 40)]


def engine_logits(made, rows, folder, *options):
    base, _, _ = made
    ids = write(folder / "ids.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    consort("logits", "--model", base, "--ids", ids, "--out", folder / "out.safetensors", "--device", "cpu", *options)
    return [load_file(folder / "out.safetensors")[str(k)] for k in range(len(rows))]


def load_base(made):
    return transformers.AutoModelForCausalLM.from_pretrained(made[0], dtype=torch.float32).eval()


def loader(bundle):
    spec = importlib.util.spec_from_file_location("ensemble", bundle / "ensemble.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def largest(ours, theirs):
    return max(float((a - b).abs().max()) for a, b in zip(ours, theirs))


def test_the_three_lines_of_the_readme_give_the_engines_logits(made, rows, tmp_path, monkeypatch):
    base_folder, bundle, _ = made
    lines = re.search(r"```python\n(.*?)```", (bundle / "README.md").read_text(), re.S).group(1)
    assert len(lines.strip().splitlines()) == 3
    monkeypatch.chdir(bundle)
    names = {}
    exec(lines.replace('"tiny"', repr(str(base_folder))), names)
    with torch.no_grad():
        theirs = [names["model"].eval()(torch.tensor([row])).logits[0].float() for row in rows]
        plain = [load_base(made)(torch.tensor([row])).logits[0].float() for row in rows]
    ours = engine_logits(made, rows, tmp_path, "--adapter", bundle)
    print("cat: max |difference|", largest(ours, theirs), "moved by", largest(plain, theirs))
    assert largest(ours, theirs) <= TOLERANCE
    assert largest(plain, theirs) > 100 * TOLERANCE


@pytest.mark.parametrize("dataset", [*DATASETS, None])
def test_the_shipped_loader_gives_the_engines_weighted_logits(made, rows, tmp_path, dataset):
    model = loader(made[1]).load(made[1], load_base(made))
    theirs = [model.forward(torch.tensor([row]), dataset=dataset)[0] for row in rows]
    ours = engine_logits(made, rows, tmp_path, "--bundle", made[1], *(["--dataset", dataset] if dataset else []))
    print("logits", dataset, "max |difference|", largest(ours, theirs))
    assert largest(ours, theirs) <= TOLERANCE


def test_boosting_members_are_among_the_logits(made):
    manifest = json.loads((made[1] / "ensemble.json").read_text())
    boosting = [member for group in manifest["groups"] for member in group["members"] if member["kind"] == "boost"]
    assert len(boosting) == 2 and all(member["weight"] == 0 for member in boosting)
    weights, base = manifest["combine"]["weights"]["per_dataset"], manifest["combine"]["base_weights"]
    assert min(base.values()) <= -0.2
    for name in DATASETS:
        assert sum(weights[name]) + base[name] == pytest.approx(1, abs=1e-9)


def test_the_merged_model_is_the_base_with_the_adapter_in_it(made, rows, tmp_path):
    merged = transformers.AutoModelForCausalLM.from_pretrained(made[1] / "merged", dtype=torch.float32).eval()
    stored = load_file(made[1] / "merged" / "model.safetensors")
    assert {tensor.dtype for tensor in stored.values()} == {torch.bfloat16}
    with torch.no_grad():
        theirs = [merged(torch.tensor([row])).logits[0].float() for row in rows]
        plain = [load_base(made)(torch.tensor([row])).logits[0].float() for row in rows]
    ours = engine_logits(made, rows, tmp_path, "--adapter", made[1])
    print("merged: max |difference|", largest(ours, theirs), "moved by", largest(plain, ours))
    assert largest(ours, theirs) <= 0.02 * max(float(one.abs().max()) for one in ours)
    assert largest(ours, theirs) < 0.2 * largest(plain, ours)
    delta = PeftModel.from_pretrained(load_base(made), str(made[1])).merge_and_unload().state_dict()
    worst = max(float((stored[name].float() - delta[name]).abs().max() / delta[name].abs().max()) for name in stored)
    assert worst <= 2 ** -8


def test_svd_keeps_what_the_largest_singular_values_hold(made):
    whole, low = (load_file(made[1] / part / "adapter_model.safetensors") for part in ("", "svd"))
    config = json.loads((made[1] / "svd" / "adapter_config.json").read_text())
    assert config["r"] == 3
    kept = total = 0.0
    for key in whole:
        if not key.endswith("lora_A.weight"):
            continue
        b = key.replace("lora_A", "lora_B")
        delta = (whole[b].double() @ whole[key].double())
        sigma = torch.linalg.svdvals(delta)
        kept, total = kept + float((sigma[:3] ** 2).sum()), total + float((sigma ** 2).sum())
        best = torch.linalg.norm(sigma[3:])
        assert float(torch.linalg.norm(delta - low[b].double() @ low[key].double())) <= float(best) + 1e-5 * float(sigma[0])
    assert json.loads((made[1] / "svd" / "energy.json").read_text())["discarded_energy"] == pytest.approx(1 - kept / total, abs=1e-6)


def test_the_report_stands_alone_and_escapes_names(made):
    page = (made[1] / "report.html").read_text()
    assert page.startswith("<!DOCTYPE html>") and page.count("<svg") >= 2 and page.rstrip().endswith("</html>")
    assert "<script" not in page and "http" not in page.replace("http://www.w3.org/2000/svg", "")
    assert all(name in page for name in DATASETS)


def test_each_dataset_has_its_own_weights(made, rows):
    model = loader(made[1]).load(made[1], load_base(made))
    one, other = ([model.forward(torch.tensor([row]), dataset=name)[0] for row in rows] for name in ("alder", "cedar"))
    assert largest(one, other) > 100 * TOLERANCE
    with pytest.raises(KeyError, match="alder, birch, cedar"):
        model.forward(torch.tensor([rows[0]]), dataset="nowhere")


def test_a_member_loads_alone_in_stock_peft(made, rows, tmp_path):
    member = made[1] / "adapters" / "g2"
    model = PeftModel.from_pretrained(load_base(made), str(member)).eval()
    with torch.no_grad():
        theirs = [model(torch.tensor([row])).logits[0].float() for row in rows]
    assert largest(engine_logits(made, rows, tmp_path, "--adapter", member), theirs) <= TOLERANCE


def test_generate_takes_the_likeliest_token_at_each_step(made):
    model = loader(made[1]).load(made[1], load_base(made))
    model.model.generation_config.eos_token_id = None
    ids = torch.tensor([[5, 9, 30], [8, 7, 40]])
    made_ids = model.generate(ids, dataset="birch", max_new_tokens=6)
    expected = ids
    for _ in range(6):
        expected = torch.cat([expected, model.forward(expected, dataset="birch")[:, -1].argmax(-1, keepdim=True)], 1)
    assert torch.equal(made_ids, expected)


@pytest.mark.parametrize("dataset", [*DATASETS, None])
def test_the_program_generates_what_the_shipped_loader_does(made, rows, tmp_path, dataset):
    base, bundle, _ = made
    prompts = write(tmp_path / "prompts.jsonl", "".join(json.dumps(ids) + "\n" for ids in rows))
    which = ["--dataset", dataset] if dataset else []
    ours = consort("generate", "--model", base, "--bundle", bundle, *which, "--prompt", prompts, "--max-new-tokens", 12).stdout.splitlines()
    model = loader(bundle).load(bundle, load_base(made))
    for line, ids in zip(ours, rows, strict=True):
        theirs = model.generate(torch.tensor([ids]), dataset=dataset, max_new_tokens=12)[0].tolist()[len(ids):]
        assert json.loads(line)["ids"] == theirs[:len(json.loads(line)["ids"])] and len(json.loads(line)["ids"]) >= 1


def test_an_unknown_dataset_of_a_bundle_is_refused_with_those_that_are_there(made, tmp_path):
    base, bundle, _ = made
    prompts = write(tmp_path / "prompts.jsonl", "[5, 6]\n")
    done = consort("generate", "--model", base, "--bundle", bundle, "--dataset", "oak", "--prompt", prompts, check=False)
    assert done.returncode == 2 and done.stdout == "" and "oak" in done.stderr and "alder" in done.stderr


def test_the_manifest_fits_the_shipped_schema(made):
    bundle = made[1]
    schema = json.loads((bundle / "ensemble.schema.json").read_text())
    manifest = json.loads((bundle / "ensemble.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(manifest)
    assert manifest["base"]["id"] == "tiny"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema).validate({**manifest, "schema_version": "2.0"})


def test_the_program_finds_its_bundle_whole(made):
    base, bundle, report = made
    artefacts = {one["artefact"]: one["max_abs_logit"] for one in report["faithfulness"]}
    assert set(artefacts) > {"cat", "logits", "adapters/g1", "adapters/g2", "merged", "svd"} and len(artefacts) == 8  # and two of boosting
    assert all(off <= TOLERANCE for name, off in artefacts.items() if name not in ("merged", "svd"))
    verdict = consort_json("verify", bundle, "--model", base, "--device", "cpu")
    assert verdict["ok"] and [check["name"] for check in verdict["checks"]] == ["files", "manifest", "adapters", "base", "replay"]


def damaged(made, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(made[1], copy)
    return copy


def test_the_loader_refuses_damage_a_newer_format_and_another_base(made, tmp_path):
    bundle = damaged(made, tmp_path)
    file = bundle / "adapters" / "g1" / "adapter_model.safetensors"
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    with pytest.raises(ValueError, match="adapters/g1/adapter_model.safetensors"):
        loader(bundle).load(bundle, load_base(made))
    done = consort("verify", bundle, "--json", check=False)
    assert done.returncode == 3 and "adapters/g1/adapter_model.safetensors" in done.stdout
    manifest = json.loads((bundle / "ensemble.json").read_text())
    (bundle / "ensemble.json").write_text(json.dumps({**manifest, "schema_version": "2.0"}))
    with pytest.raises(ValueError, match="2.0"):
        loader(bundle).load(bundle, load_base(made))
    other = load_base(made)
    other.config._name_or_path = str(BASE_MODEL)
    with pytest.raises(ValueError, match="not the base"):
        loader(made[1]).load(made[1], other)


def test_the_loader_raises_on_missing_keys(made, tmp_path):
    bundle = damaged(made, tmp_path)
    file = bundle / "adapters" / "g2" / "adapter_model.safetensors"
    tensors = load_file(file)
    tensors.pop(next(iter(tensors)))
    save_file(tensors, file, metadata={"format": "pt"})
    name, sums = "adapters/g2/adapter_model.safetensors", (bundle / "SHA256SUMS").read_text().splitlines()
    sums = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {name}" if line.endswith("  " + name) else line for line in sums]
    (bundle / "SHA256SUMS").write_text("\n".join(sums) + "\n")
    with pytest.raises(ValueError, match="adapters/g2 does not fit"):
        loader(bundle).load(bundle, load_base(made))
