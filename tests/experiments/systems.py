"""The ensemble against one adapter for everything and one a dataset, at equal budget, on test rows (docs/results.md).

    python tests/experiments/systems.py run --seed 0      # one line of runs/systems.jsonl
    python tests/experiments/systems.py report

Equal budget: as many epochs over the same rows for every system, counted in FLOPs with everything that the ensemble needs besides.
"""

from ten import DATASETS, ROWS, RUNS, add_line, command_line, consort, estimated, key_of, line, lines_of, mean, project

SYSTEMS = RUNS / "systems.jsonl"
COLUMNS = ["frozen", "single", "per_dataset", "ensemble", "merged_cat", "best_member"]
RUN = {"epochs": 5, "start": "point"}


def run(work, seed):
    config = {"datasets": DATASETS, "rows": ROWS, "seed": seed, **RUN}
    if key_of(config) in lines_of(SYSTEMS):
        return
    folder = project(work, seed, "systems")
    estimated(folder)
    groups = consort("group", folder, "-m", "auto")["groups"]
    print(f"seed {seed}: {groups}", flush=True)
    runs = consort("train", folder, "--epochs", RUN["epochs"], "--start", RUN["start"], "--baselines", "single,per-dataset")["runs"]
    weights = consort("combine", folder)
    table = {s["name"]: s for s in consort("evaluate", folder)["systems"]}
    keep = ("accuracy", "low", "high", "loss", "rows")
    systems = {name: {"flops": s["flops"], "bytes": s["bytes"], "mean": s["mean"], "datasets": {d: {k: v[k] for k in keep} for d, v in s["datasets"].items()}}
               for name, s in table.items()}
    add_line(SYSTEMS, config, groups=groups, systems=systems, weights=weights["weights"], losses=weights["losses"],
             training=[{k: r[k] for k in ("id", "steps", "best_step", "flops", "seconds")} for r in runs])
    print(f"seed {seed}: done", flush=True)


def report():
    runs = sorted((r for r in lines_of(SYSTEMS).values() if all(r["config"][k] == v for k, v in RUN.items())), key=lambda r: r["config"]["seed"])
    out = []
    for what in ("accuracy", "loss"):
        out += [f"Test {what}, mean over the datasets:", "", line(["seed", *COLUMNS, "ensemble − single"]), line(["---"] * (len(COLUMNS) + 2))]
        for r in runs:
            values = [r["systems"][c]["mean"][what] for c in COLUMNS]
            out.append(line([r["config"]["seed"], *[f"{v:.3f}" for v in values], f"{values[3] - values[1]:+.3f}"]))
        out.append("")
    out += ["FLOPs and bytes of adapters:", "", line(["seed", *COLUMNS, "ensemble / single"]), line(["---"] * (len(COLUMNS) + 2))]
    for r in runs:
        flops = [r["systems"][c]["flops"] for c in COLUMNS]
        out.append(line([r["config"]["seed"], *[f"{f:.2e}" for f in flops], f"{flops[3] / flops[1]:.2f}"]))
    out += ["", "Accuracy by dataset, mean over the seeds:", "", line(["dataset", *COLUMNS]), line(["---"] * (len(COLUMNS) + 1))]
    for d in DATASETS:
        out.append(line([d, *[f"{mean([r['systems'][c]['datasets'][d]['accuracy'] for r in runs]):.3f}" for c in COLUMNS]]))
    ways = ["fitted", "owner", "uniform", "affinity"]
    out += ["", "Validation loss of the ways to weigh, mean over the datasets:", "", line(["seed", *ways]), line(["---"] * (len(ways) + 1))]
    for r in runs:
        out.append(line([r["config"]["seed"], *[f"{mean([r['losses'][d][w] for d in DATASETS]):.3f}" for w in ways]]))
    out += ["", *[f"Groups of seed {r['config']['seed']}: " + "; ".join(", ".join(g) for g in r["groups"]) + "." for r in runs]]
    print("\n".join(out))


def main():
    given = command_line(__doc__, ["run", "report"]).parse_args()
    run(given.work, given.seed) if given.verb == "run" else report()


if __name__ == "__main__":
    main()
