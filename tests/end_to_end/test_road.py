"""The whole road on the command line, as a script would walk it: every command's document, what is reused, what is refused."""
import json
import math
import shutil

import numpy
import pytest
from consort import consort
from tiny_world import dataset_folder, rows, tiny_model, write_jsonl

NAMES = ["ant", "bee", "cat", "dog"]
WAYS = ["fitted", "owner", "uniform", "affinity"]


def run(*args, **kwargs):
    """One command with --json: stdout is one document on one line, and nothing else."""
    done = consort(*args, "--json", "--threads", 1, **kwargs)
    assert done.stdout.endswith("\n") and done.stdout.count("\n") == 1
    return json.loads(done.stdout, parse_constant=pytest.fail), done.stderr


def refused(*args, code=2):
    done = consort(*args, "--threads", 1, check=False)
    assert done.returncode == code, done.stderr
    assert done.stdout == "" and done.stderr.startswith("consort: ")
    return done.stderr


def finite(numbers):
    return all(isinstance(x, float) and math.isfinite(x) for x in numbers)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """Model, datasets and a project that has gone through training."""
    root = tmp_path_factory.mktemp("road")
    tiny_model(root / "model")
    for name in NAMES:
        dataset_folder(root / "all", name)
    made = {"root": root, "project": root / "project"}
    made["new"] = run("new", made["project"], "--model", root / "model", "--rank", 4, "--alpha", 8)[0]
    made["import"] = run("import", made["project"], root / "all")[0]
    made["estimate"] = run("estimate", made["project"], "--dim", 16)[0]
    made["group"] = run("group", made["project"], "-m", 2)[0]
    made["train"] = run("train", made["project"], "--steps", 3, "--lr", "0.01", "--baselines", "single,per-dataset")[0]
    made["combine"] = run("combine", made["project"])[0]
    made["evaluate"] = run("evaluate", made["project"])[0]
    return made


def distance(one, other):
    """Of all values of two adapter files, as a share of their length."""
    def values(file):
        data = file.read_bytes()
        return numpy.frombuffer(data[8 + int.from_bytes(data[:8], "little"):], "<f4").astype("f8")
    a, b = values(one), values(other)
    return numpy.linalg.norm(a - b) / numpy.linalg.norm(b)


def copied(world, tmp_path):
    return shutil.copytree(world["project"], tmp_path / "project")


def test_new_describes_the_project(world):
    new = world["new"]
    assert new["model"]["family"] == "llama" and new["model"]["parameters"] == 215200 and len(new["model"]["sha256"]) == 64
    assert new["adapter"] == {**new["adapter"], "rank": 4, "alpha": 8, "targets": ["q_proj", "k_proj", "v_proj"]}


def test_new_refuses_a_folder_that_is_in_use(world):
    assert "another folder" in refused("new", world["project"], "--model", world["root"] / "model")


def test_import_describes_each_dataset(world):
    assert [d["name"] for d in world["import"]["datasets"]] == NAMES
    for d in world["import"]["datasets"]:
        assert {"name", "schema", "rows", "labels", "sha256", "tokens", "truncated", "warnings"} <= set(d)
        assert d["rows"] == {"train": 24, "valid": 8, "test": 8} and sorted(d["labels"]) == ["no", "yes"]
        assert set(d["tokens"]) >= {"mean", "max"} and d["schema"] == "classification"


def test_a_file_a_folder_and_a_folder_of_folders_import_alike(world, tmp_path):
    project = tmp_path / "project"
    run("new", project, "--model", world["root"] / "model", "--rank", 2)
    file = write_jsonl(tmp_path / "emu.jsonl", rows("emu", 40))
    assert [d["name"] for d in run("import", project, file)[0]["datasets"]] == ["emu"]
    assert [d["name"] for d in run("import", project, world["root"] / "all" / "ant", "--name", "ape")[0]["datasets"]] == ["ape"]
    assert [d["name"] for d in run("import", project, world["root"] / "all")[0]["datasets"]] == NAMES
    listed = run("show", project, "datasets")[0]["datasets"]
    assert [d["name"] for d in listed] == ["emu", "ape", *NAMES]
    assert sum(listed[0]["rows"].values()) == 40 and all(count > 0 for count in listed[0]["rows"].values())


def test_rows_are_one_object_a_line(world):
    lines = consort("rows", world["project"], "ant").stdout.splitlines()
    found = [json.loads(line) for line in lines]
    assert len(found) == 8 and len({row["id"] for row in found}) == 8
    for row in found:
        assert set(row) == {"id", "text", "prompt_ids", "target_ids", "choices", "gold"}
        assert row["target_ids"] == row["choices"][row["gold"]] and row["prompt_ids"][0] == 0
    assert consort("rows", world["project"], "ant", "--limit", 3).stdout.splitlines() == lines[:3]
    ids = [json.loads(line)["id"] for split in ("train", "valid", "test")
           for line in consort("rows", world["project"], "ant", "--split", split).stdout.splitlines()]
    assert len(ids) == len(set(ids)) == 40


def test_estimate_holds_every_promised_field(world):
    e, n = world["estimate"], len(NAMES)
    assert e["datasets"] == NAMES and e["subsets"] == 15 and e["dim"] == 16 and e["expand"] in ("fresh", "warmed")
    assert finite([e["lambda"], e["flops"]]) and set(e["seconds"]) >= {"gradients", "fits", "affinity"}
    for key in ("affinity", "interval", "gain", "gain_interval", "pairs"):
        assert len(e[key]) == n and all(len(row) == n for row in e[key]), key
    for i in range(n):
        for l in range(n):
            low, high = e["interval"][i][l]
            assert low <= e["affinity"][i][l] <= high
            assert (e["gain"][i][l] is None) == (i == l)
            if i != l:
                assert e["gain_interval"][i][l][0] <= e["gain"][i][l] <= e["gain_interval"][i][l][1]
    assert {"first_order", "estimation_error", "spearman", "probes"} <= set(e["trust"])
    assert len(e["trust"]["first_order"]) == 5
    assert all(finite(point[key] for key in ("distance", "error", "relative")) for point in e["trust"]["first_order"])
    for key in ("predicted_single", "predicted_alone"):
        assert len(e[key]["loss"]) == n and finite(e[key]["loss"]) if isinstance(e[key], dict) else len(e[key]) == n


def test_predict_answers_for_all_datasets_and_agrees_with_the_estimate(world):
    found = run("predict", world["project"], "--datasets", ",".join(NAMES))[0]["datasets"]
    assert list(found) == NAMES
    single = world["estimate"]["predicted_single"]
    losses = single["loss"] if isinstance(single, dict) else [one["loss"] for one in single]
    assert [found[name]["loss"] for name in NAMES] == pytest.approx(losses, rel=1e-9)


def test_conflicts_are_train_rows_of_the_first_dataset(world):
    examples = run("conflicts", world["project"], "ant", "bee", "--limit", 3)[0]["examples"]
    train = {json.loads(line)["id"]: json.loads(line)["text"]
             for line in consort("rows", world["project"], "ant", "--split", "train").stdout.splitlines()}
    assert 3 <= len(examples) <= 6
    assert all(train[e["id"]] == e["text"] and math.isfinite(e["effect"]) for e in examples)
    assert [e["effect"] for e in examples] == sorted((e["effect"] for e in examples), reverse=True)


@pytest.mark.parametrize("method", ["refined", "exact", "sdp", "spectral", "agglomerative"])
def test_every_method_gives_m_groups_of_all_datasets(world, tmp_path, method):
    g = run("group", copied(world, tmp_path), "-m", 3, "--method", method)[0]
    assert g["m"] == 3 and g["method"] == method and len(g["groups"]) == 3
    assert sorted(sum(g["groups"], [])) == NAMES and all(g["groups"])
    firsts = [min(NAMES.index(name) for name in group) for group in g["groups"]]
    assert firsts == sorted(firsts)
    assert set(g["predicted"]) >= {"mean", "worst", "datasets"} and list(g["predicted"]["datasets"]) == NAMES
    assert set(g["cost"]) >= {"flops", "seconds", "bytes", "rank"}


def test_auto_takes_the_knee_of_the_table(world, tmp_path):
    g = run("group", copied(world, tmp_path), "-m", "auto")[0]
    assert [row["m"] for row in g["table"]] == [1, 2, 3, 4]
    assert [row["m"] for row in g["table"] if row["knee"]] == [g["m"]]
    assert all(set(row) >= {"m", "density", "mean", "worst", "flops", "knee"} for row in g["table"])


def test_constraints_hold(world, tmp_path):
    project = copied(world, tmp_path)
    g = run("group", project, "-m", 2, "--must-link", "ant,dog", "--cannot-link", "bee,cat")[0]["groups"]
    of = {name: k for k, group in enumerate(g) for name in group}
    assert of["ant"] == of["dog"] and of["bee"] != of["cat"]
    sized = run("group", project, "-m", 2, "--min-size", 2, "--max-size", 2)[0]["groups"]
    assert [len(group) for group in sized] == [2, 2]
    pinned = run("group", project, "-m", 2, "--pin", "ant:1,dog:2")[0]["groups"]
    assert "ant" in pinned[0] and "dog" in pinned[1]


def test_assigned_groups_are_taken_as_they_are(world, tmp_path):
    project = copied(world, tmp_path)
    (tmp_path / "mine.json").write_text(json.dumps([["ant"], ["bee", "cat", "dog"]]))
    g = run("group", project, "--assign", tmp_path / "mine.json")[0]
    assert g["method"] == "manual" and g["groups"] == [["ant"], ["bee", "cat", "dog"]]
    (tmp_path / "short.json").write_text(json.dumps([["ant"], ["bee"]]))
    message = refused("group", project, "--assign", tmp_path / "short.json")
    assert "cat" in message and "dog" in message
    assert run("show", project, "groups")[0]["groups"] == g["groups"]


def test_train_gives_a_run_for_each_group_and_baseline(world):
    runs = world["train"]["runs"]
    assert [r["id"] for r in runs[:3]] == ["g1", "g2", "single"]
    assert [r["kind"] for r in runs].count("per_dataset") == 4
    promised = {"id", "kind", "group", "datasets", "steps", "best_step", "train_loss", "valid_loss", "tokens", "seconds", "flops", "peak_bytes", "state"}
    for r in runs:
        assert promised <= set(r) and r["state"] == "done" and r["steps"] == 3 and 0 <= r["best_step"] <= 3
        assert finite([r["train_loss"], r["valid_loss"]]) and r["tokens"] > 0 and r["flops"] > 0
    assert [r["datasets"] for r in runs[:2]] == world["group"]["groups"]


def test_fitted_weights_lie_on_the_simplex_and_are_no_worse_than_others(world):
    combine = world["combine"]
    assert [m["id"] for m in combine["members"]] == ["g1", "g2"] and combine["boosting"] == []
    assert all(set(m) >= {"id", "kind", "group", "weight"} for m in combine["members"])
    assert list(combine["weights"]) == NAMES
    for name, weights in combine["weights"].items():
        assert len(weights) == 2 and min(weights) >= 0 and sum(weights) == pytest.approx(1, abs=1e-9)
        losses = combine["losses"][name]
        assert all(losses["fitted"] <= losses[way] + 1e-4 for way in WAYS)


def test_owner_weights_are_one_hot_and_uniform_ones_equal(world, tmp_path):
    project = copied(world, tmp_path)
    owner = run("combine", project, "--weights", "owner")[0]["weights"]
    for name in NAMES:
        assert owner[name] == [1.0 if name in group else 0.0 for group in world["group"]["groups"]]
    assert all(w == [0.5, 0.5] for w in run("combine", project, "--weights", "uniform")[0]["weights"].values())
    affinity = run("combine", project, "--weights", "affinity")[0]["weights"]
    assert all(sum(w) == pytest.approx(1) and min(w) >= 0 for w in affinity.values())


def test_evaluate_has_every_system_and_the_owner_ensemble_is_the_owner(world, tmp_path):
    systems = {s["name"]: s for s in world["evaluate"]["systems"]}
    assert world["evaluate"]["split"] == "test"
    assert {"frozen", "single", "per_dataset", "ensemble", "merged_cat", "best_member", "g1", "g2"} == set(systems)
    for s in systems.values():
        assert {"name", "mean", "datasets", "flops", "seconds", "bytes", "peak_bytes"} <= set(s)
        assert set(s["mean"]) >= {"accuracy", "macro_f1", "loss"} and list(s["datasets"]) == NAMES
        for d in s["datasets"].values():
            assert d["rows"] == 8 and 0 <= d["low"] <= d["accuracy"] <= d["high"] <= 1 and d["loss"] > 0
    project = copied(world, tmp_path)
    run("combine", project, "--weights", "owner")
    owned = {s["name"]: s for s in run("evaluate", project)[0]["systems"]}
    for name in NAMES:
        member = "g1" if name in world["group"]["groups"][0] else "g2"
        assert owned["ensemble"]["datasets"][name]["loss"] == pytest.approx(owned[member]["datasets"][name]["loss"], rel=1e-5)


def test_best_member_is_the_one_of_the_highest_validation_accuracy(world, tmp_path):
    valid = {s["name"]: s["mean"]["accuracy"] for s in run("evaluate", copied(world, tmp_path), "--split", "valid")[0]["systems"]}
    assert valid["best_member"] == max(valid["g1"], valid["g2"])


@pytest.mark.parametrize("section", ["datasets", "overlap", "affinity", "groups", "runs", "scores", "log"])
def test_show_prints_every_section_both_ways(world, section):
    document = run("show", world["project"], section)[0]
    assert isinstance(document, dict) and document
    assert consort("show", world["project"], section).stdout.strip()


def test_repeated_steps_are_reused_with_the_same_document(world, tmp_path):
    project = copied(world, tmp_path)
    train = ["train", project, "--steps", 3, "--lr", "0.01", "--baselines", "single,per-dataset"]
    for key, args in {"estimate": ["estimate", project, "--dim", 16], "group": ["group", project, "-m", 2], "train": train,
                      "combine": ["combine", project], "evaluate": ["evaluate", project]}.items():
        document, remarks = run(*args)
        assert "reused" in remarks, key
        assert document == world[key], key


def test_force_repeats_only_the_step_that_was_asked_for(world, tmp_path):
    project = copied(world, tmp_path)
    before = {r["id"]: r for r in run("show", project, "runs")[0]["runs"]}
    document, remarks = run("train", project, "--steps", 3, "--lr", "0.01", "--group", 1, "--force")
    assert "g1: reused" not in remarks
    again = document["runs"][0]
    # which runs share a pass depends on the runs of the command: by rounding alone
    assert again["seconds"] != before["g1"]["seconds"] and again["valid_loss"] == pytest.approx(before["g1"]["valid_loss"], rel=1e-6)
    after = {r["id"]: r for r in run("show", project, "runs")[0]["runs"]}
    assert {k: v for k, v in after.items() if k != "g1"} == {k: v for k, v in before.items() if k != "g1"}


def test_another_dataset_costs_only_its_own_gradients(world, tmp_path):
    project = copied(world, tmp_path)
    run("import", project, dataset_folder(tmp_path, "elk"))
    document, remarks = run("estimate", project, "--dim", 16)
    assert "gradients of 4 of 5 datasets: reused" in remarks
    assert document["datasets"] == [*NAMES, "elk"] and document["subsets"] == 31


def test_a_step_without_its_predecessor_names_the_command(world, tmp_path):
    project = tmp_path / "project"
    run("new", project, "--model", world["root"] / "model")
    assert "consort import" in refused("estimate", project)
    run("import", project, world["root"] / "all")
    assert "consort estimate" in refused("group", project)
    assert "consort estimate" in refused("predict", project, "--datasets", "ant")
    assert "consort group" in refused("train", project)
    assert "consort" in refused("combine", project)
    assert "consort" in refused("evaluate", project)
    assert "consort evaluate" in refused("show", project, "scores")
    assert "consort new" in refused("show", tmp_path / "nowhere")


def test_run_walks_the_whole_road_and_then_reuses_it(world, tmp_path):
    project = tmp_path / "project"
    run("new", project, "--model", world["root"] / "model", "--rank", 2)
    run("import", project, world["root"] / "all")
    args = ["run", project, "-m", 2, "--dim", 8, "--steps", 2, "--lr", "0.01"]
    first = run(*args)[0]
    assert {s["name"] for s in first["systems"]} >= {"frozen", "ensemble", "merged_cat", "g1", "g2"}
    again, remarks = run(*args)
    assert "reused" in remarks and again["systems"] == first["systems"]


def test_help_names_every_command_and_version_is_one_line():
    text = consort("--help").stdout
    for command in ("demo new import rows estimate predict conflicts group train combine evaluate export run show verify select submit collect "
                    "tokenize chat logits gradients generate quantize fit partition").split():
        assert command in text, command
    assert consort("--version").stdout.count("\n") == 1


@pytest.mark.parametrize("args", [["submit", "P", "--scheduler", "slurm"], ["collect", "P"]])
def test_what_comes_later_says_so(world, args):
    args = [{"P": world["project"]}.get(arg, arg) for arg in args]
    assert "later" in refused(*args)


def test_runs_side_by_side_are_those_of_one_thread(world, tmp_path):
    """How many run at once, and which of them share passes, changes nothing but rounding."""
    project = copied(world, tmp_path)
    again = json.loads(consort("train", project, "--steps", 3, "--lr", "0.01", "--baselines", "single,per-dataset", "--force", "--json", "--threads", 4).stdout)
    assert [run["id"] for run in again["runs"]] == [run["id"] for run in world["train"]["runs"]]
    for path in world["project"].glob("runs/*/adapter/adapter_model.safetensors"):
        assert distance(project / path.relative_to(world["project"]), path) < 1e-4, path
    for before, after in zip(world["train"]["runs"], again["runs"]):
        assert after["valid_loss"] == pytest.approx(before["valid_loss"], rel=1e-6) and before["state"] == after["state"] == "done"
