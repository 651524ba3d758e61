"""Boosting, trust and selection on the command line: what is promised of their documents, and what is refused."""
import json
import math
import shutil

import pytest
from consort import consort, consort_json
from tiny_world import dataset_folder, tiny_model

NAMES = ["ant", "bee", "cat", "dog"]


def run(*args):
    return consort_json(*args, "--threads", 1)


def refused(*args, code=2):
    done = consort(*args, "--threads", 1, check=False)
    assert done.returncode == code and done.stdout == "", done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    root = tmp_path_factory.mktemp("gains")
    tiny_model(root / "model")
    for name in NAMES:
        dataset_folder(root / "all", name)
    project = root / "project"
    consort("new", project, "--model", root / "model", "--rank", 4, "--alpha", 8)
    consort("import", project, root / "all")
    consort("estimate", project, "--dim", 16, "--threads", 1)
    consort("group", project, "-m", 2)
    consort("train", project, "--steps", 8, "--lr", "0.01", "--threads", 1)
    return project


def copied(project, tmp_path):
    return shutil.copytree(project, tmp_path / "project")


def test_boosting_never_raises_the_training_loss(world, tmp_path):
    project = copied(world, tmp_path)
    found = run("combine", project, "--boost", 3)
    boosting, members = found["boosting"], found["members"]
    assert [m["kind"] for m in members] == ["group", "group", "boost", "boost", "boost"] and len(boosting) == 3
    for step in boosting:
        assert step["eta"] >= 0 and step["train_loss_after"] <= step["train_loss_before"]
    groups = {m["id"]: [] for m in members if m["kind"] == "group"}
    for name, weights in found["weights"].items():
        assert sum(weights[:2]) == pytest.approx(1, abs=1e-9)
        for member, weight in zip(members[2:], weights[2:]):
            eta = next(step["eta"] for step in boosting if step["id"] == member["id"])
            assert weight in (0, eta)
            if weight:
                groups[member["group"]].append(name)
    grouping = json.loads(consort("show", project, "groups", "--json").stdout)["groups"]
    for number, names in enumerate(grouping):
        assert set(groups[f"g{number + 1}"]) <= set(names)
    systems = [s["name"] for s in run("evaluate", project)["systems"]]
    assert {m["id"] for m in members} <= set(systems)


def test_the_first_boosting_member_is_for_the_group_of_the_highest_loss(world, tmp_path):
    project = copied(world, tmp_path)
    one = run("combine", project, "--boost", 1, "--eta", "0.1")["boosting"][0]
    two = run("combine", project, "--boost", 2, "--eta", "0.1")["boosting"]
    assert two[0] == one
    other = next(step for step in two[1:])
    assert other["group"] == one["group"] or other["train_loss_before"] <= one["train_loss_before"]


def test_eta_without_boosting_is_refused(world):
    assert "--boost" in refused("combine", world, "--eta", "0.2")


def test_probes_stand_beside_the_estimate(world, tmp_path):
    project = copied(world, tmp_path)
    trust = run("estimate", project, "--dim", 16, "--mode", "probe", "--probes", 4, "--probe-steps", 3, "--probe-repeats", 2)["trust"]
    assert trust["source"] == "probe" and len(trust["probes"]) == 8
    for probe in trust["probes"]:
        assert set(probe["datasets"]) < set(NAMES) and probe["steps"] == 3 and probe["distance"] > 0
        assert len(probe["measured"]) == len(probe["estimated"]) == 4
        assert all(math.isfinite(one["loss"]) for one in probe["measured"])
    inside = trust["inside"]
    assert inside["pairs"] == sum(len(p["datasets"]) for p in trust["probes"][:4])
    truth = [(p["estimated"][i]["loss"], p["measured"][i]["loss"]) for p in trust["probes"][:4] for i, n in enumerate(NAMES) if n in p["datasets"]]
    error = sum((a - b) ** 2 for a, b in truth) / sum(b ** 2 for _, b in truth)
    assert trust["estimation_error"] == pytest.approx(error, rel=1e-6) and inside["error"] == trust["estimation_error"]
    assert set(trust["corrected"]) >= {"inside", "outside", "all"}
    again = consort("estimate", project, "--dim", 16, "--mode", "probe", "--probes", 3, "--probe-steps", 3, "--threads", 1)
    assert "probes: 3 of 3 reused" in again.stderr


def test_probes_of_named_subsets(world, tmp_path):
    project, file = copied(world, tmp_path), tmp_path / "subsets.json"
    file.write_text(json.dumps([["dog", "ant"], ["bee"]]))
    probes = run("estimate", project, "--dim", 16, "--mode", "probe", "--probe-subsets", file, "--probe-steps", 2)["trust"]["probes"]
    assert [p["datasets"] for p in probes] == [["ant", "dog"], ["bee"]]
    file.write_text(json.dumps([["ant", "ant"]]))
    assert "twice" in refused("estimate", project, "--dim", 16, "--mode", "probe", "--probe-subsets", file)
    assert "--mode probe" in refused("estimate", project, "--probes", 3)


def test_forward_mode_measures_what_the_linear_model_predicts(world, tmp_path):
    project = copied(world, tmp_path)
    linear = run("estimate", project, "--dim", 16, "--lambda", 100)
    forward = run("estimate", project, "--dim", 16, "--lambda", 100, "--mode", "forward")
    assert forward["trust"]["source"] == "forward"
    assert linear["trust"]["first_order"][3]["error"] < 1e-4  # a short step: both must then agree
    for a, b in zip(linear["predicted_single"], forward["predicted_single"]):
        assert a["loss"] == pytest.approx(b["loss"], rel=2e-3)
    assert linear["predicted_single"] != forward["predicted_single"]


@pytest.mark.parametrize("strategy", ["forward", "backward", "ensemble"])
def test_select_keeps_its_document(world, tmp_path, strategy):
    project = copied(world, tmp_path)
    found = run("select", project, "--target", "ant", "--strategy", strategy, "--dim", 16, "--steps", 2, "--lr", "0.01", "--keep", "0.34")
    assert {"ranking", "selected", "estimates", "trained", "baselines"} <= set(found)
    scores = [one["score"] for one in found["ranking"]]
    assert sorted(one["source"] for one in found["ranking"]) == ["bee", "cat", "dog"] and scores == sorted(scores, reverse=True)
    assert len(found["selected"]) == 1 and found["trained"]["sources"] == found["selected"]
    assert found["trained"]["steps"] == 2 and math.isfinite(found["trained"]["test"]["loss"])
    assert set(found["baselines"]) == {"all", "none", "gradient_cosine", "representation", "random"}
    assert found["baselines"]["all"]["sources"] == ["bee", "cat", "dog"] and found["baselines"]["none"]["sources"] == []
    again = consort("select", project, "--target", "ant", "--strategy", strategy, "--dim", 16, "--steps", 2, "--lr", "0.01", "--keep", "0.34", "--json", "--threads", 1)
    assert "select: reused" in again.stderr and json.loads(again.stdout) == found


def test_select_among_clusters(world, tmp_path):
    project = copied(world, tmp_path)
    found = run("select", project, "--target", "ant", "--clusters", 4, "--dim", 16, "--steps", 2, "--lr", "0.01", "--train-baselines", "yes")
    assert sorted(found["sources"]) == ["c1", "c2", "c3", "c4"]
    rows = sum(sum(source["datasets"].values()) for source in found["sources"].values())
    assert rows == sum(source["rows"] for source in found["sources"].values()) and "ant" not in str(found["sources"])
    assert all(math.isfinite(b["trained"]["valid"]["loss"]) for b in found["baselines"].values())


def test_clusters_of_the_targets_own_rows_are_sources(world, tmp_path):
    project = tmp_path / "alone"
    consort("new", project, "--model", world.parent / "model", "--rank", 4, "--alpha", 8)
    consort("import", project, world.parent / "all" / "ant")
    found = run("select", project, "--target", "ant", "--clusters", 3, "--dim", 16, "--steps", 2, "--lr", "0.01", "--keep", "0.67")
    rows = [found["sources"][name]["rows"] for name in ("c1", "c2", "c3")]
    train = json.loads(consort("show", project, "datasets", "--json").stdout)["datasets"][0]["rows"]["train"]
    assert sum(rows) == train and len(found["selected"]) == 2
    assert found["trained"]["steps"] == 2 and math.isfinite(found["trained"]["test"]["loss"])



def test_select_refuses_what_cannot_be(world):
    assert "--target" in refused("select", world)
    assert "ant, bee, cat, dog" in refused("select", world, "--target", "eel")
    assert "is the target" in refused("select", world, "--target", "ant", "--sources", "ant,bee")
    assert "clusters" in refused("select", world, "--target", "ant", "--clusters", 100000, "--dim", 16)
    assert "--keep" in refused("select", world, "--target", "ant", "--keep", "0")


def test_what_a_dataset_brings_adds_up(world):
    found, estimate = run("gains", world), json.loads(consort("show", world, "affinity", "--json").stdout)
    assert found["datasets"] == NAMES
    for i, row in enumerate(found["shapley"]):
        assert row[i] is None and found["leave_one_out"][i][i] is None
        together = estimate["predicted_alone"][i]["loss"] - estimate["predicted_single"][i]["loss"]
        assert sum(value for value in row if value is not None) == pytest.approx(together, abs=1e-4)
        for l, value in enumerate(row):
            if l != i:
                low, high = found["shapley_interval"][i][l]
                assert low <= value <= high
                without = run("predict", world, "--datasets", ",".join(name for k, name in enumerate(NAMES) if k != l))["datasets"][NAMES[i]]["loss"]
                assert found["leave_one_out"][i][l] == pytest.approx(without - estimate["predicted_single"][i]["loss"], abs=1e-4)
    for l, one in enumerate(found["brings"]):
        assert one["dataset"] == NAMES[l] and one["low"] <= one["shapley"] <= one["high"]
        assert one["shapley"] == pytest.approx(sum(found["shapley"][i][l] for i in range(len(NAMES)) if i != l) / (len(NAMES) - 1))
        assert one["cost"]["rows"] == 24 and one["cost"]["flops"] > 0 and one["cost"]["seconds"] > 0


def test_gains_need_an_estimate(world, tmp_path):
    consort("new", tmp_path / "p", "--model", world.parent / "model")
    assert "estimate" in refused("gains", tmp_path / "p")


def test_weights_have_intervals_and_members_a_worth(world, tmp_path):
    project = copied(world, tmp_path)
    plain, found = run("combine", project), run("combine", project, "--worth", "yes")
    assert "worth" not in plain and found["weights"] == plain["weights"]
    for name, members in found["worth"].items():
        assert len(members) == 2
        for weight, member in zip(found["weights"][name], members):
            assert member["worth"] >= -1e-6
            if member["interval"]:
                assert member["interval"][0] <= weight <= member["interval"][1]
            else:
                assert weight in (pytest.approx(0, abs=1e-6), pytest.approx(1, abs=1e-6))
        other = [m["worth"] for m in members]
        owner, uniform = found["losses"][name]["owner"], found["losses"][name]["fitted"]
        assert min(other) == pytest.approx(owner - uniform, abs=1e-6) or max(other) == pytest.approx(owner - uniform, abs=1e-6)
