"""Options that make the estimate and the trainings cheaper: fewer validation rows, an early end, fewer rows at a time."""
import pytest
from consort import consort, consort_json
from tiny_world import dataset_folder, tiny_model


def run(*args):
    return consort_json(*args, "--threads", 1)


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = tmp_path_factory.mktemp("cheaper")
    tiny_model(root / "model")
    for name in ("ant", "bee"):
        dataset_folder(root / "all", name)
    consort("new", root / "project", "--model", root / "model", "--rank", 4, "--alpha", 8)
    consort("import", root / "project", root / "all")
    consort("estimate", root / "project", "--dim", 16, "--threads", 1)
    consort("group", root / "project", "-m", 1)
    return root / "project"


def test_fewer_validation_rows_cost_less_and_are_another_estimate(project):
    whole = run("estimate", project, "--dim", 16, "--expand", "fresh")
    few = run("estimate", project, "--dim", 16, "--expand", "fresh", "--valid-rows", 3)
    assert few["flops"] < whole["flops"] and few["predicted_single"] != whole["predicted_single"]
    again = consort("estimate", project, "--dim", 16, "--expand", "fresh", "--valid-rows", 3, "--threads", 1)
    assert "reused" in again.stderr
    misled = run("conflicts", project, "ant", "bee", "--limit", 50)
    assert misled
    enough = run("estimate", project, "--dim", 16, "--expand", "fresh", "--valid-rows", 10000)
    assert enough["predicted_single"] == whole["predicted_single"]


def test_a_longer_joint_training_is_another_point_and_both_are_kept(project):
    options = ("--dim", 16, "--expand", "warmed")
    short = run("estimate", project, *options)
    long = run("estimate", project, *options, "--warm-epochs", 3)
    assert long["predicted_single"] != short["predicted_single"] and long["flops"] > short["flops"]
    for known in (options, (*options, "--warm-epochs", 3)):
        assert "estimate: reused" in consort("estimate", project, *known, "--threads", 1).stderr


def test_patience_ends_a_run_that_no_longer_gets_better(project):
    """At an absurd rate nothing gets better after the first step."""
    options = ["--steps", 40, "--lr", "3", "--valid-every", 1, "--clip", 0, "--schedule", "constant", "--warmup", 0]
    stubborn = run("train", project, *options)["runs"][0]
    patient = run("train", project, *options, "--patience", 2)["runs"][0]
    assert patient["steps"] == patient["best_step"] + 2 < stubborn["steps"]
    assert patient["state"] == "stopped_early" and patient["flops"] < stubborn["flops"]


def test_micro_batches_give_the_same_run(project):
    whole = run("train", project, "--steps", 4, "--lr", "0.01")["runs"][0]
    parts = run("train", project, "--steps", 4, "--lr", "0.01", "--micro-batch", 3)["runs"][0]
    assert parts["train_loss"] == pytest.approx(whole["train_loss"], abs=1e-5) and parts["valid_loss"] == pytest.approx(whole["valid_loss"], abs=1e-5)


@pytest.mark.parametrize("option, value", [("--valid-rows", "0"), ("--patience", "-1"), ("--warmup", "1.5"), ("--schedule", "sawtooth"), ("--clip", "-1"), ("--micro-batch", "x")])
def test_nonsense_is_refused_with_the_option(project, option, value):
    verb = "estimate" if option == "--valid-rows" else "train"
    done = consort(verb, project, option, value, check=False)
    assert done.returncode == 2 and option.strip("-") in done.stderr and done.stdout == ""
