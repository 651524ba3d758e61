"""A LLaMA-Factory folder: its dataset_info.json says which files are datasets and what their columns are."""
import json

import pytest
from consort import consort
from tiny_world import tiny_model


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    return tiny_model(tmp_path_factory.mktemp("registry") / "base")


FILES = {
    "plain.json": [{"instruction": f"Add {i}.", "input": f"to {i}", "output": f"{2 * i}"} for i in range(20)],
    "renamed.json": [{"ask": f"Name river {i}.", "reply": f"River {i}", "sys": "Be brief.", "before": [["Hello", f"Good day {i}"]]} for i in range(20)],
    "turns.jsonl": [{"conversations": [{"from": "human", "value": f"Hi {i}"}, {"from": "gpt", "value": f"Hello {i}"}], "system": "S"} for i in range(20)],
    "tagged.json": [{"talk": [{"who": "asker", "what": f"Hi {i}"}, {"who": "answerer", "what": f"Yes {i}"}]} for i in range(20)],
    "openai.json": [{"messages": [{"role": "user", "content": f"Hi {i}"}, {"role": "assistant", "content": f"No {i}"}]} for i in range(20)],
    "wiki.jsonl": [{"text": f"The garden {i} is old and lovely."} for i in range(20)],
    "ranked.json": [{"instruction": f"Say {i}.", "input": "", "chosen": f"good {i}", "rejected": f"bad {i}"} for i in range(20)],
}
REGISTRY = {
    "plain": {"file_name": "plain.json"},
    "renamed": {"file_name": "renamed.json", "columns": {"prompt": "ask", "response": "reply", "system": "sys", "history": "before"}},
    "turns": {"file_name": "turns.jsonl", "formatting": "sharegpt", "columns": {"messages": "conversations", "system": "system"}},
    "tagged": {"file_name": "tagged.json", "formatting": "sharegpt", "columns": {"messages": "talk"},
               "tags": {"role_tag": "who", "content_tag": "what", "user_tag": "asker", "assistant_tag": "answerer"}},
    "openai": {"file_name": "openai.json", "formatting": "openai", "columns": {"messages": "messages"}},
    "wiki": {"file_name": "wiki.jsonl", "columns": {"prompt": "text"}},
    "ranked": {"file_name": "ranked.json", "ranking": True, "columns": {"prompt": "instruction", "query": "input", "chosen": "chosen", "rejected": "rejected"}},
    "elsewhere": {"hf_hub_url": "someone/something"},
}


def folder_with(tmp_path, registry=REGISTRY):
    folder = tmp_path / "data"
    folder.mkdir()
    for name, rows in FILES.items():
        text = json.dumps(rows) if name.endswith(".json") else "".join(json.dumps(row) + "\n" for row in rows)
        (folder / name).write_text(text)
    (folder / "dataset_info.json").write_text(json.dumps(registry))
    return folder


def first_row(project, name):
    return json.loads(consort("rows", project, name, "--split", "train").stdout.splitlines()[0])


@pytest.mark.parametrize("given", ["folder", "file"])
def test_every_local_dataset_is_read_as_its_entry_says(given, base, tmp_path):
    folder, project = folder_with(tmp_path), tmp_path / "project"
    consort("new", project, "--model", base, "--quantize", "none")
    done = consort("import", project, folder if given == "folder" else folder / "dataset_info.json", "--json")
    cards = {card["name"]: card for card in json.loads(done.stdout)["datasets"]}
    assert set(cards) == set(REGISTRY) - {"elsewhere"}
    schemas = {name: card["schema"] for name, card in cards.items()}
    assert schemas == {"plain": "alpaca", "renamed": "alpaca", "turns": "messages", "tagged": "messages", "openai": "messages", "wiki": "text", "ranked": "alpaca"}
    assert all(sum(card["rows"].values()) == 20 for card in cards.values())
    texts = {name: first_row(project, name)["text"] for name in ("plain", "renamed", "turns", "tagged", "openai", "ranked")}
    assert texts["plain"].startswith("Add ") and "\nto " in texts["plain"]
    assert texts["renamed"].startswith("System: Be brief.\nUser: Hello\nAssistant: Good day ") and texts["renamed"].endswith("Assistant:")
    assert texts["turns"].startswith("System: S\nUser: Hi ") and texts["tagged"].startswith("User: Hi ") and texts["openai"].startswith("User: Hi ")
    assert texts["ranked"].startswith("Say ")
    if given == "file":  # what the entry said is kept for reading the files again with other options
        source = json.loads(consort("show", project, "datasets", "--json").stdout)["datasets"]
        assert {c["name"] for c in source} == set(cards)


@pytest.mark.parametrize("entry, code, named", [
    ({"file_name": "gone.json"}, 2, ["gone.json", "\"x\""]),
    ({"file_name": "plain.json", "formatting": "chatty"}, 2, ["chatty", "sharegpt"]),
    ({"file_name": "plain.json", "columns": {"prompt": "question", "response": "output"}}, 2, ["question", "columns"]),
    ({"hf_hub_url": "a/b"}, 2, ["hub"]),
])
def test_entries_that_cannot_be_read_are_named(entry, code, named, base, tmp_path):
    folder = folder_with(tmp_path, {"x": entry})
    consort("new", tmp_path / "project", "--model", base, "--quantize", "none")
    done = consort("import", tmp_path / "project", folder, "--json", check=False)
    assert done.returncode == code and done.stdout == ""
    for word in named:
        assert word in done.stderr, done.stderr
