"""Subset fits against scikit-learn and scipy in float64, and the `fit` command on hostile input."""
import itertools
import json

import numpy
import pytest
import scipy.optimize
from safetensors.numpy import save_file
from sklearn.linear_model import LogisticRegression

from consort import consort, consort_json


def make_data(rows, dim, seed=0, offset=1.0, scale=1.0):
    draw = numpy.random.default_rng(seed)
    spectrum = scale / numpy.sqrt(numpy.arange(1, dim + 1))
    return [(offset * draw.standard_normal(r).astype(numpy.float32),
             ((draw.standard_normal((r, dim)) + 0.4 * draw.standard_normal(dim)) * spectrum).astype(numpy.float32)) for r in rows]


def write(path, data):
    save_file({f"{name}.{i}": tensor for i, (h0, sketch) in enumerate(data) for name, tensor in (("h0", h0), ("sketch", sketch))}, path)
    return path


def stacked(data, subset):
    return (numpy.concatenate([data[i][0] for i in subset]).astype(float), numpy.concatenate([data[i][1] for i in subset]).astype(float))


def objective(w, h0, z, penalty):
    h = h0 + z @ w
    p = 0.5 * (1 - numpy.tanh(h / 2))
    return numpy.logaddexp(0, -h).mean() + penalty * w @ w, -z.T @ p / len(h) + 2 * penalty * w


def least(h0, z, penalty):
    """Minimum by scipy's trust region with the exact Hessian."""
    def hessian(w):
        p = 0.5 * (1 - numpy.tanh((h0 + z @ w) / 2))
        return (z * (p * (1 - p) / len(h0))[:, None]).T @ z + 2 * penalty * numpy.eye(z.shape[1])
    found = scipy.optimize.minimize(objective, numpy.zeros(z.shape[1]), args=(h0, z, penalty), jac=True,
                                    hess=lambda w, *_: hessian(w), method="trust-exact", options={"gtol": 1e-10, "maxiter": 500})
    return found.fun


@pytest.mark.parametrize("penalty", [1e-5, 1e-3, 0.1, 10.0])
def test_every_subset_reaches_the_minimum_of_scipy(tmp_path, penalty):
    data = make_data([60, 5, 120, 1, 40], 24, seed=1)
    fits = consort_json("fit", "--sketch", write(tmp_path / "f.safetensors", data), "--lambda", penalty)["fits"]
    assert sorted(tuple(f["subset"]) for f in fits) == sorted(s for r in range(1, 6) for s in itertools.combinations(range(5), r))
    for fit in fits:
        h0, z = stacked(data, fit["subset"])
        value, gradient = objective(numpy.array(fit["w"]), h0, z, penalty)
        assert abs(value - fit["objective"]) <= 1e-9
        assert numpy.linalg.norm(gradient) <= 1.01e-6 and fit["gradient_norm"] <= 1e-6
        assert value <= least(h0, z, penalty) * (1 + 1e-6)


def test_mirrored_rows_without_offset_equal_scikit_learn(tmp_path):
    data = make_data([80, 50, 70], 16, seed=2, offset=0.0)
    for fit in consort_json("fit", "--sketch", write(tmp_path / "f.safetensors", data), "--lambda", 1e-3)["fits"]:
        h0, z = stacked(data, fit["subset"])
        x, y = numpy.concatenate([z, -z]), numpy.repeat([1, 0], len(z))
        model = LogisticRegression(C=1 / (2 * len(x) * 1e-3), fit_intercept=False, tol=1e-10, max_iter=5000).fit(x, y)
        theirs = objective(model.coef_[0], h0, z, 1e-3)[0]
        assert abs(fit["objective"] - theirs) <= 1e-6 * theirs
        assert numpy.abs(numpy.array(fit["w"]) - model.coef_[0]).max() <= 1e-3


def test_steep_sketches_and_tiny_penalty_converge(tmp_path):
    data = make_data([50, 80], 30, seed=3, scale=30.0)
    for fit in consort_json("fit", "--sketch", write(tmp_path / "f.safetensors", data), "--lambda", 1e-5)["fits"]:
        h0, z = stacked(data, fit["subset"])
        value, gradient = objective(numpy.array(fit["w"]), h0, z, 1e-5)
        assert numpy.linalg.norm(gradient) <= 1.01e-6
        assert value <= least(h0, z, 1e-5) * (1 + 1e-6)


def test_named_subsets_come_back_in_their_order(tmp_path):
    sketch = write(tmp_path / "f.safetensors", make_data([20, 20, 20], 4))
    (tmp_path / "s.json").write_text("[[2],[],[0,1]]")
    fits = consort_json("fit", "--sketch", sketch, "--lambda", 0.01, "--subsets", tmp_path / "s.json")["fits"]
    assert [f["subset"] for f in fits] == [[2], [], [0, 1]]
    assert fits[1]["w"] == [0, 0, 0, 0] and fits[1]["objective"] == 0


@pytest.mark.parametrize("subsets, named", [("[[0,3]]", "3"), ("[[-1]]", "-1"), ("[[0,0]]", "twice"), ("{}", "list"), ("[[0.5]]", "whole"), ("[[0]", "s.json")])
def test_bad_subsets_exit_2_and_are_named(tmp_path, subsets, named):
    sketch = write(tmp_path / "f.safetensors", make_data([5, 5, 5], 3))
    (tmp_path / "s.json").write_text(subsets)
    done = consort("fit", "--json", "--sketch", sketch, "--lambda", 0.01, "--subsets", tmp_path / "s.json", check=False)
    assert done.returncode == 2 and named in done.stderr and done.stdout == ""


@pytest.mark.parametrize("penalty", ["0", "-1", "nan", "inf", "x"])
def test_bad_lambda_exits_2(tmp_path, penalty):
    done = consort("fit", "--sketch", write(tmp_path / "f.safetensors", make_data([5], 3)), f"--lambda={penalty}", check=False)
    assert done.returncode == 2 and "lambda" in done.stderr


def broken(change):
    data = {f"{n}.{i}": t for i, (h, z) in enumerate(make_data([5, 6], 3)) for n, t in (("h0", h), ("sketch", z))}
    change(data)
    return data


@pytest.mark.parametrize("change, named", [
    (lambda d: d.update({"sketch.1": numpy.full((6, 3), numpy.nan, numpy.float32)}), "sketch.1"),
    (lambda d: d.update({"h0.0": numpy.full(5, numpy.inf, numpy.float32)}), "h0.0"),
    (lambda d: d.update({"h0.1": numpy.zeros(7, numpy.float32)}), "sketch.1"),
    (lambda d: d.update({"sketch.1": numpy.zeros((6, 4), numpy.float32)}), "sketch.1"),
    (lambda d: d.update({"sketch.1": numpy.zeros(6, numpy.float32)}), "sketch.1"),
    (lambda d: d.pop("h0.0"), "h0.0"),
    (lambda d: d.clear() or d.update({"other": numpy.zeros(3, numpy.float32)}), "h0.0"),
])
def test_bad_sketches_exit_2_and_are_named(tmp_path, change, named):
    save_file(broken(change), tmp_path / "f.safetensors")
    done = consort("fit", "--sketch", tmp_path / "f.safetensors", "--lambda", 0.01, check=False)
    assert done.returncode == 2 and named in done.stderr


def test_missing_file_exits_2(tmp_path):
    done = consort("fit", "--sketch", tmp_path / "none.safetensors", "--lambda", 0.01, check=False)
    assert done.returncode == 2 and "none.safetensors" in done.stderr
