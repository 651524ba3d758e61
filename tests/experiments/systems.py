"""The ensemble against one adapter for everything and one a dataset, at equal budget, on test rows (docs/results.md).

    python tests/experiments/systems.py run --seed 0           # one line of runs/systems.jsonl
    python tests/experiments/systems.py run --seed 0 --lean    # every training stops where its validation loss rises; 100 validation rows judge the estimate
    python tests/experiments/systems.py report

Equal budget: as many epochs over the same rows for every system, counted in FLOPs with everything that the ensemble needs besides.
"""

from ten import DATASETS, ROWS, RUNS, add_line, command_line, consort, estimated, key_of, line, lines_of, mean, project

SYSTEMS = RUNS / "systems.jsonl"
COLUMNS = ["frozen", "single", "per_dataset", "ensemble", "merged_cat", "best_member"]
RUN = {"epochs": 5, "start": "point"}
LEAN = {**RUN, "patience": 1, "valid_rows": 100}


def run(work, seed, way):
    config = {"datasets": DATASETS, "rows": ROWS, "seed": seed, **way}
    if key_of(config) in lines_of(SYSTEMS):
        return
    lean = "patience" in way
    folder = project(work, seed, "lean" if lean else "systems")
    estimated(folder, *(["--valid-rows", way["valid_rows"]] if lean else []))
    groups = consort("group", folder, "-m", "auto")["groups"]
    print(f"seed {seed}: {groups}", flush=True)
    runs = consort("train", folder, "--epochs", way["epochs"], "--start", way["start"], "--patience", way.get("patience", 0), "--baselines",
                   "single" if lean else "single,per-dataset")["runs"]
    weights = consort("combine", folder)
    table = {s["name"]: s for s in consort("evaluate", folder)["systems"]}
    keep = ("accuracy", "low", "high", "loss", "rows")
    systems = {name: {"flops": s["flops"], "bytes": s["bytes"], "mean": s["mean"], "datasets": {d: {k: v[k] for k in keep} for d, v in s["datasets"].items()}}
               for name, s in table.items()}
    add_line(SYSTEMS, config, groups=groups, systems=systems, weights=weights["weights"], losses=weights["losses"],
             training=[{k: r[k] for k in ("id", "steps", "best_step", "flops", "seconds")} for r in runs])
    print(f"seed {seed}: done", flush=True)


def report(way):
    runs = sorted((r for r in lines_of(SYSTEMS).values() if r["config"] == {"datasets": DATASETS, "rows": ROWS, "seed": r["config"]["seed"], **way}),
                  key=lambda r: r["config"]["seed"])
    if not runs:
        return
    columns = [c for c in COLUMNS if all(c in r["systems"] for r in runs)]
    out = []
    for what in ("accuracy", "loss"):
        out += [f"Test {what}, mean over the datasets:", "", line(["seed", *columns, "ensemble − single"]), line(["---"] * (len(columns) + 2))]
        rows = [[r["systems"][c]["mean"][what] for c in columns] + [r["systems"]["ensemble"]["mean"][what] - r["systems"]["single"]["mean"][what]] for r in runs]
        names = [r["config"]["seed"] for r in runs] + ["mean"]
        for name, values in zip(names, [*rows, [mean(column) for column in zip(*rows)]]):
            out.append(line([name, *[f"{v:.3f}" for v in values[:-1]], f"{values[-1]:+.3f}"]))
        out.append("")
    out += ["FLOPs of the systems:", "", line(["seed", *columns, "ensemble / single"]), line(["---"] * (len(columns) + 2))]
    for r in runs:
        flops = [r["systems"][c]["flops"] for c in columns]
        out.append(line([r["config"]["seed"], *[f"{f:.2e}" for f in flops], f"{r['systems']['ensemble']['flops'] / r['systems']['single']['flops']:.2f}"]))
    out += ["", "Accuracy by dataset, mean over the seeds:", "", line(["dataset", *columns]), line(["---"] * (len(columns) + 1))]
    for d in DATASETS:
        out.append(line([d, *[f"{mean([r['systems'][c]['datasets'][d]['accuracy'] for r in runs]):.3f}" for c in columns]]))
    ways = ["fitted", "owner", "uniform", "affinity"]
    out += ["", "Validation loss of the ways to weigh, mean over the datasets:", "", line(["seed", *ways]), line(["---"] * (len(ways) + 1))]
    for r in runs:
        out.append(line([r["config"]["seed"], *[f"{mean([r['losses'][d][w] for d in DATASETS]):.3f}" for w in ways]]))
    out += ["", *[f"Groups of seed {r['config']['seed']}: " + "; ".join(", ".join(g) for g in r["groups"]) + "." for r in runs]]
    print("\n".join(out))


def against_the_whole_single():
    """The lean ensemble beside the single adapter that trained to its end, with the epoch behind the point charged to it."""
    lines = {("patience" in r["config"], r["config"]["seed"]): r["systems"] for r in lines_of(SYSTEMS).values()}
    rows = []
    for seed in sorted(seed for lean, seed in lines if lean and (False, seed) in lines):
        lean, single = lines[True, seed]["ensemble"], lines[False, seed]["single"]
        rows.append([seed, lean["mean"]["accuracy"] - single["mean"]["accuracy"], lean["mean"]["loss"] - single["mean"]["loss"],
                     lean["flops"] / (single["flops"] * (1 + 1 / RUN["epochs"]))])
    out = ["", "The same ensemble against one adapter trained for all five epochs:", "", line(["seed", "accuracy", "loss", "FLOPs"]), line(["---"] * 4)]
    for seed, *values in [*rows, ["mean", *[mean(column) for column in list(zip(*rows))[1:]]]]:
        out.append(line([seed, f"{100 * values[0]:+.1f} points", f"{values[1]:+.3f}", f"{values[2]:.2f} ×"]))
    print("\n".join(out))


def main():
    parser = command_line(__doc__, ["run", "report"])
    parser.add_argument("--lean", action="store_true", help="every training stops where its validation loss rises, and the estimate takes 100 validation rows a dataset")
    given = parser.parse_args()
    way = LEAN if given.lean else RUN
    if given.verb == "run":
        return run(given.work, given.seed, way)
    report(way)
    if given.lean:
        against_the_whole_single()


if __name__ == "__main__":
    main()
