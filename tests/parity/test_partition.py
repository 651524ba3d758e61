"""`consort partition` against public solvers: the semidefinite optimum, average linkage, and its contract."""
import itertools
import json

import numpy as np
import pytest

from consort import consort, consort_json

METHODS = ["refined", "exact", "sdp", "spectral", "agglomerative"]


def planted(n, m, noise, seed):
    rng = np.random.default_rng(seed)
    family = np.arange(n) % m
    t = (family[:, None] == family[None, :]) + noise * rng.normal(size=(n, n))
    return (t + t.T) / 2


def density(t, groups):
    return sum(t[np.ix_(g, g)].sum() / len(g) for g in groups)


def run(tmp_path, t, m, method, *options):
    file = tmp_path / "affinity.csv"
    np.savetxt(file, t, delimiter=",", fmt="%.17g")
    return consort_json("partition", "--affinity", file, "-m", m, "--method", method, *options)


def sdp_optimum(t, m):
    cvxpy = pytest.importorskip("cvxpy", reason="cvxpy is not installed")
    n = len(t)
    x = cvxpy.Variable((n, n), PSD=True)
    rules = [x >= 0, cvxpy.sum(x, axis=1) == 1, cvxpy.trace(x) == m]
    return cvxpy.Problem(cvxpy.Maximize(cvxpy.trace(t @ x)), rules).solve(solver=cvxpy.CLARABEL)


@pytest.mark.parametrize("n, m, noise", [(6, 2, 1.0), (12, 3, 0.5), (12, 5, 3.0), (20, 4, 1.0), (30, 6, 0.3), (30, 3, 2.0), (50, 5, 0.5), (50, 8, 1.0)])
def test_sdp_bound_is_the_optimum_of_the_relaxation(tmp_path, n, m, noise):
    t = planted(n, m, noise, seed=n + m)
    answer = run(tmp_path, t, m, "sdp")
    optimum = sdp_optimum(t, m)
    difference = abs(answer["upper_bound"] - optimum) / abs(optimum)
    print(f"n={n} m={m} noise={noise} relative difference {difference:.1e}")
    assert difference <= 1e-4
    assert answer["upper_bound"] >= answer["density"]


@pytest.mark.parametrize("method", METHODS)
def test_groups_cover_every_row_once_and_density_includes_the_diagonal(tmp_path, method):
    t = planted(14, 3, 0.8, seed=5)
    for m in (1, 2, 5, 9, 13, 14):
        answer = run(tmp_path, t, m, method)
        assert len(answer["groups"]) == m and all(answer["groups"])
        assert sorted(itertools.chain(*answer["groups"])) == list(range(14))
        assert [g[0] for g in answer["groups"]] == sorted(g[0] for g in answer["groups"])
        assert answer["density"] == pytest.approx(density(t, answer["groups"]), rel=1e-9)
        assert (answer["upper_bound"] is None) == (method in ("refined", "spectral", "agglomerative"))


def test_exact_is_at_least_as_dense_as_every_other_method(tmp_path):
    for seed in range(5):
        t = planted(12, 3, 2.0, seed)
        best = run(tmp_path, t, 3, "exact")["density"]
        for method in METHODS:
            assert run(tmp_path, t, 3, method)["density"] <= best + 1e-9
        assert run(tmp_path, t, 3, "refined")["density"] >= run(tmp_path, t, 3, "sdp")["density"] - 1e-9


def test_agglomerative_equals_average_linkage(tmp_path):
    hierarchy = pytest.importorskip("scipy.cluster.hierarchy", reason="scipy is not installed")
    from scipy.spatial.distance import squareform
    for seed in range(10):
        t = planted(15, 4, 1.0, seed)
        distance = 10 - t
        np.fill_diagonal(distance, 0)
        labels = hierarchy.fcluster(hierarchy.average(squareform(distance, checks=False)), 4, criterion="maxclust")
        expected = sorted(sorted(np.flatnonzero(labels == k).tolist()) for k in set(labels))
        assert run(tmp_path, t, 4, "agglomerative")["groups"] == expected


def test_constraints_are_honoured(tmp_path):
    t = planted(12, 3, 0.3, seed=2)
    rules = ["--must-link", "0,1", "--cannot-link", "2,5", "--pin", "3:0", "--pin", "4:2", "--min-size", 3, "--max-size", 5]
    for method in METHODS:
        groups = run(tmp_path, t, 3, method, *rules)["groups"]
        of = {i: k for k, g in enumerate(groups) for i in g}
        assert of[0] == of[1] and of[2] != of[5] and of[3] != of[4]
        assert all(3 <= len(g) <= 5 for g in groups)


def test_only_the_symmetric_part_counts_and_windows_files_are_read(tmp_path):
    t = planted(8, 2, 0.5, seed=1)
    skew = np.triu(np.full((8, 8), 3.0), 1)
    expected = run(tmp_path, t, 2, "exact")
    assert run(tmp_path, t + skew - skew.T, 2, "exact")["groups"] == expected["groups"]
    file = tmp_path / "windows.csv"
    file.write_bytes(b"\xef\xbb\xbf" + "\r\n".join(", ".join(f"{v:.17g}" for v in row) for row in t).encode() + b"\r\n\r\n")
    assert consort_json("partition", "--affinity", file, "-m", 2, "--method", "exact") == expected


def test_same_seed_same_groups(tmp_path):
    t = planted(40, 6, 2.0, seed=3)
    for method in ("sdp", "spectral", "refined"):
        assert run(tmp_path, t, 6, method, "--seed", 7) == run(tmp_path, t, 6, method, "--seed", 7)


@pytest.mark.parametrize("text, m, method, named", [
    ("1,2\n2,nan\n", 1, "exact", "row 2, column 2"),
    ("1,2\n2,inf\n", 1, "exact", "row 2, column 2"),
    ("1,2\n2,\n", 1, "exact", "row 2, column 2"),
    ("a,b\n1,2\n", 1, "exact", "row 1, column 1"),
    ("1,2,3\n2,1,3\n", 1, "exact", "not square"),
    ("1,2\n2,1,3\n", 1, "exact", "row 2 has 3 columns"),
    ("", 1, "exact", "empty"),
    ("1,2\n2,1\n", 3, "exact", "3 groups"),
    ("1,2\n2,1\n", 0, "exact", "0 groups"),
    ("1,2\n2,1\n", -1, "exact", "-1 groups"),
    ("1,2\n2,1\n", 1, "kmeans", "kmeans"),
])
def test_bad_input_exits_2_and_is_named(tmp_path, text, m, method, named):
    file = tmp_path / "affinity.csv"
    file.write_text(text)
    done = consort("partition", "--affinity", file, "-m", m, "--method", method, "--json", check=False)
    assert done.returncode == 2 and done.stdout == "" and named in done.stderr


def test_missing_file_missing_option_and_contradiction_exit_2(tmp_path):
    assert consort("partition", "--affinity", tmp_path / "none.csv", "-m", 1, check=False).returncode == 2
    assert consort("partition", "-m", 1, check=False).returncode == 2
    file = tmp_path / "affinity.csv"
    file.write_text("1,2\n2,1\n")
    done = consort("partition", "--affinity", file, "-m", 2, "--must-link", "0,1", "--json", check=False)
    assert done.returncode == 2 and "must-link" in done.stderr
    assert json.loads(consort("partition", "--affinity", file, "-m", 2, "--json").stdout)["groups"] == [[0], [1]]
