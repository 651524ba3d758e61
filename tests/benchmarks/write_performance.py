"""docs/performance.md from a document of consort-bench and the notes beside it.

    consort-bench --json tests/benchmarks/full.json && python tests/benchmarks/write_performance.py
"""
import json
import pathlib

HERE = pathlib.Path(__file__).parent
HEAD = """# Measured performance

This page is written by `tests/benchmarks/write_performance.py` from `tests/benchmarks/full.json`, which `installer/bootstrap.sh bench --json …` measures:
ratios within one run in which the works take turns, medians of at least five, equal results checked in the same run. Absolute times say little on a
machine that others share; only ratios are held against earlier ones (`consort-bench --short --against`, part of the tests, fails where one became
more than a quarter worse three times in a row).

"""


def number(x):
    return f"{x:.2g}" if abs(x) < 0.1 else f"{x:,.0f}" if abs(x) >= 1000 else f"{x:.3g}"


def row(entry):
    if "skipped" in entry:
        return f"| {entry['what']} | | not measured: {entry['skipped']} | |"
    if "promise" not in entry:
        return f"| {entry['what']} | – | {number(entry['measured'])} {entry['unit']} | |"
    sign = "≤" if entry["bound"] == "<=" else "≥"
    return f"| {entry['what']} | {sign} {number(entry['promise'])} | {number(entry['measured'])} | {'' if entry['passes'] else '**missed**'} |"


def main():
    document = json.loads((HERE / "full.json").read_text(encoding="utf-8"))
    machine = document["machine"]
    out = [HEAD + f"Measured on {machine['cores']} cores of a {machine['processor']} ({', '.join(machine['features'])}).", ""]
    for section in document["sections"]:
        out += [f"## {section['section']}", "", section["setting"][0].upper() + section["setting"][1:] + ".", "", "| | promise | measured | |", "|---|---|---|---|"]
        out += [row(entry) for entry in section["rows"]] + [""]
    out.append((HERE / "notes.md").read_text(encoding="utf-8").rstrip("\n"))
    (HERE.parents[1] / "docs" / "performance.md").write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
