"""What the experiments on ten public datasets share: the built program, its projects, and the true runs.

CONSORT_BINARY and CONSORT_SHARED name the built program and the shared data. A true run is one JSON line keyed by its configuration; a line
that is there is not run again.
"""
import argparse
import hashlib
import json
import os
import pathlib
import subprocess
import tempfile

RUNS = pathlib.Path(__file__).parent / "runs"
PROBES = RUNS / "probes.jsonl"
BINARY = os.environ["CONSORT_BINARY"]
DATA = pathlib.Path(os.environ["CONSORT_SHARED"]) / "data"
DATASETS = ["mr", "cr", "subj", "pros_cons", "clinc_domain", "ecare", "copa", "codah", "piqa", "strategy_qa"]
ROWS = 300
CONFIG = {"start": "point", "steps": 112, "lr": 3e-4}
CHUNK = 4
WORK = tempfile.gettempdir() + "/consort-experiments"


def consort(*args):
    done = subprocess.run([BINARY, *map(str, args), "--json"], stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise SystemExit(f"consort {' '.join(map(str, args))} exited {done.returncode}")
    return json.loads(done.stdout)


def key_of(config):
    return hashlib.sha256(json.dumps(config, sort_keys=True).encode()).hexdigest()[:16]


def lines_of(file):
    """{key: line} of the true runs in a file."""
    if not file.exists():
        return {}
    return {line["key"]: line for line in map(json.loads, file.read_text().splitlines())}


def add_line(file, config, **found):
    with file.open("a") as out:
        out.write(json.dumps({"key": key_of(config), "config": config, **found}) + "\n")


def project(work, seed, name="seed"):
    folder = pathlib.Path(work) / f"{name}-{seed}"
    if not folder.exists():
        os.makedirs(work, exist_ok=True)
        consort("--seed", seed, "new", folder, "--model", DATA / "models" / "public-domain-8m", "--precision", "float32")
        consort("import", folder, *(DATA / "datasets" / name for name in DATASETS), "--max-rows", ROWS)
    return folder


def estimated(folder, *options):
    """The estimate that all experiments on a project stand on."""
    start = [] if "--expand" in options else ["--expand", "warmed"]
    return consort("estimate", folder, "--rows", ROWS, *start, *options)


def probe_config(seed, subset, repeat=0, run=CONFIG):
    return {"datasets": DATASETS, "rows": ROWS, "seed": seed, "repeat": repeat, "subset": list(subset), "expand": "warmed", **run}


def in_import_order(subset):
    return tuple(sorted(subset, key=DATASETS.index))


def probe(folder, seed, subsets, repeat=0, run=CONFIG, file=PROBES):
    """Fine-tunes on every subset that has no line yet, and measures all datasets' validation rows."""
    known = lines_of(file)
    todo = [s for s in map(list, subsets) if key_of(probe_config(seed, s, repeat, run)) not in known]
    print(f"seed {seed} repeat {repeat} {run}: {len(subsets) - len(todo)} of {len(subsets)} runs are there", flush=True)
    for begin in range(0, len(todo), CHUNK):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as asked:
            json.dump(todo[begin:begin + CHUNK], asked)
            asked.flush()
            found = estimated(folder, "--mode", "probe", "--probe-subsets", asked.name, "--probe-steps", run["steps"], "--probe-lr", run["lr"],
                              "--probe-start", run["start"], "--probe-repeats", repeat + 1, "--warm-epochs", run.get("warm_epochs", 1))
        for one in (p for p in found["trust"]["probes"] if p["seed"] == seed + repeat):
            measured = {name: {"loss": m["loss"], "accuracy": m["accuracy"]} for name, m in zip(DATASETS, one["measured"])}
            estimate = {name: m["loss"] for name, m in zip(DATASETS, one["estimated"])}
            add_line(file, probe_config(seed, one["datasets"], repeat, run), measured=measured, estimated=estimate,
                     **{k: one[k] for k in ("distance", "first_order", "train_seconds", "seconds", "flops")})
        print(f"seed {seed} repeat {repeat}: {min(begin + CHUNK, len(todo))} of {len(todo)}", flush=True)


def probes_of(seed, repeat=0, run=CONFIG):
    """{subset: line} of the true runs of a seed."""
    run = {"warm_epochs": 1, **run}
    return {tuple(r["config"]["subset"]): r for r in lines_of(PROBES).values() if r["config"]["seed"] == seed and r["config"]["repeat"] == repeat and
            all({"warm_epochs": 1, **r["config"]}[k] == v for k, v in run.items())}


def command_line(text, verbs, seed=0):
    """What every experiment is asked: a verb, a seed, and where its projects may lie."""
    parser = argparse.ArgumentParser(description=text, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices=verbs)
    parser.add_argument("--seed", type=int, default=seed)
    parser.add_argument("--work", default=WORK)
    return parser


def mean(values):
    values = [v for v in values if v == v]
    return sum(values) / len(values) if values else float("nan")


def line(cells):
    return "| " + " | ".join(str(c) for c in cells) + " |"
