"""Values no step can work with, malformed option files and too little memory: refused before work starts, the project as it was."""
import resource
import subprocess

import pytest
from consort import BINARY, consort, consort_json
from refusals import contents, refused
from tiny_world import dataset_folder, tiny_model


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = tmp_path_factory.mktemp("options")
    tiny_model(root / "model")
    for name in ("ant", "bee"):
        dataset_folder(root / "all", name)
    consort("new", root / "project", "--model", root / "model", "--rank", 2)
    consort("import", root / "project", root / "all")
    return root / "project"


VALUES = [
    (["estimate", "--rows", "-1"], ["--rows", "-1"]),
    (["estimate", "--rows", "nan"], ["--rows", "nan"]),
    (["estimate", "--dim", "0"], ["--dim"]),
    (["estimate", "--lambda", "nan"], ["--lambda", "nan"]),
    (["estimate", "--lambda", "1e999"], ["--lambda"]),
    (["estimate", "--subsets", "0"], ["--subsets", "all"]),
    (["estimate", "--seed", "-1"], ["--seed", "-1"]),
    (["estimate", "--seed", "99999999999999999999"], ["--seed"]),
    (["estimate", "--threads", "-1"], ["--threads"]),
    (["estimate", "--threads", "99999"], ["--threads", "1024"]),
    (["train", "--batch", "0"], ["--batch"]),
    (["train", "--lr", "inf"], ["--lr", "inf"]),
    (["train", "--epochs", "nan"], ["--epochs", "nan"]),
    (["train", "--steps", "-4"], ["--steps"]),
    (["group", "--min-size", "-1"], ["--min-size"]),
    (["rows", "ant", "--limit", "99999999999999999999"], ["--limit"]),
    (["conflicts", "ant", "bee", "--limit", "-1"], ["--limit"]),
]


@pytest.mark.parametrize("args,names", VALUES, ids=[" ".join(args) for args, _ in VALUES])
def test_a_value_outside_its_range_is_refused_by_name(project, args, names):
    refused(project, args[0], project, *args[1:], names=names)


CONFIGS = {
    "no closing bracket": (b"[estimate\ndim = 8\n", ["estimate"]),
    "unknown key at the top": (b"nonsense = 3\n", ["nonsense"]),
    "unknown key of a command": (b"[estimate]\ndimm = 3\n", ["dimm"]),
    "unknown key of another command": (b"[train]\nstpes = 3\n", ["stpes"]),
    "bad value": (b'[estimate]\ndim = "many"\n', ["--dim", "many"]),
}


@pytest.mark.parametrize("name", CONFIGS)
def test_a_malformed_option_file_is_refused_by_key(project, tmp_path, name):
    content, names = CONFIGS[name]
    (tmp_path / "options.toml").write_bytes(content)
    refused(project, "estimate", project, "--config", tmp_path / "options.toml", names=names)


def test_a_missing_option_file_is_named(project, tmp_path):
    refused(project, "estimate", project, "--config", tmp_path / "nowhere.toml", names=["nowhere.toml"])


def test_options_from_a_file_count_and_the_command_line_wins(project, tmp_path):
    (tmp_path / "options.toml").write_text('[estimate]\ndim = 8\nexpand = "fresh"\nrows = 4\n')
    found = consort_json("estimate", project, "--config", tmp_path / "options.toml", "--dim", 4)
    assert found["dim"] == 4 and found["expand"] == "fresh"


def test_memory_that_no_machine_has_is_forecast_before_work_starts(project):
    refused(project, "estimate", project, "--dim", 10**9, code=4, names=["bytes", "available", "--dim", "--rows"])


def test_the_forecast_respects_a_limit_of_the_address_space(project):
    before = contents(project)
    limit = 4 * 2**30
    done = subprocess.run([BINARY, "estimate", str(project), "--dim", "10000000", "--threads", "1"], capture_output=True, text=True,
                          preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
    assert done.returncode == 4 and done.stdout == "", done.stderr
    assert "available" in done.stderr and "bytes" in done.stderr
    assert contents(project) == before
