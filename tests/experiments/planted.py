"""Planted truth: the demo's families from other seeds of its generator, recovered from estimates alone (docs/results.md).

    python tests/experiments/planted.py run --seed 1      # one line of runs/planted.jsonl
    python tests/experiments/planted.py report

Datasets of one family follow one rule and help each other; two families give opposite answers to half of all sentences. An interval of a gain
that lies above 0 for datasets of two families is false help, one below 0 within a family is false harm.
"""
import pathlib
import subprocess
import sys

from ten import RUNS, add_line, command_line, consort, key_of, line, lines_of, mean

PLANTED = RUNS / "planted.jsonl"
DEMO = pathlib.Path(__file__).parents[2] / "resources" / "demo"
sys.dont_write_bytecode = True
sys.path.insert(0, str(DEMO))
import generate  # noqa: E402


def adjusted_rand(a, b):
    """Hubert and Arabie, 1985."""
    def pairs(n):
        return n * (n - 1) / 2
    table = {}
    for cell in zip(a, b):
        table[cell] = table.get(cell, 0) + 1
    both = sum(pairs(n) for n in table.values())
    one, two = (sum(pairs(side.count(k)) for k in set(side)) for side in (a, b))
    expected = one * two / pairs(len(a))
    return (both - expected) / ((one + two) / 2 - expected)


def run(work, seed):
    if key_of({"seed": seed}) in lines_of(PLANTED):
        return
    folder = pathlib.Path(work) / f"planted-{seed}"
    subprocess.run([sys.executable, DEMO / "generate.py", "--seed", str(seed), "--out", folder / "data"], check=True)
    consort("new", folder / "project", "--model", DEMO / "public-domain-8m")
    consort("import", folder / "project", folder / "data")
    found = consort("estimate", folder / "project")
    groups = consort("group", folder / "project", "-m", "auto")["groups"]
    names, family = found["datasets"], {name: generate.DATASETS[name][1] for name in found["datasets"]}
    place = {name: number for number, group in enumerate(groups) for name in group}
    counts = {"within": [0, 0, 0], "across": [0, 0, 0]}  # help, harm, neither
    for i, row in enumerate(found["gain_interval"]):
        for j, cell in enumerate(row):
            if i != j and cell:
                side = "within" if family[names[i]] == family[names[j]] else "across"
                counts[side][0 if cell[0] > 0 else 1 if cell[1] < 0 else 2] += 1
    add_line(PLANTED, {"seed": seed}, groups=len(groups), ari=adjusted_rand([family[n] for n in names], [place[n] for n in names]), counts=counts)
    print(f"seed {seed}: {lines_of(PLANTED)[key_of({'seed': seed})]}", flush=True)


def report():
    runs = list(lines_of(PLANTED).values())
    total = {side: [sum(r["counts"][side][k] for r in runs) for k in range(3)] for side in ("within", "across")}
    out = [f"{len(runs)} seeds; adjusted Rand index {mean([r['ari'] for r in runs]):.3f} on average, {min(r['ari'] for r in runs):.2f} at worst, "
           f"1 on {sum(r['ari'] == 1 for r in runs)}.", "", line(["pairs", "interval above 0 (help)", "below 0 (harm)", "holds 0"]), line(["---"] * 4)]
    for side, (above, below, none) in total.items():
        n = above + below + none
        out.append(line([side + f" a family ({n})" if side == "within" else f"{side} families ({n})", *[f"{x} ({100 * x / n:.1f} %)" for x in (above, below, none)]]))
    print("\n".join(out))


def main():
    given = command_line(__doc__, ["run", "report"], 1).parse_args()
    run(given.work, given.seed) if given.verb == "run" else report()


if __name__ == "__main__":
    main()
