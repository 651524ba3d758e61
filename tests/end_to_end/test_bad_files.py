"""Every format in every wrong encoding, cut short, and packed: file and line are named, and what helps; the project stays as it was."""
import gzip
import io
import json

import pyarrow
import pyarrow.parquet
import pytest
from consort import consort, consort_json
from refusals import refused
from tiny_world import rows, tiny_model

ROWS = rows("cat", 40)


def parquet(table):
    out = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.table(table), out)
    return out.getvalue()


TEXTS = {
    "jsonl": "".join(json.dumps(row) + "\n" for row in ROWS),
    "json": json.dumps(ROWS, indent=1),
    "csv": "text,label\n" + "".join(f'"{row["text"]}",{row["label"]}\n' for row in ROWS),
    "tsv": "text\tlabel\n" + "".join(f'{row["text"]}\t{row["label"]}\n' for row in ROWS),
    "txt": "\n".join(row["text"] for row in ROWS),
}
PARQUET = parquet({key: [row[key] for row in ROWS] for key in ROWS[0]})
WHOLE = {**{kind: text.encode() for kind, text in TEXTS.items()}, "parquet": PARQUET}
PACKERS = {"gz": gzip.compress, "zst": lambda content: pyarrow.compress(content, codec="zstd", asbytes=True)}


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    root = tmp_path_factory.mktemp("files")
    tiny_model(root / "model")
    consort("new", root / "project", "--model", root / "model", "--rank", 2)
    return root / "project"


def refuses(project, folder, name, content, code=2, names=()):
    (folder / name).write_bytes(content)
    refused(project, "import", project, folder / name, code=code, names=[name, *names])


@pytest.mark.parametrize("kind", TEXTS)
def test_wrong_encodings_are_named_with_their_remedy(project, tmp_path, kind):
    text = TEXTS[kind]
    refuses(project, tmp_path, f"empty.{kind}", b"", names=["empty"])
    refuses(project, tmp_path, f"utf16.{kind}", text.encode("utf-16"), names=["line 1", "iconv -f UTF-16"])
    refuses(project, tmp_path, f"utf16le.{kind}", text.encode("utf-16-le"), names=["line 1", "iconv -f UTF-16"])
    latin = text.replace("garden", "gärden").replace("road", "röad").encode("latin-1")
    refuses(project, tmp_path, f"latin.{kind}", latin, names=["line", "iconv -f LATIN1"])
    refuses(project, tmp_path, f"nul.{kind}", text.encode().replace(b"garden", b"gar\0den", 1), names=["line", "NUL byte"])
    if kind != "txt":
        refuses(project, tmp_path, f"cut.{kind}", text.encode()[:-20])


@pytest.mark.parametrize("packing", PACKERS)
@pytest.mark.parametrize("kind", WHOLE)
def test_a_packed_file_that_is_cut_or_damaged_is_named(project, tmp_path, kind, packing):
    packed = PACKERS[packing](WHOLE[kind])
    name = f"file.{kind}.{packing}"
    refuses(project, tmp_path, name, packed[:len(packed) // 2], code=3, names=["decompressed"])
    refuses(project, tmp_path, name, WHOLE[kind], code=3, names=["decompressed"])
    refuses(project, tmp_path, name, b"", names=["empty"])


def test_a_parquet_file_that_is_cut_or_empty_is_named(project, tmp_path):
    refuses(project, tmp_path, "cut.parquet", PARQUET[:-50], code=3, names=["damaged or cut short"])
    refuses(project, tmp_path, "nothing.parquet", b"")
    refuses(project, tmp_path, "norows.parquet", parquet({"text": pyarrow.array([], pyarrow.string())}), names=["no rows"])


SHAPES = {
    "ragged.csv": (b"text,label\n" + b"a good day,yes\n" * 9 + b"a bad,day,no\n", ["#11", "quote"]),
    "short.csv": (b"text,label\n" + b"a good day,yes\n" * 9 + b"a bad\n" + b"x,y\n" * 9, ["#11"]),
    "unclosed.csv": (b"text,label\n" + b"a good day,yes\n" * 9 + b'"a bad day,no\n' + b"more,yes\n" * 9, ["#11", "quote"]),
    "header.csv": (b"text,label\n", ["no rows"]),
    "twice.tsv": (b"text\ttext\na\tb\n", ["line 1", "rename"]),
    "deep.json": (b"[" * 200_000, ["nested"]),
    "deep.jsonl": (b'{"a":' * 200_000 + b"\n", ["line 1", "nested"]),
    "keys.jsonl": (b'{"text":"a","text":"b","label":"x"}\n' * 9, ["line 1", "text", "twice"]),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_file_of_a_wrong_shape_is_named_with_its_place(project, tmp_path, name):
    content, names = SHAPES[name]
    refuses(project, tmp_path, name, content, names=names)


def test_after_all_this_every_format_is_still_read(project, tmp_path):
    for kind, content in WHOLE.items():
        (tmp_path / f"whole_{kind}.{kind}").write_bytes(content)
        (tmp_path / f"packed_{kind}.{kind}.gz").write_bytes(gzip.compress(content))
    found = consort_json("import", project, *sorted(tmp_path.iterdir()))["datasets"]
    assert len(found) == 2 * len(WHOLE)
    for kind in WHOLE:
        whole, packed = (next(d for d in found if d["name"] == f"{how}_{kind}") for how in ("whole", "packed"))
        assert sum(whole["rows"].values()) == sum(packed["rows"].values()) > 0
