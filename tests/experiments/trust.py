"""Real fine-tunings of subsets of ten public datasets, held against the estimates (docs/results.md).

    python tests/experiments/trust.py train --seed 0      # adds what is missing to runs/probes.jsonl; may be stopped at any time
    python tests/experiments/trust.py report              # every figure of the table from the committed lines and fresh estimates

CONSORT_BINARY and CONSORT_SHARED name the built program and the shared data. Every true run is one line keyed by its configuration, which
was fixed on validation rows (lines of the seed "sweep"); a line that is there is not run again.
"""
import argparse
import hashlib
import itertools
import json
import os
import pathlib
import random
import subprocess
import tempfile

HERE = pathlib.Path(__file__).parent
RUNS = HERE / "runs" / "probes.jsonl"
BINARY = os.environ["CONSORT_BINARY"]
DATA = pathlib.Path(os.environ["CONSORT_SHARED"]) / "data"
DATASETS = ["mr", "cr", "subj", "pros_cons", "clinc_domain", "ecare", "copa", "codah", "piqa", "strategy_qa"]
ROWS = 300
CONFIG = {"start": "point", "steps": 112, "lr": 3e-4}
SUBSETS, SIZE, CHUNK = 60, 3, 4


def consort(*args):
    done = subprocess.run([BINARY, *map(str, args), "--json"], stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise SystemExit(f"consort {' '.join(map(str, args))} exited {done.returncode}")
    return json.loads(done.stdout)


def design():
    """60 of the 120 triples, every pair about as often as every other."""
    triples = list(itertools.combinations(DATASETS, SIZE))
    random.Random(0).shuffle(triples)
    chosen, pairs = [], {pair: 0 for pair in itertools.combinations(DATASETS, 2)}
    while len(chosen) < SUBSETS:
        best = min((t for t in triples if t not in chosen), key=lambda t: sorted((pairs[p] for p in itertools.combinations(t, 2)), reverse=True))
        chosen.append(best)
        for pair in itertools.combinations(best, 2):
            pairs[pair] += 1
    return chosen


def key_of(config):
    return hashlib.sha256(json.dumps(config, sort_keys=True).encode()).hexdigest()[:16]


def known_runs():
    if not RUNS.exists():
        return {}
    return {line["key"]: line for line in map(json.loads, RUNS.read_text().splitlines())}


def project(work, seed):
    folder = pathlib.Path(work) / f"seed-{seed}"
    if not folder.exists():
        consort("--seed", seed, "new", folder, "--model", DATA / "models" / "public-domain-8m")
        consort("import", folder, *(DATA / "datasets" / name for name in DATASETS), "--max-rows", ROWS)
    return folder


def config_of(seed, subset, repeat, run):
    return {"datasets": DATASETS, "rows": ROWS, "seed": seed, "repeat": repeat, "subset": list(subset), "expand": "warmed", **run}


def train(work, seed, repeats, run, subsets):
    folder = project(work, seed)
    wanted = [(subset, repeat) for repeat in range(repeats) for subset in subsets]
    missing = [(s, r) for s, r in wanted if key_of(config_of(seed, s, r, run)) not in known_runs()]
    print(f"seed {seed}: {len(wanted) - len(missing)} of {len(wanted)} runs are there", flush=True)
    for repeat in range(repeats):
        todo = [s for s, r in missing if r == repeat]
        for begin in range(0, len(todo), CHUNK):
            chunk = todo[begin:begin + CHUNK]
            with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
                json.dump(chunk, file)
                file.flush()
                found = consort("estimate", folder, "--expand", "warmed", "--rows", ROWS, "--mode", "probe", "--probe-subsets", file.name,
                                "--probe-steps", run["steps"], "--probe-lr", run["lr"], "--probe-start", run["start"], "--probe-repeats", repeat + 1)
            probes = [p for p in found["trust"]["probes"] if p["seed"] == seed + repeat]
            with RUNS.open("a") as out:
                for probe in probes:
                    config = config_of(seed, probe["datasets"], repeat, run)
                    measured = {name: {"loss": m["loss"], "accuracy": m["accuracy"]} for name, m in zip(DATASETS, probe["measured"])}
                    line = {"key": key_of(config), "config": config, "measured": measured}
                    line.update({k: probe[k] for k in ("distance", "first_order", "train_seconds", "seconds", "flops")})
                    out.write(json.dumps(line) + "\n")
            print(f"seed {seed} repeat {repeat}: {min(begin + CHUNK, len(todo))} of {len(todo)}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verb", choices=["train", "report"])
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--repeats", type=int, default=1, help="2: every subset again with another seed, for the noise ceiling")
    parser.add_argument("--first", type=int, default=SUBSETS, help="only the first so many subsets")
    parser.add_argument("--work", default=tempfile.gettempdir() + "/consort-experiments")
    given = parser.parse_args()
    os.makedirs(given.work, exist_ok=True)
    if given.verb == "train":
        train(given.work, given.seed, given.repeats, CONFIG, design()[:given.first])


if __name__ == "__main__":
    main()
