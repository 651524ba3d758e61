"""docs/performance.md from documents of consort-bench, one a machine, and the notes beside them.

    consort-bench --json tests/benchmarks/full_NAME.json && python tests/benchmarks/write_performance.py
"""
import json
import pathlib

HERE = pathlib.Path(__file__).parent
HEAD = """# Measured performance

This page is written by `tests/benchmarks/write_performance.py` from `tests/benchmarks/full_*.json`, which `installer/bootstrap.sh bench --json …` measured, each on a machine of its own (of the Xeon the sections on gradients and evaluation in a call of their own, with more turns):
ratios within one run in which the works take turns, medians of at least five, equal results checked in the same run. Absolute times say little on a
machine that others share; only ratios are held against earlier ones (`consort-bench --short --against`, part of the tests, fails where one became
more than a quarter worse three times in a row).

"""


def number(x):
    return f"{x:.2g}" if abs(x) < 0.1 else f"{x:,.0f}" if abs(x) >= 1000 else f"{x:.3g}"


def measured(entry):
    if entry is None:
        return "–"
    if "skipped" in entry:
        return f"not measured: {entry['skipped']}"
    if "promise" not in entry:
        return f"{number(entry['measured'])} {entry['unit']}".rstrip()
    return number(entry["measured"]) + ("" if entry["passes"] else " **missed**")


def promise(entries):
    for entry in entries:
        if entry and "promise" in entry:
            return f"{'≤' if entry['bound'] == '<=' else '≥'} {number(entry['promise'])}"
    return "–"


def section_lines(name, sections):
    """One table a section; rows in the order of the document that has most of them, a column a machine."""
    rows = [{row["what"]: row for row in section["rows"]} if section else {} for section in sections]
    longest = max(rows, key=len)
    order = list(longest) + [what for one in rows for what in one if what not in longest]
    setting = next(section for section in sections if section)["setting"]
    out = [f"## {name}", "", setting[0].upper() + setting[1:] + ".", ""]
    out += ["| | promise |" + "".join(f" {chr(ord('A') + k)} |" for k in range(len(rows))), "|---|---|" + "---|" * len(rows)]
    for what in dict.fromkeys(order):
        entries = [one.get(what) for one in rows]
        out.append(f"| {what} | {promise(entries)} |" + "".join(f" {measured(entry)} |" for entry in entries))
    return out + [""]


def main():
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("full_*.json"))]
    out = [HEAD + "Measured on two cores each of"]
    out += [f"* **{chr(ord('A') + k)}**: {d['machine']['processor']} ({', '.join(d['machine']['features'])}){d.get('remark', '')}" for k, d in enumerate(documents)]
    out.append("")
    for name in dict.fromkeys(s["section"] for d in documents for s in d["sections"]):
        out += section_lines(name, [next((s for s in d["sections"] if s["section"] == name), None) for d in documents])
    out.append((HERE / "notes.md").read_text(encoding="utf-8").rstrip("\n"))
    (HERE.parents[1] / "docs" / "performance.md").write_text("\n".join(out) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
