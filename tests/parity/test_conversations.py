"""Conversations as training rows: ids and loss mask against transformers, every shape of a dataset in one form, and what is refused."""
import json

import numpy as np
import pytest
import torch
import transformers

from consort import consort, consort_json
from tiny_world import tiny_model

CHATML = ("{{ bos_token }}{% for message in messages %}{{ '<|' + message['role'] + '|>\n' }}"
          "{% if message['role'] == 'assistant' %}{% generation %}{{ message['content'] + eos_token }}{% endgeneration %}"
          "{% else %}{{ message['content'] }}{% endif %}{{ '\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|assistant|>\n' }}{% endif %}")
INST = ("{{ bos_token }}{% for message in messages %}{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}"
        "{{ raise_exception('roles must alternate') }}{% endif %}{% if message['role'] == 'user' %}{{ '[INST] ' + message['content'] + ' [/INST] ' }}"
        "{% else %}{% generation %}{{ message['content'] + eos_token }}{% endgeneration %}{% endif %}{% endfor %}")
TEMPLATES = {"chatml": CHATML, "inst": INST}
PLAIN = {name: text.replace("{% generation %}", "").replace("{% endgeneration %}", "") for name, text in TEMPLATES.items()}
WORDS = "river stone bread king winter garden letter music".split()


def model_with(tmp_path, template):
    folder = tiny_model(tmp_path / "base")
    if template:
        (folder / "chat_template.jinja").write_text(template)
    return folder


def conversations(count=40):
    draw = np.random.default_rng(4)
    made = []
    for i in range(count):
        messages = []
        for turn in range(1 + i % 3):
            messages += [{"role": "user", "content": f"Tell me of the {draw.choice(WORDS)} {i}."},
                         {"role": "assistant", "content": f"The {draw.choice(WORDS)} is {draw.choice(['old', 'lovely, as ever', 'new'])}"}]
        made.append(messages)
    return made


def imported(tmp_path, base, made, *options, check=True, name="chats.json"):
    (tmp_path / name).write_text(json.dumps(made))
    if not (tmp_path / "project").exists():
        consort("new", tmp_path / "project", "--model", base, "--quantize", "none")
    return consort("import", tmp_path / "project", tmp_path / name, "--valid-share", "0", "--test-share", "0", *options, "--json", check=check)


def stored(tmp_path, name="chats"):
    return [json.loads(line) for line in consort("rows", tmp_path / "project", name, "--split", "train").stdout.splitlines()]


def expected_row(tokenizer, messages, template):
    marked = tokenizer.apply_chat_template(messages, chat_template=template, tokenize=True, return_dict=True, return_assistant_tokens_mask=True,
                                           add_generation_prompt=False)
    ids, mask = list(marked["input_ids"]), list(marked["assistant_masks"])
    end = len(mask) - mask[::-1].index(1)
    return ids[:end], mask[:end]


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize("name", TEMPLATES)
def test_rows_equal_transformers(name, marked, tmp_path):
    base = model_with(tmp_path, (TEMPLATES if marked else PLAIN)[name])
    made = conversations()
    imported(tmp_path, base, [{"messages": messages} for messages in made])
    tokenizer = transformers.AutoTokenizer.from_pretrained(base)
    rows = stored(tmp_path)
    assert len(rows) == len(made)
    for row, messages in zip(rows, made):
        ids, mask = expected_row(tokenizer, messages, TEMPLATES[name])
        first = mask.index(1)
        assert row["prompt_ids"] + row["target_ids"] == ids
        assert len(row["prompt_ids"]) == first
        assert row.get("loss_mask", [1] * len(row["target_ids"])) == mask[first:]


def as_sharegpt(messages):
    names = {"user": "human", "assistant": "gpt"}
    return {"conversations": [{"from": names[m["role"]], "value": m["content"]} for m in messages]}


def as_alpaca(messages):
    texts = [m["content"] for m in messages]
    return {"instruction": texts[-2], "input": "", "output": texts[-1], "history": [texts[k:k + 2] for k in range(0, len(texts) - 2, 2)]}


@pytest.mark.parametrize("shape", [as_sharegpt, as_alpaca, lambda m: {"prompt": m[:-1], "completion": m[-1:]}], ids=["sharegpt", "alpaca", "pair"])
def test_every_shape_gives_the_same_rows(shape, tmp_path):
    base = model_with(tmp_path, PLAIN["chatml"])
    made = conversations()
    imported(tmp_path, base, [{"messages": messages} for messages in made])
    imported(tmp_path, base, [shape(messages) for messages in made], name="other.json")
    keys = ("prompt_ids", "target_ids", "loss_mask")
    assert [[row.get(k) for k in keys] for row in stored(tmp_path, "other")] == [[row.get(k) for k in keys] for row in stored(tmp_path)]


def test_a_loss_mask_is_the_mean_over_what_is_said(tmp_path):
    base = tiny_model(tmp_path / "base")
    draw = np.random.default_rng(1)
    rows = [{"prompt_ids": draw.integers(2, 6000, 5).tolist(), "target_ids": draw.integers(2, 6000, 9).tolist(), "loss_mask": [1, 1, 0, 0, 0, 1, 0, 1, 1]}
            for _ in range(6)]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    consort("gradients", "--model", base, "--rows", tmp_path / "rows.jsonl", "--out", tmp_path / "g.safetensors", "--dim", 8)
    from safetensors.torch import load_file
    h0 = load_file(tmp_path / "g.safetensors")["h0"]
    model = transformers.AutoModelForCausalLM.from_pretrained(base).eval()
    for row, h in zip(rows, h0):
        ids = torch.tensor([row["prompt_ids"] + row["target_ids"]])
        with torch.no_grad():
            logits = model(ids).logits[0, 4:-1].double()
        odds = []
        for z, token, said in zip(logits, row["target_ids"], row["loss_mask"]):
            if said:
                odds.append(float(z[token] - torch.cat([z[:token], z[token + 1:]]).logsumexp(0)))
        assert abs(float(h) - np.mean(odds)) < 1e-5


def test_what_follows_the_last_answer_and_empty_turns_teach_nothing(tmp_path):
    base = model_with(tmp_path, PLAIN["chatml"])
    said = [{"role": "user", "content": "a"}, {"role": "assistant", "content": ""}, {"role": "user", "content": "b"}, {"role": "assistant", "content": "bread"}]
    made = [{"messages": said + [{"role": "user", "content": "thanks"}]}, {"messages": said[:2]},
            {"messages": [said[0], {"role": "assistant", "content": "king", "weight": 0}, *said[2:]]}]
    card = json.loads(imported(tmp_path, base, made).stdout)["datasets"][0]
    assert card["rows"]["train"] == 2 and card["withoutTarget"] == 1
    tokenizer = transformers.AutoTokenizer.from_pretrained(base)
    for row in stored(tmp_path):
        assert "loss_mask" not in row and tokenizer.decode(row["target_ids"]) == "bread</s>"


def test_long_conversations_keep_their_last_turns(tmp_path):
    base = model_with(tmp_path, PLAIN["chatml"])
    messages = [turn for i in range(12) for turn in ({"role": "user", "content": f"question {i} of the garden"}, {"role": "assistant", "content": f"answer {i} of the king"})]
    card = json.loads(imported(tmp_path, base, [{"messages": messages}] * 2, "--max-tokens", "60").stdout)["datasets"][0]
    assert card["truncated"] == card["rows"]["train"]
    tokenizer = transformers.AutoTokenizer.from_pretrained(base)
    row = stored(tmp_path)[0]
    assert len(row["prompt_ids"]) + len(row["target_ids"]) <= 60 and row["prompt_ids"][0] == 0
    text = tokenizer.decode(row["target_ids"])
    assert text.startswith("answer ") and text.endswith("answer 11 of the king</s>") and "answer 0 " not in text


def test_a_base_without_a_template_says_so(tmp_path):
    base = model_with(tmp_path, None)
    card = json.loads(imported(tmp_path, base, [{"messages": m} for m in conversations()]).stdout)["datasets"][0]
    assert any("no chat template" in warning for warning in card["warnings"])
    row = stored(tmp_path)[1]
    assert row["text"].count("User:") == 2 and row["text"].endswith("Assistant:") and "loss_mask" not in row


@pytest.mark.parametrize("template, made, options, named", [
    (PLAIN["inst"], [{"messages": [{"role": "user", "content": "a"}, {"role": "user", "content": "b"}, {"role": "assistant", "content": "c"}]}], [], ["line 1", "roles must alternate", "--chat never"]),
    (PLAIN["chatml"], [{"messages": [{"role": "user", "content": "a"}]}] * 3, [], ["none of its 3 rows"]),
    (PLAIN["chatml"], [{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": ""}]}] * 3, [], ["none of its 3 rows"]),
    (PLAIN["chatml"], [{"messages": ["hello", "you"]}], [], ["line 1", "a turn is a string"]),
    (PLAIN["chatml"], [{"messages": [{"role": "user", "content": 7}, {"role": "assistant", "content": "c"}]}], [], ["line 1", "text is needed"]),
    (PLAIN["chatml"], [{"instruction": "a", "output": "b", "history": [["x"]]}] * 3, [], ["line 1", "[question, answer]"]),
    (None, [{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "c"}]}], ["--chat", "always"], ["--chat always", "no chat template"]),
    (PLAIN["chatml"], [{"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "c"}]}], ["--chat", "maybe"], ["--chat", "always"]),
])
def test_refused_with_the_place(template, made, options, named, tmp_path):
    done = imported(tmp_path, model_with(tmp_path, template), made, *options, check=False)
    assert done.returncode == 2 and done.stdout == ""
    for word in named:
        assert word in done.stderr, done.stderr


def test_a_template_outside_the_subset_falls_back_with_a_notice(tmp_path):
    base = model_with(tmp_path, "{% import 'x' as y %}{{ y }}")
    card = json.loads(imported(tmp_path, base, [{"messages": m} for m in conversations()]).stdout)["datasets"][0]
    assert any("chat template" in warning and "User:" in warning for warning in card["warnings"])


def test_prompts_of_messages_stop_strings_and_the_nucleus(tmp_path):
    base = model_with(tmp_path, PLAIN["chatml"])
    tokenizer = transformers.AutoTokenizer.from_pretrained(base)
    messages = [{"role": "user", "content": "Tell me of the king."}]
    ids = tokenizer.apply_chat_template(messages, tokenize=True, add_generation_prompt=True)
    ids = list(ids["input_ids"]) if not isinstance(ids, list) else ids
    file = tmp_path / "prompts.jsonl"
    file.write_text(json.dumps(messages) + "\n" + json.dumps(ids) + "\n")

    def generated(*options):
        return [json.loads(line) for line in consort("generate", "--model", base, "--prompt", file, "--max-new-tokens", 24, *options).stdout.splitlines()]

    greedy = generated()
    assert greedy[0] == greedy[1]
    assert generated("--temperature", 1, "--top-p", 1e-6) == greedy
    warm = generated("--temperature", 3, "--seed", 5)
    assert warm != greedy and generated("--temperature", 3, "--seed", 5, "--top-p", 0.2) != warm
    stop = greedy[0]["text"][7:10]
    cut = generated("--stop", stop)[0]
    assert cut["text"] == greedy[0]["text"][:greedy[0]["text"].index(stop)]
    assert cut["ids"] == greedy[0]["ids"][:len(cut["ids"])] and len(cut["ids"]) < len(greedy[0]["ids"])
    for wrong in (["--top-p", "0"], ["--top-p", "1.5"], ["--stop", ""]):
        assert consort("generate", "--model", base, "--prompt", file, *wrong, check=False).returncode == 2
