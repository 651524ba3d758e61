"""What people really hand over: each refusal names the object and the remedy, prints nothing on stdout and leaves the project as it was."""
import json
import shutil

import pyarrow
import pyarrow.parquet
import pytest
from consort import consort, consort_json
from refusals import refused
from tiny_world import dataset_folder, rows, tiny_model, write_jsonl


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """An empty project and one with two grouped datasets; tests work on them directly, for a refusal changes nothing."""
    root = tmp_path_factory.mktemp("bad")
    tiny_model(root / "model")
    for name in ("ant", "bee"):
        dataset_folder(root / "all", name)
    consort("new", root / "empty", "--model", root / "model", "--rank", 2)
    consort("new", root / "full", "--model", root / "model", "--rank", 2)
    consort("import", root / "full", root / "all")
    consort("estimate", root / "full", "--dim", 8, "--expand", "fresh", "--threads", 1)
    consort("group", root / "full", "-m", 2)
    return root


GOOD = "".join(json.dumps(row) + "\n" for row in rows("cat", 40))
FILES = {
    "empty.jsonl": (b"", ["empty.jsonl", "empty"]),
    "blank.jsonl": (b"\n\n  \n", ["blank.jsonl"]),
    "cut.jsonl": (GOOD.encode()[:-20], ["cut.jsonl", "line 40"]),
    "utf16.jsonl": (GOOD.encode("utf-16"), ["utf16.jsonl", "utf-16", "iconv"]),
    "latin.jsonl": (GOOD.replace("garden", "gärden").replace("road", "röad").encode("latin-1"), ["latin.jsonl", "line", "latin1"]),
    "nul.jsonl": (GOOD.encode().replace(b"garden", b"gar\0den"), ["nul.jsonl", "NUL"]),
    "list.jsonl": (GOOD.encode() + b"[1, 2]\n", ["list.jsonl", "line 41", "object"]),
    "scalar.json": (b"7", ["scalar.json", "list of objects"]),
    "ragged.csv": (b"text,label\n" + b"a good day,yes\n" * 9 + b"a bad,day,no\n", ["ragged.csv", "#11"]),
    "twice.csv": (b"text,text\na,b\n", ["twice.csv", "rename"]),
    "broken.parquet": (b"PAR1 this is no parquet file PAR1", ["broken.parquet"]),
    "cut.jsonl.gz": (b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03abc", ["cut.jsonl.gz"]),
    "what.xyz": (b"hello", ["what.xyz", ".jsonl"]),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_read_is_named(world, tmp_path, name):
    content, expected = FILES[name]
    (tmp_path / name).write_bytes(content)
    corrupt = name.endswith((".parquet", ".gz"))
    refused(world / "empty", "import", world / "empty", tmp_path / name, code=3 if corrupt else 2, names=expected)


def test_a_missing_file_is_named(world, tmp_path):
    refused(world / "empty", "import", world / "empty", tmp_path / "nowhere.jsonl", names=["nowhere.jsonl"])


def test_an_empty_folder_says_what_is_known(world, tmp_path):
    refused(world / "empty", "import", world / "empty", tmp_path, names=[tmp_path, "jsonl"])


def test_the_malformed_line_of_ten_thousand_is_named(world, tmp_path):
    lines = GOOD.splitlines() * 250
    lines[4999] = '{"text": "unfinished", "label": '
    (tmp_path / "long.jsonl").write_text("\n".join(lines) + "\n")
    refused(world / "empty", "import", world / "empty", tmp_path / "long.jsonl", names=["long.jsonl", "line 5000"])


def test_nested_parquet_columns_are_named_or_read_as_values(world, tmp_path):
    table = pyarrow.table({"picture": [{"width": i, "bytes": b"\xff\xfe"} for i in range(20)], "label": ["yes", "no"] * 10})
    pyarrow.parquet.write_table(table, tmp_path / "nested.parquet")
    refused(world / "empty", "import", world / "empty", tmp_path / "nested.parquet", names=["nested.parquet", "picture"])


def test_labels_missing_everywhere_are_refused(world, tmp_path):
    file = write_jsonl(tmp_path / "bare.jsonl", [{"text": f"row {i}", "label": None} for i in range(30)])
    refused(world / "empty", "import", world / "empty", file, names=["label"])


def test_a_label_column_that_does_not_exist_is_refused(world, tmp_path):
    file = write_jsonl(tmp_path / "cat.jsonl", rows("cat", 30))
    refused(world / "empty", "import", world / "empty", file, "--prompt-field", "text", "--target-field", "verdict", names=["verdict", "label"])


def test_one_row_is_too_few_for_three_splits(world, tmp_path):
    file = write_jsonl(tmp_path / "one.jsonl", rows("cat", 1))
    refused(world / "empty", "import", world / "empty", file, names=["one", "row"])


def test_constant_labels_are_taken_with_a_warning_or_refused(world, tmp_path):
    project = shutil.copytree(world / "empty", tmp_path / "project")
    file = write_jsonl(tmp_path / "same.jsonl", [{**row, "label": "yes"} for row in rows("cat", 40)])
    done = consort("import", project, file, "--json", check=False)
    if done.returncode:
        assert done.returncode == 2 and "label" in done.stderr
    else:
        assert json.loads(done.stdout)["datasets"][0]["warnings"]


def test_a_dataset_without_validation_rows_is_refused_before_work_starts(world, tmp_path):
    project = shutil.copytree(world / "empty", tmp_path / "project")
    file = write_jsonl(tmp_path / "cat.jsonl", rows("cat", 30))
    done = consort("import", project, file, "--valid-share", 0, "--test-share", 0.2, check=False)
    if done.returncode == 0:
        refused(project, "estimate", project, names=["cat", "valid"])
    else:
        assert done.returncode == 2 and "valid" in done.stderr


def test_two_datasets_of_one_name_are_refused(world, tmp_path):
    for place in ("one", "two"):
        write_jsonl(tmp_path / place / "cat.jsonl", rows("cat", 30))
    refused(world / "empty", "import", world / "empty", tmp_path / "one" / "cat.jsonl", tmp_path / "two" / "cat.jsonl", names=["cat"])
    other = write_jsonl(tmp_path / "ant.jsonl", rows("cat", 30))
    refused(world / "full", "import", world / "full", other, names=["ant", "--name"])


OPTIONS = [
    (["rows", "P", "elk"], ["elk", "ant", "bee"]),
    (["rows", "P", "ant", "--split", "dev"], ["dev", "valid"]),
    (["rows", "P", "ant", "--limit", "-3"], ["limit"]),
    (["predict", "P", "--datasets", "ant,elk"], ["elk", "ant"]),
    (["predict", "P", "--datasets", ""], []),
    (["conflicts", "P", "ant", "elk"], ["elk"]),
    (["estimate", "P", "--rows", "0"], ["--rows"]),
    (["estimate", "P", "--dim", "many"], ["--dim", "many"]),
    (["estimate", "P", "--lambda", "-1"], ["--lambda"]),
    (["estimate", "P", "--subset-size", "9"], ["9"]),
    (["estimate", "P", "--expand", "hot"], ["--expand", "hot", "warmed"]),
    (["estimate", "P", "--warm-epochs", "0"], ["--warm-epochs"]),
    (["estimate", "P", "--expand", "fresh", "--warm-epochs", "2"], ["--warm-epochs", "warmed"]),
    (["group", "P", "-m", "3"], ["3", "2"]),
    (["group", "P", "-m", "0"], ["0"]),
    (["group", "P", "--method", "kmeans"], ["kmeans", "refined"]),
    (["group", "P", "-m", "2", "--must-link", "ant,bee", "--cannot-link", "ant,bee"], ["ant", "bee"]),
    (["group", "P", "-m", "1", "--cannot-link", "ant,bee"], []),
    (["group", "P", "-m", "2", "--min-size", "2"], ["at least 2"]),
    (["group", "P", "--must-link", "ant"], ["--must-link"]),
    (["group", "P", "--must-link", "ant,elk"], ["elk"]),
    (["group", "P", "-m", "2", "--pin", "ant"], ["--pin", "ant"]),
    (["group", "P", "-m", "2", "--pin", "ant:7"], ["7"]),
    (["group", "P", "--assign", "nowhere.json"], ["nowhere.json"]),
    (["train", "P", "--group", "9"], ["9"]),
    (["train", "P", "--group", "0"], ["0"]),
    (["train", "P", "--lr", "nan"], ["--lr", "nan"]),
    (["train", "P", "--lr", "0"], ["--lr"]),
    (["train", "P", "--steps", "1.5"], ["--steps", "1.5"]),
    (["train", "P", "--batch", "99999999999999999999"], ["--batch"]),
    (["train", "P", "--baselines", "double"], ["double", "per-dataset"]),
    (["combine", "P", "--weights", "best"], ["best", "fitted"]),
    (["evaluate", "P", "--split", "train"], ["train", "test"]),
    (["show", "P", "everything"], ["everything", "affinity"]),
    (["import", "P"], ["path"]),
    (["import", "P", "all", "--valid-share", "2"], ["--valid-share"]),
    (["estimate", "P", "--no-such-option"], ["--no-such-option"]),
    (["juggle", "P"], ["juggle"]),
]


@pytest.mark.parametrize("args,names", OPTIONS, ids=[" ".join(args) for args, _ in OPTIONS])
def test_a_wrong_option_or_name_is_refused_by_name(world, args, names):
    refused(world / "full", *[world / "full" if arg == "P" else arg for arg in args], names=names)


def test_a_device_that_does_not_exist_is_named(world):
    refused(world / "full", "estimate", world / "full", "--dim", 4, "--device", "cuda:x", code=4, names=["cuda:x", "--device cpu"])


@pytest.mark.parametrize("text", ["", "7", '{"a": 1}', '[["ant"], [3]]', '[["ant", "bee", "ant"]]', '[["ant", "bee"], []]', '[["ant"], ["bee"'])
def test_an_assignment_that_is_no_partition_is_refused(world, tmp_path, text):
    (tmp_path / "mine.json").write_text(text)
    refused(world / "full", "group", world / "full", "--assign", tmp_path / "mine.json")


@pytest.mark.parametrize("args", [["--rank", "0"], ["--alpha", "-1"], ["--dropout", "1.5"], ["--targets", "nose_proj"], ["--quantize", "int3"]])
def test_an_impossible_adapter_is_refused(world, tmp_path, args):
    done = consort("new", tmp_path / "project", "--model", world / "model", *args, check=False)
    assert done.returncode == 2 and done.stdout == "" and args[1].lstrip("-") in done.stderr, done.stderr
    assert not (tmp_path / "project").exists()


def test_the_good_project_still_works_after_all_this(world):
    assert [d["name"] for d in consort_json("show", world / "full")["datasets"]] == ["ant", "bee"]
