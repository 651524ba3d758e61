"""The hidden families of the demo's generator come back as groups, also from data that the demo was not tuned on."""
import subprocess
import sys

import pytest
from consort import BASE_MODEL, DEMO, consort, consort_json
from sklearn.metrics import adjusted_rand_score

sys.dont_write_bytecode = True
sys.path.insert(0, str(DEMO))
import generate  # noqa: E402


@pytest.mark.parametrize("seed", range(1, 6))
def test_families_are_recovered_from_another_seed(seed, tmp_path):
    subprocess.run([sys.executable, DEMO / "generate.py", "--seed", str(seed), "--out", tmp_path / "data"], check=True)
    consort("new", tmp_path / "project", "--model", BASE_MODEL)
    consort("import", tmp_path / "project", tmp_path / "data")
    consort("estimate", tmp_path / "project")
    groups = consort_json("group", tmp_path / "project", "-m", "auto")["groups"]
    found = {name: number for number, group in enumerate(groups) for name in group}
    families = [generate.DATASETS[name][1] for name in found]
    index = adjusted_rand_score(families, list(found.values()))
    print(f"seed {seed}: {len(groups)} groups, adjusted Rand index {index:.2f}")
    assert index >= 0.8
