"""Sources that the program selects for a target, against all of them, none, the nearest and random ones (docs/results.md).

    python tests/experiments/selection.py train --seed 0  # adds what is missing to runs/selections.jsonl; may be stopped at any time
    python tests/experiments/selection.py report

Every system is trained for the same number of steps from the same start; the selection reads train and validation rows only.
"""

from ten import DATASETS, ROWS, RUNS, add_line, command_line, consort, key_of, line, lines_of, mean, project

SELECTIONS = RUNS / "selections.jsonl"
TARGETS = ["cr", "clinc_domain", "ecare", "piqa"]
SYSTEMS = ["selected", "all", "none", "gradient_cosine", "representation", "random"]
RUN = {"steps": 112, "strategy": "ensemble"}


def config_of(seed, target):
    return {"datasets": DATASETS, "rows": ROWS, "seed": seed, "target": target, **RUN}


def train(work, seed):
    folder = project(work, seed, "select")
    for target in TARGETS:
        if key_of(config_of(seed, target)) in lines_of(SELECTIONS):
            continue
        found = consort("select", folder, "--target", target, "--rows", ROWS, "--steps", RUN["steps"], "--strategy", RUN["strategy"], "--train-baselines", "yes")
        systems = {"selected": {"sources": found["selected"], "estimated": found["estimated"], **scores(found["trained"])}}
        for name, entry in found["baselines"].items():
            systems[name] = {"sources": entry["sources"], "estimated": entry["estimated"], **scores(entry["trained"])}
        add_line(SELECTIONS, config_of(seed, target), systems=systems, ranking=found["ranking"], seconds=found["seconds"], flops=found["flops"])
        print(f"seed {seed}: {target}", flush=True)


def scores(trained):
    return {split: {k: trained[split][k] for k in ("rows", "loss", "accuracy")} for split in ("valid", "test")}


def report():
    runs = [r for r in lines_of(SELECTIONS).values() if all(r["config"][k] == v for k, v in RUN.items())]
    out = []
    for what, digits in (("loss", 3), ("accuracy", 3)):
        out += [f"Test {what}:", "", line(["target", "seed", *SYSTEMS]), line(["---"] * (len(SYSTEMS) + 2))]
        for r in sorted(runs, key=lambda r: (TARGETS.index(r["config"]["target"]), r["config"]["seed"])):
            out.append(line([r["config"]["target"], r["config"]["seed"], *[f"{r['systems'][s]['test'][what]:.{digits}f}" for s in SYSTEMS]]))
        out.append(line(["**mean**", "", *[f"{mean([r['systems'][s]['test'][what] for r in runs]):.{digits}f}" for s in SYSTEMS]]))
        better = [sum((r["systems"]["selected"]["test"][what] < r["systems"][s]["test"][what]) if what == "loss" else
                      (r["systems"]["selected"]["test"][what] > r["systems"][s]["test"][what]) for r in runs) for s in SYSTEMS[1:]]
        out += [line(["selected is better", "", "", *[f"{b} of {len(runs)}" for b in better]]), ""]
    print("\n".join(out))


def main():
    given = command_line(__doc__, ["train", "report"]).parse_args()
    train(given.work, given.seed) if given.verb == "train" else report()


if __name__ == "__main__":
    main()
