"""From a trained project to a bundle that verifies, and that does not once a byte has changed."""
import hashlib
import json
import sqlite3
import subprocess

import pytest
from consort import consort, consort_json
from tiny_world import dataset_folder, tiny_model


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    root = tmp_path_factory.mktemp("bundle")
    tiny_model(root / "model")
    for name in ("ant", "bee", "cat"):
        dataset_folder(root / "all", name)
    (root / "all" / "bee" / "README.md").write_text("---\nlicense: cc0-1.0\n---\n# bees\n")
    consort("new", root / "project", "--model", root / "model", "--rank", 2)
    consort("import", root / "project", root / "all")
    consort("run", root / "project", "-m", 2, "--dim", 8, "--expand", "fresh", "--steps", 2, "--lr", "0.01", "--threads", 1)
    return root, consort_json("export", root / "project", root / "out", "--threads", 1)


def test_every_file_is_listed_with_its_hash(exported):
    root, document = exported
    listed = {file["path"]: file for file in document["files"]}
    found = {path.relative_to(root / "out").as_posix(): path for path in (root / "out").rglob("*") if path.is_file()}
    assert set(listed) == set(found) and {"SHA256SUMS", "ensemble.json", "ensemble.py", "README.md"} <= set(found)
    for name, path in found.items():
        assert listed[name]["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest() and listed[name]["bytes"] == path.stat().st_size
    assert all(set(one) >= {"artefact", "max_abs_logit", "kl", "accuracy_delta"} for one in document["faithfulness"])


def test_the_bundle_verifies_until_a_byte_changes(exported):
    root, _ = exported
    assert consort_json("verify", root / "out", "--model", root / "model", "--threads", 1)["ok"] is True
    file = root / "out" / "ensemble.json"
    whole = file.read_bytes()
    file.write_bytes(whole[:-2] + b" " + whole[-1:])
    done = consort("verify", root / "out", "--json", check=False)
    file.write_bytes(whole)
    assert done.returncode == 3 and json.loads(done.stdout)["ok"] is False and "ensemble.json" in done.stdout


def test_a_datasets_template_gives_the_rows_that_were_trained_on(exported, tmp_path):
    root, _ = exported
    consort("new", tmp_path / "again", "--model", root / "model")
    consort("import", tmp_path / "again", root / "all" / "ant", "--template", root / "out" / "templates" / "ant.yaml")
    rows = [consort("rows", project, "ant", "--split", "train").stdout.splitlines() for project in (root / "project", tmp_path / "again")]
    fields = [[{key: json.loads(line)[key] for key in ("text", "prompt_ids", "target_ids", "choices", "gold")} for line in lines] for lines in rows]
    assert fields[0] == fields[1] and fields[0]


def test_tables_can_be_read_without_the_program(exported):
    root, _ = exported
    with sqlite3.connect(root / "out" / "runs.sqlite") as tables:
        names = {name for (name,) in tables.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert names == {"datasets", "runs", "metrics", "affinity", "groups", "scores"}
        assert [name for (name,) in tables.execute("SELECT name FROM datasets")] == ["ant", "bee", "cat"]
        assert tables.execute("SELECT count(*) FROM runs WHERE state = 'done'").fetchone()[0] == 2
        assert tables.execute("SELECT count(*) FROM affinity").fetchone()[0] == 9


def test_licences_and_serving_are_part_of_the_bundle(exported):
    root, _ = exported
    manifest = json.loads((root / "out" / "ensemble.json").read_text())
    assert manifest["licences"] == {"model": "unknown", "ant": "unknown", "bee": "cc0-1.0", "cat": "unknown"}
    script = root / "out" / "serve" / "vllm.sh"
    assert subprocess.run(["bash", "-n", script]).returncode == 0 and "g1=" in script.read_text() and script.stat().st_mode & 0o100
