"""From a trained project to a bundle that verifies, and that does not once a byte has changed."""
import hashlib
import json

import pytest
from consort import consort, consort_json
from tiny_world import dataset_folder, tiny_model


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    root = tmp_path_factory.mktemp("bundle")
    tiny_model(root / "model")
    for name in ("ant", "bee", "cat"):
        dataset_folder(root / "all", name)
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
