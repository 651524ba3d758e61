"""What a dataset's README states is used: names of numbered classes and the licence; and names that would break lists are refused."""
import pytest
from consort import consort, consort_json
from tiny_world import tiny_model, write_jsonl

README = """---
license: [mit, cc-by-4.0]
dataset_info:
  features:
  - name: text
    dtype: string
  - name: label
    dtype:
      class_label:
        names:
          '0': very_bad
          '1': good
---
# Reviews
"""


@pytest.fixture()
def project(tmp_path):
    tiny_model(tmp_path / "model")
    consort("new", tmp_path / "project", "--model", tmp_path / "model")
    return tmp_path / "project"


def reviews(folder, readme=None):
    for split, count in (("train", 12), ("valid", 4), ("test", 4)):
        write_jsonl(folder / f"{split}.jsonl", [{"text": f"{split} {i} ab", "label": i % 2} for i in range(count)])
    if readme:
        (folder / "README.md").write_text(readme)
    return folder


def test_class_names_of_the_readme_become_answer_words(project, tmp_path):
    card = consort_json("import", project, reviews(tmp_path / "named", README))["datasets"][0]
    assert card["labels"] == ["0", "1"] and card["answer_words"] == ["very bad", "good"] and card["licence"] == "mit, cc-by-4.0"
    plain = consort_json("import", project, reviews(tmp_path / "plain"))["datasets"][0]
    assert plain["answer_words"] == ["0", "1"] and plain["licence"] is None and any("numbers" in w for w in plain["warnings"])


def test_a_saved_dataset_names_its_classes(project, tmp_path):
    """Folders as `datasets.DatasetDict.save_to_disk` leaves them: one a split, Arrow streams, dataset_info.json in each."""
    pa = pytest.importorskip("pyarrow")
    folder = tmp_path / "saved"
    for split, count in (("train", 12), ("validation", 4), ("test", 4)):
        (folder / split).mkdir(parents=True)
        table = pa.table({"text": [f"{split} {i} ab" for i in range(count)], "label": [i % 2 for i in range(count)]})
        with pa.ipc.new_stream(folder / split / "data-00000-of-00001.arrow", table.schema) as writer:
            writer.write_table(table)
        (folder / split / "dataset_info.json").write_text('{"features": {"text": {"dtype": "string", "_type": "Value"}, '
                                                          '"label": {"names": ["very_bad", "good"], "_type": "ClassLabel"}}}')
        (folder / split / "state.json").write_text("{}")
    (folder / "dataset_dict.json").write_text('{"splits": ["train", "validation", "test"]}')
    card = consort_json("import", project, folder)["datasets"][0]
    assert card["name"] == "saved" and card["rows"] == {"train": 12, "valid": 4, "test": 4}
    assert card["labels"] == ["0", "1"] and card["answer_words"] == ["very bad", "good"]


def test_given_words_win_over_the_readme(project, tmp_path):
    card = consort_json("import", project, reviews(tmp_path / "named", README), "--choices", "no ||| yes")["datasets"][0]
    assert card["answer_words"] == ["no", "yes"]


@pytest.mark.parametrize("name", ["a,b", "../x", "", "x" * 101, "tab\there"])
def test_names_that_break_lists_are_refused(project, tmp_path, name):
    done = consort("import", project, reviews(tmp_path / "data"), "--name", name, check=False)
    assert done.returncode == 2 and done.stdout == "" and "--name" in done.stderr
    assert consort_json("show", project, "datasets")["datasets"] == []


def test_a_template_that_fits_no_row_names_the_fields(project, tmp_path):
    template = tmp_path / "t.yaml"
    template.write_text("name: t\njinja: '{{ txet }} ||| {{ lable }}'\n")
    done = consort("import", project, reviews(tmp_path / "data"), "--template", template, check=False)
    assert done.returncode == 2 and "text" in done.stderr and "label" in done.stderr and "template" in done.stderr


@pytest.mark.parametrize("readme", [b"", "# Ärzte\n".encode("latin-1"), b"---\nlicense: [\n---\n", b"---\njust text\n---\n"])
def test_a_readme_that_states_nothing_readable_does_not_stop_a_file(project, tmp_path, readme):
    folder = reviews(tmp_path / "data")
    (folder / "README.md").write_bytes(readme)
    card = consort_json("import", project, folder / "train.jsonl")["datasets"][0]
    assert card["licence"] is None and card["answer_words"] == ["0", "1"]
