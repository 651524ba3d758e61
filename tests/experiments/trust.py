"""Real fine-tunings of subsets of ten public datasets, held against the estimates (docs/results.md).

    python tests/experiments/trust.py train --seed 0      # adds what is missing to runs/probes.jsonl; may be stopped at any time
    python tests/experiments/trust.py report              # every figure of the table from the committed lines and fresh estimates
    python tests/experiments/trust.py report --warm-epochs 6 --lr 1e-4   # the same of trainings at that rate, behind so many joint epochs

ten.py says what a true run is. The configuration was fixed on validation rows of three triples (docs/results.md).
"""
import itertools
import random
import sys

from ten import CONFIG, DATASETS, PROBES, command_line, consort, estimated, line, lines_of, mean, probe, probes_of, project

SUBSETS, SIZE = 60, 3


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


# --- report -----------------------------------------------------------------------------------------------------------------------

def ranks(values):
    order = sorted(range(len(values)), key=values.__getitem__)
    result, first = [0.0] * len(values), 0
    while first < len(order):
        last = first
        while last < len(order) and values[order[last]] == values[order[first]]:
            last += 1
        for k in order[first:last]:
            result[k] = (first + last + 1) / 2
        first = last
    return result


def spearman(a, b):
    x, y = ranks(a), ranks(b)
    mean = (len(a) + 1) / 2
    top = sum((p - mean) * (q - mean) for p, q in zip(x, y))
    bottom = (sum((p - mean) ** 2 for p in x) * sum((q - mean) ** 2 for q in y)) ** 0.5
    return top / bottom if bottom else float("nan")


def pairs_of(subsets, inside):
    """Per dataset the subsets of one side."""
    return {name: [k for k, subset in enumerate(subsets) if (name in subset) == inside] for name in DATASETS}


def agreement(subsets, guess, truth, inside=True):
    """error, R2 over membership, per-dataset rank correlations; guess and truth are lists of {dataset: loss}."""
    side, miss, whole, trivial = pairs_of(subsets, inside), 0.0, 0.0, 0.0
    rho = {}
    for name, which in side.items():
        level = mean([truth[k][name] for k in which])
        for k in which:
            miss += (guess[k][name] - truth[k][name]) ** 2
            whole += truth[k][name] ** 2
            trivial += (level - truth[k][name]) ** 2
        if len(which) > 2:
            rho[name] = spearman([guess[k][name] for k in which], [truth[k][name] for k in which])
    return {"error": miss / whole, "trivial": trivial / whole, "r2": 1 - miss / trivial, "rho": rho, "spearman": mean(rho.values())}


def corrected(subsets, guess, truth, seen=None):
    """Every subset corrected by the others (or by the first `seen` probes alone): a shift a dataset and side, one slope a side."""
    result = []
    for k, subset in enumerate(subsets):
        others = [o for o in (range(len(subsets)) if seen is None else range(seen)) if o != k]
        row = {}
        for inside in (True, False):
            top = bottom = 0.0
            levels = {}
            for name in DATASETS:
                which = [o for o in others if (name in subsets[o]) == inside]
                if not which:
                    continue
                x, y = mean([guess[o][name] for o in which]), mean([truth[o][name] for o in which])
                levels[name] = (x, y)
                top += sum((guess[o][name] - x) * (truth[o][name] - y) for o in which)
                bottom += sum((guess[o][name] - x) ** 2 for o in which)
            slope = min(max(top / bottom, 0.0), 1.5) if bottom else 1.0
            for name in DATASETS:
                if (name in subset) != inside:
                    continue
                row[name] = levels[name][1] + slope * (guess[k][name] - levels[name][0]) if name in levels else guess[k][name]
        result.append(row)
    return result


def estimates(folder, subsets, *options):
    """What the program estimates for some subsets under some options, and the estimate's own document."""
    found = estimated(folder, *options)
    guess = []
    for subset in subsets:
        predicted = consort("predict", folder, "--datasets", ",".join(subset))["datasets"]
        guess.append({name: predicted[name]["loss"] for name in DATASETS})
    return found, guess


DEFAULT = [("default: equal displacements, length by real validation loss", [])]
VARIANTS = {"penalties": [(f"one penalty, lambda = {x}", ["--lambda", x]) for x in ("0.003", "0.03", "0.3", "3")],
            "dims": [(f"d = {d}", ["--dim", d]) for d in (50, 100, 200, 800, 1600)],
            "start": [("fresh adapter", ["--expand", "fresh"])]}


def ceiling(seed, run):
    """Rank correlation of the same trainings under two seeds, over the subsets that have both."""
    first, second = probes_of(seed, run=run), probes_of(seed, 1, run)
    both = [s for s in first if s in second and len(s) == SIZE]
    if not both:
        return None, 0
    values = [[{n: side[s]["measured"][n]["loss"] for n in DATASETS} for s in both] for side in (first, second)]
    return agreement(both, values[1], values[0]), len(both)


def intervals(subsets, guess, truth, draws=1000):
    """95 % of each figure: percentile bootstrap over the subsets."""
    rng, found = random.Random(0), []
    for _ in range(draws):
        drawn = rng.choices(range(len(subsets)), k=len(subsets))
        found.append(agreement(*[[values[k] for k in drawn] for values in (subsets, guess, truth)]))

    def of(figure, digits, scale=1):
        values = sorted(scale * result[figure] for result in found)
        return f"{values[draws // 40]:.{digits}f} … {values[-1 - draws // 40]:.{digits}f}"
    return f"95 % intervals of the default (bootstrap over the subsets): error {of('error', 3, 100)} %, R² {of('r2', 2)}, Spearman {of('spearman', 2)}."


def side_cells(result):
    return [f"{100 * result['error']:.2f} %", f"{100 * result['trivial']:.2f} %", f"{result['r2']:+.2f}", f"{result['spearman']:.2f}"]


def sampled(folder, warm):
    """How far each dataset's row of the affinity, from a few drawn triples, is from that of all 120."""
    rows = estimated(folder, *warm)["affinity"]
    others = [[x for j, x in enumerate(row) if j != i] for i, row in enumerate(rows)]
    spread = sum((x - mean(row)) ** 2 for row in others for x in row)
    cells = []
    for count in (20, 30, 60, 90):
        drawn = estimated(folder, *warm, "--subsets", count, "--subset-size", SIZE)["affinity"]
        part = [[x for j, x in enumerate(row) if j != i] for i, row in enumerate(drawn)]
        miss = sum((a - b) ** 2 for one, two in zip(others, part) for a, b in zip(one, two))
        cells.append(f"{count}: {100 * miss / spread:.1f} %, {mean([spearman(one, two) for one, two in zip(others, part)]):.2f}")
    return "Affinity from k drawn triples against all 120 (squared error as a share of the spread within a dataset's row, rank correlation within it): " + "; ".join(cells) + "."


def report(work, seeds, variants, run):
    out, warm = [], ["--warm-epochs", run.get("warm_epochs", 1)]
    for seed in seeds:
        runs = [found for subset, found in probes_of(seed, run=run).items() if subset in set(design())]
        if not runs:
            continue
        folder = project(work, seed)
        subsets = [r["config"]["subset"] for r in runs]
        truth = [{n: r["measured"][n]["loss"] for n in DATASETS} for r in runs]
        out += [f"### Seed {seed}: {len(runs)} subsets of {SIZE} datasets, {run['steps']} steps each", "",
                "| estimate | error, i in S | trivial predictor | R² over it | Spearman, i in S |", "|---|---|---|---|---|"]
        base = None
        for title, options in DEFAULT + [v for name in variants for v in VARIANTS.get(name, [])]:
            document, guess = estimates(folder, subsets, *warm, *options)
            result = agreement(subsets, guess, truth)
            out.append(line([title, *side_cells(result)]))
            print(out[-1], file=sys.stderr, flush=True)
            if base is None:
                base = (document, guess, result)
        document, guess, result = base
        out.append(line(["default, corrected by the other probes", *side_cells(agreement(subsets, corrected(subsets, guess, truth), truth))]))
        few = 20
        if len(subsets) > 2 * few:
            fixed = corrected(subsets, guess, truth, few)
            out.append(line([f"default, corrected by {few} probes, over the others", *side_cells(agreement(subsets[few:], fixed[few:], truth[few:]))]))
        outside = agreement(subsets, guess, truth, False)
        out.append(line(["default, i not in S", *side_cells(outside)]))
        out += ["", intervals(subsets, guess, truth)]
        top, both = ceiling(seed, run)
        head = ["dataset", *DATASETS, "mean"]
        out += ["", "Spearman by dataset (i in S), the spread of the truth, and the noise ceiling:", "", line(head), line(["---"] * len(head))]
        out.append(line(["estimate", *[f"{result['rho'].get(n, float('nan')):.2f}" for n in DATASETS], f"{result['spearman']:.2f}"]))
        spread = {n: [truth[k][n] for k in pairs_of(subsets, True)[n]] for n in DATASETS}
        out.append(line(["true losses", *[f"{min(v):.2f} … {max(v):.2f}" for v in spread.values()], ""]))
        if top:
            out.append(line([f"ceiling ({both} subsets twice)", *[f"{top['rho'].get(n, float('nan')):.2f}" for n in DATASETS], f"{top['spearman']:.2f}"]))
        order = sorted(r["first_order"] for r in runs)
        seconds, cost = sum(r["seconds"] for r in runs) / len(runs), sum(document["seconds"].values())
        points = ", ".join(f"{p['error']:.4f} at {p['distance']:.3f}" for p in document["trust"]["first_order"])
        out += ["", f"First-order error along the full set's displacement: {points}. At the displacements that the fine-tunings reached (mean length "
                f"{mean([r['distance'] for r in runs]):.2f}): median {order[len(order) // 2]:.3f}, range {order[0]:.3f} … {order[-1]:.3f}.",
                "", f"A fine-tuning with its measurement took {seconds:.0f} s on average; the estimate of all {document['subsets']} subsets {cost:.0f} s: "
                f"{document['subsets'] * seconds / cost:.0f} times less than fine-tuning on each.", ""]
        if "subsets" in variants:
            out += [sampled(folder, warm), ""]
    print("\n".join(out))


def main():
    parser = command_line(__doc__, ["train", "report"])
    parser.add_argument("--repeats", type=int, default=1, help="2: every subset again with another seed, for the noise ceiling")
    parser.add_argument("--first", type=int, default=SUBSETS, help="only the first so many subsets")
    parser.add_argument("--variants", nargs="*", default=[], choices=["penalties", "dims", "start", "subsets"], help="also other ways to estimate (each takes minutes)")
    parser.add_argument("--seeds", type=int, nargs="*", help="of the report [all]")
    parser.add_argument("--warm-epochs", type=int, default=1, help="joint epochs behind the point")
    parser.add_argument("--lr", type=float, default=CONFIG["lr"], help="rate of the fine-tunings")
    given = parser.parse_args()
    run = {**CONFIG, "lr": given.lr, **({"warm_epochs": given.warm_epochs} if given.warm_epochs != 1 else {})}
    if given.verb == "train":
        for repeat in range(given.repeats):
            probe(project(given.work, given.seed), given.seed, design()[:given.first], repeat, run)
    else:
        known = {r["config"]["seed"] for r in lines_of(PROBES).values()}
        report(given.work, given.seeds if given.seeds else sorted(known), given.variants, run)


if __name__ == "__main__":
    main()
