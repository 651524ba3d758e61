"""Rows of imported datasets equal an independent Python implementation of the row rules, built on the `tokenizers` package."""
import json
import random
import re

import pytest
from tokenizers import Tokenizer

from consort import SOURCE, consort, consort_json, shared

WORDS = "the film was good bad so because Sarah Maria sun star rain café naïve 12 3.5 don't New_York — ok".split()


class Rules:
    """From fields to ids, as the documentation words it."""

    def __init__(self, tokenizer, max_tokens, eos):
        self.tokenizer, self.max_tokens, self.eos = tokenizer, max_tokens, eos
        self.bos = tokenizer.encode("").ids
        mark = tokenizer.token_to_id("▁")
        self.lone = mark if mark is not None and self.ids(" ") != [mark] else None

    def ids(self, text):
        return self.tokenizer.encode(text, add_special_tokens=False).ids

    def alone(self, text):
        ids = self.ids(text)
        return ids[1:] if self.lone is not None and len(ids) > 1 and ids[0] == self.lone else ids

    def row(self, prompt, targets, gold, gap=False):
        stripped = prompt.rstrip(" \t\r\n")
        moved = prompt[len(stripped):]
        texts = [moved + t if moved or gap or not stripped or t[:1] in " \t\r\n" else " " + t for t in targets]
        start = self.ids(stripped)
        whole = [self.ids(stripped + t) for t in texts]
        if all(w[:len(start)] == start and len(w) > len(start) for w in whole):
            out = [w[len(start):] for w in whole]
        else:
            out = [self.alone(t) for t in texts]
        if gold is None:
            out = [o if o[-1] == self.eos else o + [self.eos] for o in out]
        room = self.max_tokens - len(self.bos) - max(map(len, out))
        if room < 0:
            return None
        kept = start[len(start) - min(room, len(start)):]
        return {"text": stripped, "prompt_ids": self.bos + kept, "target_ids": out[gold or 0],
                "choices": None if gold is None else out, "gold": gold}


def sentence(rng, low=3, high=12):
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(low, high)))


def classification(rng, i):
    label = rng.choice(["very_good", "bad", "so so"])
    return {"text": sentence(rng), "label": label}, lambda f, labels: (f["text"] + "\nLabel:", [l.replace("_", " ") for l in labels], labels.index(f["label"]))


def pair_classification(rng, i):
    return ({"premise": sentence(rng), "hypothesis": sentence(rng), "label": rng.randint(0, 2), "idx": i},
            lambda f, labels: (f["premise"] + "\n" + f["hypothesis"] + "\nLabel:", ["yes", "maybe", "no"], f["label"]))


def multiple_choice(rng, i):
    fields = {"question": sentence(rng) + rng.choice(["", " ", "?"]), "choices": [sentence(rng, 1, 4) for _ in range(3)], "label": rng.randint(0, 2)}
    return fields, lambda f, labels: (f["question"], f["choices"], f["label"])


def letters(rng, i):
    fields, _ = multiple_choice(rng, i)

    def rule(f, labels):
        options = "".join(f"\n{'ABC'[k]}. {c}" for k, c in enumerate(f["choices"]))
        return f["question"] + options + "\nAnswer:", ["A", "B", "C"], f["label"]
    return fields, rule


def causes(rng, i):
    fields = {"premise": sentence(rng) + ".", "question": rng.choice(["cause", "effect"]), "choice1": sentence(rng), "choice2": sentence(rng), "label": rng.randint(0, 1)}
    return fields, lambda f, labels: (f["premise"] + {"cause": " because", "effect": " so"}[f["question"]], [f["choice1"], f["choice2"]], f["label"])


def gaps(rng, i):
    after = rng.choice([" ", "'s ", ", "])
    fields = {"sentence": sentence(rng) + " _" + after + sentence(rng) + ".", "option1": "Sarah", "option2": "Maria", "answer": str(rng.randint(1, 2))}

    def rule(f, labels):
        before, rest = f["sentence"].split("_", 1) if "New_York" not in f["sentence"] else re.split(r"(?<![A-Za-z])_", f["sentence"], maxsplit=1)
        return before, [f["option1"] + rest, f["option2"] + rest], int(f["answer"]) - 1, True
    return fields, rule


def completion(rng, i):
    return {"question": sentence(rng), "answer": sentence(rng), "label": str(i)}, lambda f, labels: (f["question"], [f["answer"]], None)


def alpaca(rng, i):
    fields = {"instruction": sentence(rng), "input": rng.choice(["", sentence(rng)]), "output": sentence(rng)}
    return fields, lambda f, labels: (f["instruction"] + ("\n" + f["input"] if f["input"] else ""), [f["output"]], None)


def messages(rng, i):
    fields = {"messages": [{"role": "system", "content": "be brief"}, {"role": "user", "content": sentence(rng)}, {"role": "assistant", "content": sentence(rng)}]}
    return fields, lambda f, labels: ("System: be brief\nUser: " + f["messages"][1]["content"] + "\nAssistant:", [f["messages"][2]["content"]], None)


KINDS = {"classification": (classification, []), "pairs": (pair_classification, ["--choices", "yes ||| maybe ||| no"]), "choice": (multiple_choice, []),
         "letters": (letters, ["--choices", "letters"]), "causes": (causes, []), "gaps": (gaps, []), "completion": (completion, []), "alpaca": (alpaca, []),
         "messages": (messages, [])}


def make_model(folder, tokenizer_file, eos):
    """A tiny random Llama with the given tokenizer."""
    from transformers import LlamaConfig, LlamaForCausalLM
    tokenizer = Tokenizer.from_file(str(tokenizer_file))
    config = LlamaConfig(vocab_size=tokenizer.get_vocab_size(), hidden_size=16, intermediate_size=32, num_hidden_layers=1, num_attention_heads=2,
                         num_key_value_heads=2, max_position_embeddings=512, bos_token_id=tokenizer.token_to_id("<s>"), eos_token_id=eos)
    LlamaForCausalLM(config).save_pretrained(folder)
    tokenizer.save(str(folder / "tokenizer.json"))
    return tokenizer


@pytest.fixture(scope="module", params=["tiny_byte_level", "tiny_sentencepiece"])
def project(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    source = SOURCE / "tests" / "data" / (request.param + ".json")
    eos = Tokenizer.from_file(str(source)).token_to_id("</s>")
    tokenizer = make_model(folder / "model", source, eos)
    consort("new", folder / "project", "--model", folder / "model", "--quantize", "none")
    return folder / "project", tokenizer, eos, request.param


def rows_of(project, name, split):
    return [json.loads(line) for line in consort("rows", project, name, "--split", split).stdout.splitlines()]


def write_rows(file, rows):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("max_tokens", [40, 256])
def test_rows_equal_the_rules(project, kind, max_tokens, tmp_path):
    path, tokenizer, eos, which = project
    make, options = KINDS[kind]
    rng = random.Random(f"{kind} {max_tokens}")
    files = {split: [make(rng, i) for i in range(60)] for split in ("train", "valid", "test")}
    name = f"{kind}_{max_tokens}"
    for split, made in files.items():
        write_rows(tmp_path / name / f"{split}.jsonl", [fields for fields, _ in made])
    card = consort_json("import", path, tmp_path / name, "--max-tokens", max_tokens, *options)["datasets"][0]
    rules, left_out, compared, truncated = Rules(tokenizer, max_tokens, eos), 0, 0, 0
    for split, made in files.items():
        expected = [rules.row(*rule(fields, card["labels"])) for fields, rule in made]
        left_out += expected.count(None)
        expected = [row for row in expected if row]
        found = rows_of(path, name, split)
        assert len(found) == len(expected) == card["rows"][split]
        for mine, theirs in zip(found, expected):
            assert {key: mine[key] for key in theirs} == theirs
            compared += 1
            truncated += len(tokenizer.encode(theirs["text"]).ids) > len(theirs["prompt_ids"])
    assert card["truncated"] == truncated
    print(f"{which} {name}: {compared} rows equal, {truncated} truncated, {left_out} set aside")


def test_plain_text_is_cut_into_rows(project, tmp_path):
    path, tokenizer, eos, which = project
    rng = random.Random(1)
    texts = [sentence(rng, 2, 200) for _ in range(40)]
    write_rows(tmp_path / "plain" / "train.jsonl", [{"text": text} for text in texts])
    consort_json("import", path, tmp_path / "plain", "--max-tokens", 48, "--valid-share", "0", "--test-share", "0")
    rules = Rules(tokenizer, 48, eos)
    expected = []
    for text in texts:
        ids, room = rules.ids(text) + [eos], 48 - len(rules.bos)
        expected += [(rules.bos, ids[at:at + room]) for at in range(0, len(ids), room)]
    assert [(row["prompt_ids"], row["target_ids"]) for row in rows_of(path, "plain", "train")] == expected


def test_splits_are_stable_disjoint_and_keep_twins_together(project, tmp_path):
    path, tokenizer, eos, which = project
    rng = random.Random(2)
    made = [classification(rng, i)[0] for i in range(1000)]
    made += [dict(row) for row in made[:200]]
    write_rows(tmp_path / "single.jsonl", made)
    card = consort_json("import", path, tmp_path / "single.jsonl")["datasets"][0]
    splits = {split: rows_of(path, "single", split) for split in ("train", "valid", "test")}
    assert sum(card["rows"].values()) == 1200
    assert 80 <= len(splits["valid"]) <= 160 and 80 <= len(splits["test"]) <= 160
    ids = [row["id"] for rows in splits.values() for row in rows]
    assert len(set(ids)) == 1200
    texts = [{row["text"] for row in rows} for rows in splits.values()]
    assert not (texts[0] & texts[1] or texts[0] & texts[2] or texts[1] & texts[2])
    capped = consort_json("import", path, tmp_path / "single.jsonl", "--name", "capped", "--max-rows", 50)["datasets"][0]
    assert capped["rows"] == {"train": 50, "valid": 50, "test": 50}
    share = {label: sum(row["label"] == label for row in made) / len(made) for label in card["labels"]}
    golds = [row["gold"] for row in rows_of(path, "capped", "train")]
    for index, label in enumerate(card["labels"]):
        assert abs(golds.count(index) - 50 * share[label]) <= 5


@pytest.mark.parametrize("name", ["mr", "clinc_domain", "ecare", "winogrande", "gsm8k", "strategy_qa"])
def test_real_datasets_equal_the_rules(name, tmp_path):
    model = shared("models/public-domain-8m")
    source = shared(f"datasets/{name}")
    tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
    consort("new", tmp_path / "project", "--model", model, "--quantize", "none")
    card = consort_json("import", tmp_path / "project", source)["datasets"][0]
    rules = Rules(tokenizer, 256, tokenizer.token_to_id("</s>"))

    def words(f):
        if name in ("mr", "clinc_domain"):
            return f["text"] + "\nLabel:", [label.replace("_", " ") for label in card["labels"]], card["labels"].index(f["label"])
        if name == "ecare":
            return f["premise"] + {"cause": " because", "effect": " so"}[f["ask-for"]], f["choices"], f["label"]
        if name == "winogrande":
            before, rest = f["sentence"].split("_")
            return before, [choice + rest for choice in f["choices"]], f["label"], True
        if name == "gsm8k":
            return f["question"], [f["answer"]], None
        return f["question"], f["choices"], f["label"]

    fields = [json.loads(line) for line in (source / "test.jsonl").read_text().splitlines()]
    expected = [row for row in (rules.row(*words(f)) for f in fields) if row]
    found = rows_of(tmp_path / "project", name, "test")
    assert len(found) == len(expected)
    for mine, theirs in zip(found, expected):
        assert {key: mine[key] for key in theirs} == theirs
    print(f"{name}: {len(found)} rows equal")
