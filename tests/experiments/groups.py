"""The program's groups against random partitions of the same sizes, every group truly trained (docs/results.md).

    python tests/experiments/groups.py train --seed 0     # adds what is missing to runs/probes.jsonl; may be stopped at any time
    python tests/experiments/groups.py report

Ten datasets in three groups of 3, 3 and 4. A random partition is two disjoint triples that trust.py trained, drawn without a look at
their losses, and the other four datasets. Every group has the same number of steps, so every partition costs the same.
"""
import itertools
import json
import random

from ten import DATASETS, RUNS, add_line, command_line, consort, estimated, in_import_order, key_of, line, lines_of, mean, probe, probes_of, project
from trust import design

CHOICES = RUNS / "groupings.jsonl"
RANDOM = 20
METHODS = ["refined", "sdp", "spectral", "agglomerative"]


def random_partitions(seed):
    triples = [in_import_order(t) for t in design()]
    pairs = [(a, b) for a, b in itertools.combinations(triples, 2) if not set(a) & set(b)]
    drawn = random.Random(f"partitions {seed}").sample(pairs, RANDOM)
    return [(a, b, tuple(d for d in DATASETS if d not in a + b)) for a, b in drawn]


def chosen(work, seed, method):
    """The program's partition into groups of 3 to 4, one line of runs/groupings.jsonl."""
    config = {"seed": seed, "method": method, "sizes": [3, 3, 4]}
    known = lines_of(CHOICES)
    if key_of(config) not in known:
        folder = project(work, seed)
        estimated(folder)
        found = consort("group", folder, "-m", 3, "--min-size", 3, "--max-size", 4, "--method", method)
        add_line(CHOICES, config, groups=found["groups"], predicted=found["predicted"]["mean"], density=found["density"])
    return tuple(in_import_order(group) for group in lines_of(CHOICES)[key_of(config)]["groups"])


def train(work, seed):
    wanted = {group for method in METHODS for group in chosen(work, seed, method)}
    wanted |= {partition[2] for partition in random_partitions(seed)}
    missing = sorted(wanted - set(probes_of(seed)))
    probe(project(work, seed), seed, missing)


def measured(runs, partition):
    """Mean validation loss and accuracy over the datasets, each under its own group."""
    cells = [runs[group]["measured"][name] for group in partition for name in group]
    return mean([c["loss"] for c in cells]), mean([c["accuracy"] for c in cells])


def place(value, others, larger):
    """Share of the others that are worse."""
    return sum((o < value) if larger else (o > value) for o in others) / len(others)


def report(work, seeds):
    out = ["| seed | partition | mean loss | better than random | mean accuracy | better than random |", "|---|---|---|---|---|---|"]
    for seed in seeds:
        runs = probes_of(seed)
        drawn = [measured(runs, p) for p in random_partitions(seed) if all(g in runs for g in p)]
        if len(drawn) < RANDOM:
            continue
        losses, accuracies = zip(*drawn)
        for method in METHODS:
            partition = chosen(work, seed, method)
            loss, accuracy = measured(runs, partition)
            names = " / ".join(" ".join(group) for group in partition)
            out.append(line([seed, f"{method}: {names}", f"{loss:.4f}", f"{100 * place(loss, losses, False):.0f} %", f"{accuracy:.4f}",
                             f"{100 * place(accuracy, accuracies, True):.0f} %"]))
        out.append(line([seed, f"{len(drawn)} random: mean (best)", f"{mean(losses):.4f} ({min(losses):.4f})", "", f"{mean(accuracies):.4f} ({max(accuracies):.4f})", ""]))
    print("\n".join(out))


def main():
    given = command_line(__doc__, ["train", "report"]).parse_args()
    if given.verb == "train":
        train(given.work, given.seed)
    else:
        report(given.work, sorted({r["config"]["seed"] for r in lines_of(CHOICES).values()}))


if __name__ == "__main__":
    main()
