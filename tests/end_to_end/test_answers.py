"""Free answers marked by what they come to: every system writes them, the table tells the share that is right; perplexity beside."""
import json
import math

import pytest
from consort import consort, consort_json
from tiny_world import dataset_folder, tiny_model, write_jsonl


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = tmp_path_factory.mktemp("answers")
    tiny_model(root / "model")
    places = "garden village road inn dance letter".split()
    for split, count in {"train": 48, "valid": 12, "test": 12}.items():
        write_jsonl(root / "all" / "sums" / f"{split}.jsonl", [{"question": f"{split} {places[i % 6]} {i}?", "answer": "so it is\n#### 7"} for i in range(count)])
    dataset_folder(root / "all", "ant")
    consort("new", root / "project", "--model", root / "model", "--quantize", "none", "--rank", 8, "--alpha", 64, "--targets", "all-linear")
    consort("import", root / "project", root / "all")
    consort("estimate", root / "project", "--dim", 16, "--expand", "fresh")
    consort("group", root / "project", "-m", 2)
    consort("train", root / "project", "--steps", 300, "--lr", "0.005")
    consort("combine", root / "project")
    return root / "project"


def scores(project, *options):
    return {s["name"]: s["datasets"] for s in consort_json("evaluate", project, *options)["systems"]}


def test_what_was_learned_is_marked_right(project):
    found = scores(project, "--answers", "auto", "--answer-tokens", 24)
    ensemble, frozen = found["ensemble"]["sums"]["answers"], found["frozen"]["sums"]["answers"]
    assert ensemble["kind"] == "number" and ensemble["rows"] == 12
    assert ensemble["right"] == 1.0 and frozen["right"] == 0.0
    assert ensemble["low"] <= ensemble["right"] <= ensemble["high"]
    assert found["ensemble"]["ant"]["answers"] is None  # rows with choices are answered by their choices
    assert found["ensemble"]["sums"]["accuracy"] is None
    assert "answers (number)" in consort("evaluate", project, "--answers", "auto", "--answer-tokens", 24).stdout


def test_the_kind_can_be_given_and_rows_be_few(project):
    found = scores(project, "--answers", "exact", "--answer-rows", 5, "--answer-tokens", 24)["ensemble"]["sums"]["answers"]
    numbers = scores(project, "--answers", "number", "--answer-rows", 5, "--answer-tokens", 24)["ensemble"]["sums"]["answers"]
    assert found["kind"] == "exact" and found["rows"] == 5 and found["right"] <= numbers["right"] == 1.0
    assert scores(project)["ensemble"]["sums"]["answers"] is None


def test_perplexity_counts_every_token_once(project):
    rows = [json.loads(line) for line in consort("rows", project, "ant", "--split", "test").stdout.splitlines()]
    found = scores(project)["ensemble"]
    if len({len(row["target_ids"]) for row in rows}) == 1:  # equally long targets: the two means agree
        assert found["ant"]["perplexity"] == pytest.approx(math.exp(found["ant"]["loss"]), rel=1e-6)
    assert found["sums"]["perplexity"] == pytest.approx(math.exp(found["sums"]["loss"]), rel=1e-6)


@pytest.mark.parametrize("options, named", [(["--answers", "maybe"], "--answers"), (["--answers", "auto", "--answer-rows", "0"], "answer-rows"),
                                            (["--answer-tokens", "x"], "answer-tokens")])
def test_wrong_options_are_named(options, named, project):
    done = consort("evaluate", project, *options, check=False)
    assert done.returncode == 2 and named in done.stderr and done.stdout == ""
