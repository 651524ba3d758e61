"""How time and memory grow: the program's own commands over ever larger inputs, exponents fitted on the larger half, one plot a curve.

    python tests/benchmarks/growth.py            # writes growth.json here and docs/growth.md with docs/growth.svg; hours
    python tests/benchmarks/growth.py --only datasets rows

CONSORT_BINARY names the built program. Needs numpy and safetensors. Sketches are synthetic beyond what is worth training.
"""
import argparse
import json
import math
import multiprocessing
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import numpy
from safetensors.numpy import save_file

HERE = pathlib.Path(__file__).parent
DOCS = HERE.parents[1] / "docs"
MODEL = HERE.parents[1] / "resources" / "demo" / "public-domain-8m"
RNG = numpy.random.default_rng(0)


def timed(*args):
    """(seconds, peak MB) of one command; its output goes away."""
    start = time.perf_counter()
    process = subprocess.Popen([os.environ["CONSORT_BINARY"], *map(str, args), "--quiet"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    problem = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"consort {' '.join(map(str, args))}: {problem.decode()}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def sketches(folder, datasets, rows, dim):
    """Rows with a decaying spectrum around a dataset's own direction."""
    scale = (1 / numpy.arange(1, dim + 1) ** 0.5).astype("f4")
    scale /= numpy.linalg.norm(scale)
    tensors = {}
    for i in range(datasets):
        tensors[f"sketch.{i}"] = (RNG.standard_normal((rows, dim), dtype="f4") + RNG.standard_normal(dim, dtype="f4")) * scale
        tensors[f"h0.{i}"] = RNG.standard_normal(rows, dtype="f4")
    save_file(tensors, folder / "sketch.safetensors")


def drawn(folder, datasets, count):
    """`count` sets of a quarter of the datasets, at least three: what `estimate` draws."""
    size = min(datasets, max(3, datasets // 4))
    sets = [sorted(RNG.choice(datasets, size, replace=False).tolist()) for _ in range(count)]
    (folder / "subsets.json").write_text(json.dumps(sets))
    return folder / "subsets.json"


def apart(work, *args):
    """In a process of its own: what this one holds counts in the peak of the commands that it starts."""
    process = multiprocessing.get_context("fork").Process(target=work, args=args)
    process.start()
    process.join()


def fit(folder, datasets=10, rows=200, dim=400, subsets=64):
    apart(sketches, folder, datasets, rows, dim)
    return timed("fit", "--sketch", folder / "sketch.safetensors", "--lambda", 1e-2, "--subsets", drawn(folder, datasets, subsets))


def partition(folder, datasets, groups):
    family = numpy.arange(datasets) % groups
    affinity = (family[:, None] == family[None, :]) + 0.5 * RNG.standard_normal((datasets, datasets))
    numpy.savetxt(folder / "affinity.csv", (affinity + affinity.T) / 2, delimiter=",")
    return timed("partition", "--affinity", folder / "affinity.csv", "-m", groups, "--method", "sdp" if datasets <= 200 else "spectral")


def gradients(folder, rows, tokens):
    with open(folder / "rows.jsonl", "w") as out:
        for _ in range(rows):
            ids = RNG.integers(10, 6000, tokens).tolist()
            out.write(json.dumps({"prompt_ids": ids[:-2], "target_ids": ids[-2:]}) + "\n")
    return timed("gradients", "--model", MODEL, "--rows", folder / "rows.jsonl", "--out", folder / "out.safetensors", "--dim", 400)


def tiny_datasets(folder, datasets, train):
    """Import folder of short classification rows."""
    sys.path.insert(0, str(HERE.parent / "support"))
    from tiny_world import rows, write_jsonl
    for i in range(datasets):
        name = f"{'abcdefgh'[i % 8]}{i}"
        (folder / "all" / name).mkdir(parents=True)
        for seed, (split, count) in enumerate((("train", train), ("valid", 50), ("test", 10))):
            write_jsonl(folder / "all" / name / f"{split}.jsonl", rows(name, count, seed))
    return folder / "all"


def adapters(folder, count):
    """The training of ever more adapters, 50 steps each, one a dataset, on the demo's base."""
    project = folder / "project"
    timed("new", project, "--model", MODEL)
    timed("import", project, tiny_datasets(folder, count, 100))
    timed("estimate", project, "--rows", 20, "--valid-rows", 20, "--subset-size", 2)
    names = sorted(path.name for path in (folder / "all").iterdir())
    (folder / "groups.json").write_text(json.dumps([[name] for name in names]))
    timed("group", project, "--assign", folder / "groups.json")
    return timed("train", project, "--steps", 50, "--lr", 1e-3)


def whole(folder, datasets):
    """Estimate and groups of ever more datasets of 200 rows, by the project's own commands, on a tiny random base."""
    sys.path.insert(0, str(HERE.parent / "support"))
    from tiny_world import tiny_model
    project = folder / "project"
    timed("new", project, "--model", tiny_model(folder / "model"), "--rank", 4)
    timed("import", project, tiny_datasets(folder, datasets, 200))
    parts = [timed("estimate", project), timed("group", project)]
    print("  estimate, group: " + ", ".join(f"{seconds:.1f} s" for seconds, _ in parts), flush=True)
    return sum(seconds for seconds, _ in parts), max(megabytes for _, megabytes in parts)


CURVES = {
    "whole": ("Estimate, affinity and groups of datasets of 200 rows, tiny base", "datasets", [8, 16, 32, 64, 128, 256, 500], whole),
    "datasets": ("Fits of 4 sets a dataset, 200 rows each, d = 400", "datasets", [8, 16, 32, 64, 128, 256, 500], lambda f, n: fit(f, datasets=n, subsets=4 * n)),
    "rows": ("Fits of 64 sets of 10 datasets", "rows in all", [1000, 3000, 10000, 30000, 100000, 300000, 1000000], lambda f, n: fit(f, rows=n // 10)),
    "dimension": ("Fits of 64 sets of 10 datasets of 500 rows", "d", [50, 100, 200, 400, 800, 1600], lambda f, n: fit(f, rows=500, dim=n)),
    "adapters": ("Adapters of 50 steps each, 8M base", "adapters", [2, 4, 8, 16, 32], adapters),
    "groups": ("Groups of 100 datasets", "m", [2, 4, 8, 16, 32], lambda f, n: partition(f, 100, n)),
    "partition": ("20 groups, sdp up to 200 datasets, spectral beyond", "datasets", [50, 100, 200, 350, 500], lambda f, n: partition(f, n, 20)),
    "tokens": ("Gradients of 64 rows, 8M base", "tokens a row", [16, 32, 64, 128, 256, 512], lambda f, n: gradients(f, 64, n)),
    "gradient-rows": ("Gradients of rows of 24 tokens, 8M base", "rows", [100, 300, 1000, 3000, 10000, 30000], lambda f, n: gradients(f, n, 24)),
}


def exponent(points):
    """Slope of log seconds over log size on the larger half, where constant costs no longer count."""
    half = points[len(points) // 2:]
    x, y = ([math.log(p[k]) for p in half] for k in ("size", "seconds"))
    mx, my = sum(x) / len(x), sum(y) / len(y)
    return sum((a - mx) * (b - my) for a, b in zip(x, y)) / sum((a - mx) ** 2 for a in x)


def number(seconds):
    return f"{seconds:,.0f}" if seconds >= 100 else f"{seconds:.2g}" if seconds < 1 else f"{seconds:.3g}"


def plot(curves):
    """Small multiples, both axes logarithmic."""
    width, height, cells = 300, 220, []
    for k, (name, curve) in enumerate(curves.items()):
        points = curve["points"]
        lx, ly = [math.log10(p["size"]) for p in points], [math.log10(p["seconds"]) for p in points]
        px = [50 + 230 * (x - lx[0]) / (lx[-1] - lx[0]) for x in lx]
        py = [180 - 140 * (y - min(ly)) / ((max(ly) - min(ly)) or 1) for y in ly]
        dots = "".join(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="3"/>' for x, y in zip(px, py))
        line = " ".join(f"{x:.0f},{y:.0f}" for x, y in zip(px, py))
        cells.append(f'<g transform="translate({k % 3 * width},{k // 3 * height})"><text x="10" y="20" font-weight="bold">{name}: exponent {curve["exponent"]:.2f}</text>'
                     f'<path d="M50 40V180H285" fill="none" stroke="#999"/><polyline points="{line}" fill="none" stroke="#2563eb" stroke-width="2"/><g fill="#2563eb">{dots}</g>'
                     f'<text x="50" y="200">{points[0]["size"]:,}</text><text x="280" y="200" text-anchor="end">{points[-1]["size"]:,} {curve["axis"]}</text>'
                     f'<text x="46" y="{py[-1]:.0f}" text-anchor="end">{number(points[-1]["seconds"])} s</text><text x="46" y="184" text-anchor="end">{number(min(p["seconds"] for p in points))} s</text></g>')
    rows = (len(curves) + 2) // 3
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{3 * width}" height="{rows * height}" font-family="sans-serif" font-size="12">{"".join(cells)}</svg>\n'


def write(curves):
    out = ["# How it grows", "", "Written by `tests/benchmarks/growth.py`: the program's own commands over ever larger inputs, every figure with the start of a process in it. "
           "The exponent is the slope of log seconds over log size on the larger half. The two cores were shared with other work.", "", "![Seconds over size, both logarithmic](growth.svg)", ""]
    for curve in curves.values():
        out += [f"## {curve['title']}: exponent {curve['exponent']:.2f}", "", "| " + curve["axis"] + " | " + " | ".join(f"{p['size']:,}" for p in curve["points"]) + " |",
                "|---" * (len(curve["points"]) + 1) + "|", "| seconds | " + " | ".join(number(p["seconds"]) for p in curve["points"]) + " |",
                "| peak MB | " + " | ".join(f"{p['megabytes']:.0f}" for p in curve["points"]) + " |", ""]
    (DOCS / "growth.md").write_text("\n".join(out), encoding="utf-8")
    (DOCS / "growth.svg").write_text(plot(curves), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="*", default=list(CURVES), choices=list(CURVES))
    parser.add_argument("--limit", type=float, default=300, help="a curve ends behind the first command that takes longer, seconds")
    given = parser.parse_args()
    file = HERE / "growth.json"
    curves = json.loads(file.read_text()) if file.exists() else {}
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for name in given.only:
        title, axis, sizes, work = CURVES[name]
        points = []
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder:
                seconds, megabytes = work(pathlib.Path(folder), size)
            points.append({"size": size, "seconds": seconds, "megabytes": megabytes})
            print(f"{name} {size}: {seconds:.2f} s, {megabytes:.0f} MB", flush=True)
            if seconds > given.limit:
                break
        curves[name] = {"title": title, "axis": axis, "points": points, "exponent": exponent(points)}
        file.write_text(json.dumps({n: curves[n] for n in CURVES if n in curves}, indent=1) + "\n")
    write({n: curves[n] for n in CURVES if n in curves})


if __name__ == "__main__":
    main()
