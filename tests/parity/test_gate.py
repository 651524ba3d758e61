"""A gate: weights by the prompt, in the command line, the bundle and the loader that it ships."""
import json
import shutil

import jsonschema
import pytest
import torch
from consort import consort, consort_json
from refusals import refused
from safetensors.torch import load_file
from test_bundle import DATASETS, TOLERANCE, engine_logits, largest, load_base, loader, rows, trained_project, write  # noqa: F401


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gate")
    base, project = trained_project(folder)
    bundle = folder / "bundle"
    consort("combine", project)
    consort("evaluate", project)
    combined = consort_json("combine", project, "--weights", "gate")
    (folder / "combine.json").write_text(json.dumps(combined))
    report = consort_json("export", project, bundle, "--formats", "report")
    return base, bundle, report


@pytest.fixture(scope="module")
def project(made):
    return made[0].parent / "project"


@pytest.fixture(scope="module")
def combined(made):
    return json.loads((made[0].parent / "combine.json").read_text())


def test_the_document_has_the_gate_beside_the_other_ways(combined):
    assert combined["method"] == "gate" and combined["boosting"] == []
    assert combined["gate"]["rows"] == 180 and 1 <= combined["gate"]["axes"] <= 16
    for name in DATASETS:
        assert sum(combined["weights"][name]) == pytest.approx(1, abs=1e-9) and min(combined["weights"][name]) >= 0
        losses = combined["losses"][name]
        assert set(losses) >= {"fitted", "owner", "uniform", "gate"}
        assert losses["gate"] >= losses["fitted"] - 0.2 and losses["gate"] <= losses["uniform"] + 0.2


def test_the_same_request_is_reused_and_another_method_comes_back(project, combined):
    assert "weights" in consort_json("combine", project, "--weights", "owner")
    again = consort_json("combine", project, "--weights", "gate")
    assert again == combined


def test_evaluation_uses_the_gate(project, made):
    """Rows' own weights from the shipped file, applied by hand to the members' scores."""
    table = {s["name"]: s for s in consort_json("evaluate", project, "--split", "valid")["systems"]}
    model = loader(made[1]).load(made[1], load_base(made))
    losses = []
    for line in consort("rows", project, "birch", "--split", "valid").stdout.splitlines():
        row = json.loads(line)
        prompt, target = torch.tensor([row["prompt_ids"]]), row["target_ids"]
        weights = model.weigh(prompt)
        logits = model.forward(torch.tensor([row["prompt_ids"] + target]), weights=weights)[0]
        chosen = torch.log_softmax(logits, -1)[len(row["prompt_ids"]) - 1:-1]
        losses.append(float(-chosen.gather(1, torch.tensor(target)[:, None]).mean()))
    assert table["ensemble"]["datasets"]["birch"]["loss"] == pytest.approx(sum(losses) / len(losses), abs=1e-4)


def test_the_bundle_is_whole_and_says_so(made):
    manifest = json.loads((made[1] / "ensemble.json").read_text())
    jsonschema.validate(manifest, json.loads((made[1] / "ensemble.schema.json").read_text()))
    assert manifest["combine"]["gate"] == "gate.json" and "gate.json" in manifest["hashes"]
    assert "gate.json" in (made[1] / "README.md").read_text()
    assert consort_json("verify", made[1], "--model", made[0])["ok"]


def test_the_shipped_loader_weighs_and_sums_as_the_engine_does(made, rows, tmp_path):
    model = loader(made[1]).load(made[1], load_base(made))
    theirs = [model.forward(torch.tensor([row]))[0] for row in rows]
    ours = engine_logits(made, rows, tmp_path, "--bundle", made[1])
    print("gated logits: max |difference|", largest(ours, theirs))
    assert largest(ours, theirs) <= TOLERANCE
    weights = torch.cat([model.weigh(torch.tensor([row])) for row in rows])
    assert torch.allclose(weights.sum(1), torch.ones(len(rows), dtype=torch.float64))
    fixed = {**json.loads((made[1] / "ensemble.json").read_text())["combine"]}
    plain = loader(made[1]).Ensemble(model.model, model.members, fixed)
    assert largest(theirs, [plain.forward(torch.tensor([row]))[0] for row in rows]) > 10 * TOLERANCE


def test_generated_ids_are_those_of_the_loader(made, tmp_path):
    torch.manual_seed(4)
    prompts = [torch.randint(5, 500, (n,)).tolist() for n in (3, 9, 20)]
    file = write(tmp_path / "prompts.jsonl", "".join(json.dumps(p) + "\n" for p in prompts))
    out = consort("generate", "--model", made[0], "--bundle", made[1], "--prompt", file, "--max-new-tokens", "8").stdout.splitlines()
    model = loader(made[1]).load(made[1], load_base(made))
    for prompt, line in zip(prompts, out):
        theirs = model.generate(torch.tensor([prompt]), max_new_tokens=8)[0].tolist()
        assert json.loads(line)["ids"] == theirs[len(prompt):][:len(json.loads(line)["ids"])]


@pytest.mark.parametrize("change, told", [(lambda g: g["bias"].pop(), "gate.json"), (lambda g: g["slope"].append([]), "gate.json"), (lambda g: g.pop("centre"), "gate.json")])
def test_a_damaged_gate_is_refused(made, rows, tmp_path, change, told):
    broken = tmp_path / "bundle"
    shutil.copytree(made[1], broken)
    gate = json.loads((broken / "gate.json").read_text())
    change(gate)
    (broken / "gate.json").write_text(json.dumps(gate))
    done = consort("verify", broken, "--model", made[0], check=False)
    assert done.returncode == 3 and told in done.stdout + done.stderr
    ids = write(tmp_path / "ids.jsonl", json.dumps(rows[1]) + "\n")
    done = consort("logits", "--model", made[0], "--ids", ids, "--out", tmp_path / "o.safetensors", "--bundle", broken, check=False)
    assert done.returncode == 3 and done.stdout == "" and told in done.stderr


def test_boosting_and_a_gate_are_not_mixed(project):
    refused(project, "combine", project, "--weights", "gate", "--boost", "1", names=["--boost", "--weights fitted"])


def test_the_merged_adapter_keeps_one_weight_a_member(made, combined):
    config = json.loads((made[1] / "adapter_config.json").read_text())
    assert config["r"] == 8 and load_file(made[1] / "adapter_model.safetensors")
    assert sum(member["weight"] for member in combined["members"]) == pytest.approx(1, abs=1e-9)
