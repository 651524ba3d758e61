"""The house rule as a lint: which library lives in which room, who may include whom, how long a file or function may be, words we do not use."""
import os
import pathlib
import re
import subprocess
import sys

import pytest

ROOT = pathlib.Path(os.environ["CONSORT_SOURCE"])
ROOMS = ["base", "job", "text", "data", "store", "nn", "affinity", "ensemble", "export", "pipeline"]
SOURCES = sorted(path for folder in ("app", "ui", "core", "gpu") for path in (ROOT / folder).rglob("*") if path.suffix in (".cpp", ".h", ".cu"))
TESTS = sorted((ROOT / "tests").rglob("*.cpp")) + sorted((ROOT / "tests").rglob("*.h"))
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.M)

# Library: how its headers look, and the folders (or files) that may include them.
HOMES = {
    "Qt": (r"^Q[A-Z][A-Za-z]+(/|$)|^Qt", ["ui/", "app/workbench"]),
    "LibTorch": (r"^(torch|ATen|c10)/", ["core/nn/"]),
    "CUDA": (r"^(cuda|cublas)", ["gpu/", "core/nn/"]),
    "SQLite": (r"^sqlite3", ["core/store/"]),
    "OpenSSL": (r"^openssl/", ["core/base/hash"]),
    "Arrow": (r"^(arrow|parquet)/", ["core/data/"]),
    "Eigen": (r"^(Eigen|Spectra)/", ["core/affinity/", "core/ensemble/"]),
    "PCRE2, ICU, yaml-cpp": (r"^(pcre2|unicode/|yaml-cpp)", ["core/text/", "core/data/"]),
    "CLI11": (r"^CLI/", ["app/"]),
    "spdlog": (r"^spdlog/", ["core/base/log"]),
    "QCustomPlot": (r"^qcustomplot", ["ui/plots/"]),
}


def place(path):
    return path.relative_to(ROOT).as_posix()


def includes(path):
    return INCLUDE.findall(path.read_text(encoding="utf-8"))


def code(path):
    """The text without comments and literals, so that words in them do not count as code."""
    text = path.read_text(encoding="utf-8")
    pattern = r'R"(\w*)\(.*?\)\1"|//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\''
    return re.sub(pattern, lambda m: "\n" * m[0].count("\n"), text, flags=re.S)


@pytest.mark.parametrize("library", HOMES)
def test_each_library_has_one_home(library):
    pattern, homes = HOMES[library]
    strangers = [f"{place(path)}: {name}" for path in SOURCES for name in includes(path)
                 if re.search(pattern, name) and not any(place(path).startswith(home) for home in homes)]
    assert strangers == []


def test_the_json_library_stays_out_of_headers():
    assert [place(path) for path in SOURCES if path.suffix == ".h" and any(name.startswith("nlohmann/") for name in includes(path))] == []


def test_torch_stays_out_of_headers_that_other_rooms_include():
    shared = {name for path in SOURCES if not place(path).startswith("core/nn/") for name in includes(path) if name.startswith("core/nn/")}
    reached, waiting = set(), list(shared)
    while waiting:
        header = waiting.pop()
        if header in reached or not (ROOT / header).exists():
            continue
        reached.add(header)
        names = includes(ROOT / header)
        assert not any(re.search(HOMES["LibTorch"][0], name) for name in names), header
        waiting += [name for name in names if name.startswith("core/nn/")]
    assert reached


def test_a_room_includes_only_rooms_below_it():
    rank = {f"core/{room}/": k for k, room in enumerate(ROOMS)}
    for path in SOURCES:
        here = next((k for room, k in rank.items() if place(path).startswith(room)), None)
        for name in includes(path):
            there = next((k for room, k in rank.items() if name.startswith(room)), None)
            if here is not None:
                assert not name.startswith(("app/", "ui/")), f"{place(path)} includes {name}"
                assert there is None or there <= here, f"{place(path)} includes {name}"
            if place(path).startswith("gpu/"):
                assert there is None, f"{place(path)} includes {name}"
            if place(path).startswith("ui/"):
                assert not name.startswith("app/"), f"{place(path)} includes {name}"


@pytest.mark.parametrize("path", SOURCES + TESTS, ids=place)
def test_no_file_has_more_than_400_lines(path):
    if not place(path).startswith("ui/qcustomplot"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("word", [r"\bTODO\b", r"\bFIXME\b", r"\bXXX\b", r"\bHACK\b", r"(?i)\bstub\b", r"(?i)\bplaceholder\b"])
def test_nothing_is_left_for_later(word):
    assert [place(path) for path in SOURCES if re.search(word, path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("smell", [r"\bprocessEvents\b", r"\bsleep_for\b", r"\bsleep\s*\(", r"catch\s*\(\s*\.\.\.\s*\)", r"\bBlockingQueuedConnection\b",
                                   r"\.detach\(\s*\)\s*;.*thread", r"\bstd::rand\b", r"\brandom_device\b"])
def test_smells_are_absent(smell):
    assert [place(path) for path in SOURCES if re.search(smell, code(path))] == []


def test_random_devices_and_sql_have_no_second_home():
    sql = re.compile(r'"\s*(SELECT .+ FROM|INSERT (OR REPLACE )?INTO|DELETE FROM|UPDATE .+ SET|PRAGMA )')
    assert [place(path) for path in SOURCES if not place(path).startswith("core/store/") and sql.search(path.read_text(encoding="utf-8"))] == []


def test_headers_are_guarded_and_say_why_they_exist():
    for path in SOURCES:
        if path.suffix == ".h":
            lines = path.read_text(encoding="utf-8").splitlines()
            assert lines[0] == "#pragma once" and lines[1].startswith("//"), place(path)


def test_files_are_named_in_snake_case():
    assert [place(path) for path in SOURCES if not re.fullmatch(r"[a-z0-9_]+", path.stem)] == []


def function_lengths(path):
    """(line, length) of each block at namespace or class level that follows a parameter list."""
    lines = code(path).splitlines()
    begin, found = None, []
    for number, line in enumerate(lines, 1):
        if begin is None and re.search(r"\)[^;{}]*\{\s*$", line) and re.match(r"[A-Za-z~]", line):
            begin = number
        elif begin is not None and line.startswith("}"):
            found.append((begin, number - begin + 1))
            begin = None
    return found


def test_no_function_has_more_than_40_lines():
    assert [f"{place(path)}:{line} has {length} lines" for path in SOURCES for line, length in function_lengths(path) if length > 40] == []


def test_translations_are_complete():
    done = subprocess.run([sys.executable, str(ROOT / "resources/translations/update.py"), "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + "run resources/translations/update.py and translate what it marks as unfinished"
