"""The ten shipped templates: found by the data's columns, rendered as jinja2 renders them, refused where nothing fits."""
import json

import jinja2
import pytest
import yaml

from consort import SOURCE, consort, consort_json
from tiny_world import tiny_model

TASKS = {
    "boolq": lambda i: {"passage": f"The river {i} runs north.", "question": f"does the river {i} run north", "label": i % 2},
    "cb": lambda i: {"premise": f"A bread {i} was baked.", "hypothesis": f"someone baked {i}", "label": i % 3},
    "rte": lambda i: {"premise": f"A king {i} ruled.", "hypothesis": f"There was a king {i}", "label": i % 2},
    "copa": lambda i: {"premise": f"The stone {i} fell.", "choice1": f"It broke {i}.", "choice2": f"It sang {i}.", "question": ["cause", "effect"][i % 2], "label": i // 2 % 2},
    "wic": lambda i: {"word": "bank", "sentence1": f"The bank {i} of a river.", "sentence2": f"A bank {i} of money.", "start1": 4, "label": i % 2},
    "wsc": lambda i: {"text": f"Ann {i} met Eve, and she smiled.", "span1_text": "Ann", "span2_text": "she", "label": i % 2},
    "multirc": lambda i: {"paragraph": f"He walked {i} miles.", "question": f"How far {i}?", "answer": f"{i} miles", "label": i % 2},
    "winogrande": lambda i: {"sentence": f"The cup {i} did not fit the bag as the _ was big.", "option1": "cup", "option2": "bag", "answer": str(1 + i % 2)},
    "story_cloze": lambda i: {**{f"input_sentence_{k}": f"Sentence {k} of {i}." for k in range(1, 5)}, "sentence_quiz1": f"He left {i}.", "sentence_quiz2": f"She came {i}.",
                              "answer_right_ending": 1 + i % 2},
    "hellaswag": lambda i: {"activity_label": "Baking", "ctx": f"A man {i} takes flour and", "endings": [f"bakes {i}.", f"sings {i}.", f"sleeps {i}.", f"sails {i}."], "label": str(i % 4)},
}


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    return tiny_model(tmp_path_factory.mktemp("templates") / "base")


def imported(base, tmp_path, name, made, *options, check=True):
    (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in made))
    if not (tmp_path / "project").exists():
        consort("new", tmp_path / "project", "--model", base, "--quantize", "none")
    return consort("import", tmp_path / "project", tmp_path / f"{name}.jsonl", "--valid-share", "0", "--test-share", "0", *options, "--json", check=check)


def jinja_row(task, fields):
    source = yaml.safe_load((SOURCE / "resources" / "templates" / f"{task}.yaml").read_text())
    choices = [c.strip() for c in jinja2.Template(source["answer_choices"]).render(**fields).split("|||")]
    prompt, target = jinja2.Template(source["jinja"]).render(**fields, answer_choices=choices).split("|||")
    return prompt.strip(), choices, choices.index(target.strip())


@pytest.mark.parametrize("task", TASKS)
def test_rows_equal_jinja2(task, base, tmp_path):
    made = [TASKS[task](i) for i in range(12)]
    card = json.loads(imported(base, tmp_path, task, made, "--template", "auto").stdout)["datasets"][0]
    assert card["suggested_template"] == task and card["rows"]["train"] == 12
    consort("import", tmp_path / "project", tmp_path / f"{task}.jsonl", "--name", "named", "--template", task, "--valid-share", "0", "--test-share", "0")
    rows = [[json.loads(line) for line in consort("rows", tmp_path / "project", name, "--split", "train").stdout.splitlines()] for name in (task, "named")]
    assert [{**r, "id": ""} for r in rows[0]] == [{**r, "id": ""} for r in rows[1]]
    from tokenizers import Tokenizer
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    for row, fields in zip(rows[0], made):
        prompt, choices, gold = jinja_row(task, fields)
        assert row["text"] == prompt and row["gold"] == gold
        assert [tokenizer.decode(ids).strip() for ids in row["choices"]] == choices


def test_the_default_rendering_stays_and_the_card_names_the_template(base, tmp_path):
    card = json.loads(imported(base, tmp_path, "rte", [TASKS["rte"](i) for i in range(12)]).stdout)["datasets"][0]
    assert card["suggested_template"] == "rte" and card["template"] is None
    row = json.loads(consort("rows", tmp_path / "project", "rte", "--split", "train", "--limit", 1).stdout)
    assert row["text"].endswith("Label:")
    card = json.loads(imported(base, tmp_path, "other", [{"text": f"A {i}.", "label": i % 2} for i in range(12)]).stdout)["datasets"][0]
    assert card["suggested_template"] is None


def test_auto_without_a_fit_names_what_there_is(base, tmp_path):
    done = imported(base, tmp_path, "other", [{"text": f"A {i}.", "label": i % 2} for i in range(12)], "--template", "auto", check=False)
    assert done.returncode == 2 and done.stdout == ""
    for task in TASKS:
        assert task in done.stderr
