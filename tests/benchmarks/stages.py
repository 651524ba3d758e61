"""Where the time of the whole road goes: every command from import to export, split by what it says it is doing.

    python tests/benchmarks/stages.py demo          # the demo's ten small datasets
    python tests/benchmarks/stages.py ten           # the ten public datasets of tests/experiments, 100 rows each
    python tests/benchmarks/stages.py demo ten --json tests/benchmarks/stages.json

The time up to a line of progress belongs to the stage that the line names; up to the first line it is "start" (libraries, project, weights), after
the last one "end" (results written). CONSORT_BINARY and, for `ten`, CONSORT_SHARED name the built program and the shared data.
"""
import argparse
import json
import os
import pathlib
import subprocess
import tempfile
import time

DEMO = pathlib.Path(__file__).parents[2] / "resources" / "demo"
TEN = ["mr", "cr", "subj", "pros_cons", "clinc_domain", "ecare", "copa", "codah", "piqa", "strategy_qa"]
LEAST = 0.01  # share of the whole from which a stage is named


def timed(*args):
    """{stage: seconds} of one command."""
    begin = last = time.perf_counter()
    process = subprocess.Popen([os.environ["CONSORT_BINARY"], *map(str, args), "--json", "--progress", "json"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    stages, said = {}, []
    for line in process.stderr:
        said.append(line)
        if not line.startswith("{"):
            continue
        stage = json.loads(line).get("stage")
        if stage is None:
            continue
        now = time.perf_counter()
        stage = stage.split(" g")[0] if stage.startswith("train g") else stage
        stages["start" if last == begin else stage] = stages.get("start" if last == begin else stage, 0) + now - last
        last = now
    if process.wait() != 0:
        raise SystemExit(f"consort {' '.join(map(str, args))}: {''.join(said[-5:])}")
    stages["end" if stages else "start"] = time.perf_counter() - last
    return stages


def road(folder, what):
    project = folder / "project"
    sources = [DEMO / d.name for d in sorted(DEMO.iterdir()) if d.is_dir() and (d / "train.jsonl").exists()] if what == "demo" else \
        [pathlib.Path(os.environ["CONSORT_SHARED"]) / "data" / "datasets" / name for name in TEN]
    rows = [] if what == "demo" else ["--max-rows", 100]
    return {"new": timed("new", project, "--model", DEMO / "public-domain-8m"), "import": timed("import", project, *sources, *rows), "estimate": timed("estimate", project),
            "group": timed("group", project), "train": timed("train", project), "combine": timed("combine", project), "evaluate": timed("evaluate", project),
            "export": timed("export", project, folder / "bundle")}


def table(what, found):
    whole = sum(sum(stages.values()) for stages in found.values())
    out = [f"### {what}: {whole:.0f} s", "", "| command | share | of which |", "| --- | --- | --- |"]
    for command, stages in found.items():
        own = sum(stages.values())
        large = [f"{name} {100 * s / whole:.0f} %" for name, s in sorted(stages.items(), key=lambda kv: -kv[1]) if s >= LEAST * whole]
        out.append(f"| {command} | {100 * own / whole:.1f} % | {', '.join(large)} |")
    return "\n".join(out + [""])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="+", choices=["demo", "ten"])
    parser.add_argument("--json", type=pathlib.Path)
    given = parser.parse_args()
    everything = json.loads(given.json.read_text()) if given.json and given.json.exists() else {}
    for what in given.what:
        with tempfile.TemporaryDirectory() as folder:
            everything[what] = road(pathlib.Path(folder), what)
        print(table(what, everything[what]), flush=True)
    if given.json:
        given.json.write_text(json.dumps(everything, indent=1) + "\n")


if __name__ == "__main__":
    main()
