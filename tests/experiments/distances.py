"""How far fine-tunings go from the expansion point, and how wrong the linear model is there: by the length of the joint training behind the
point and by the rate of the fine-tuning (docs/results.md).

    python tests/experiments/distances.py train      # adds what is missing to runs/distances.jsonl; may be stopped at any time
    python tests/experiments/distances.py report
"""
from ten import CONFIG, RUNS, command_line, estimated, line, lines_of, mean, probe, project
from trust import design

FILE = RUNS / "distances.jsonl"
TRIPLES = 4
EPOCHS = (1, 3, 6)
RATES = (3e-5, 1e-4, 3e-4)


def run_of(epochs, rate):
    return {**CONFIG, "lr": rate, "warm_epochs": epochs}


def inside(run, figure):
    """The mean over a triple's own datasets."""
    return mean([figure(run, name) for name in run["config"]["subset"]])


def report(work, seed):
    runs = [r for r in lines_of(FILE).values() if r["config"]["seed"] == seed]
    print("| joint epochs | rate | distance | first-order error, median (range) | loss, i in S | estimate, i in S |")
    print("|---|---|---|---|---|---|")
    for epochs in EPOCHS:
        for rate in RATES:
            of = [r for r in runs if r["config"]["warm_epochs"] == epochs and r["config"]["lr"] == rate]
            if not of:
                continue
            error = sorted(r["first_order"] for r in of)
            print(line([epochs, f"{rate:g}", f"{mean([r['distance'] for r in of]):.2f}", f"{error[len(of) // 2]:.3f} ({error[0]:.3f} … {error[-1]:.3f})",
                        f"{mean([inside(r, lambda r, n: r['measured'][n]['loss']) for r in of]):.3f}", f"{mean([inside(r, lambda r, n: r['estimated'][n]) for r in of]):.3f}"]))
    for epochs in EPOCHS:
        document = estimated(project(work, seed), "--warm-epochs", epochs)
        print(f"\n{epochs}: length {document['radius']:.3f}; along the full set's displacement: " + ", ".join(f"{p['error']:.4f} at {p['distance']:.3f}" for p in document["trust"]["first_order"]))


def main():
    given = command_line(__doc__, ["train", "report"]).parse_args()
    if given.verb == "report":
        report(given.work, given.seed)
        return
    for epochs in EPOCHS:
        for rate in RATES:
            probe(project(given.work, given.seed), given.seed, design()[:TRIPLES], run=run_of(epochs, rate), file=FILE)


if __name__ == "__main__":
    main()
