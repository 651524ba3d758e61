"""`consort train` against a training loop in torch and peft: the same start, rows, order, schedule and optimiser give the same losses."""
import json
import math
import sqlite3

import peft
import pytest
import torch
import transformers
from safetensors.torch import load_file

from consort import SOURCE, consort, consort_json

MASK = (1 << 64) - 1
STEPS, BATCH, RATE, RANK, ALPHA = 20, 8, 2e-2, 4, 32
TOLERANCE = 1e-4
FAMILIES = {
    "llama": (transformers.LlamaConfig, dict(intermediate_size=48, num_key_value_heads=2)),
    "gpt2": (transformers.GPT2Config, dict(n_positions=128)),
    "gemma2": (transformers.Gemma2Config, dict(intermediate_size=48, num_key_value_heads=2, head_dim=16, sliding_window=8)),
    "gpt_neox": (transformers.GPTNeoXConfig, dict(intermediate_size=64)),
}


def mix(x):
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & MASK
    return x ^ (x >> 31)


def counter_bits(seed, stream, index):
    key = mix((seed + 0x9E3779B97F4A7C15) & MASK) ^ mix((stream * 0xD1342543DE82EF95 + 0x2545F4914F6CDD1D) & MASK)
    return mix((key + (index + 1) * 0x9E3779B97F4A7C15) & MASK)


def stream_of(name):
    value = 0xCBF29CE484222325
    for byte in name.encode():
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


def shuffled(count, seed, epoch):
    """Fisher–Yates as in core/base/rng.h, written again."""
    order, stream = list(range(count)), (stream_of("batch order") + epoch) & MASK
    for draw, i in enumerate(range(count, 1, -1)):
        j = (counter_bits(seed, stream, draw) * i) >> 64
        order[i - 1], order[j] = order[j], order[i - 1]
    return order


def make_base(family, folder):
    torch.manual_seed(5)
    tokenizer = json.loads((SOURCE / "tests/data/tiny_byte_level.json").read_text())
    ids = list(tokenizer["model"]["vocab"].values()) + [token["id"] for token in tokenizer["added_tokens"]]
    config_class, options = FAMILIES[family]
    config = config_class(vocab_size=max(ids) + 1, hidden_size=32, num_hidden_layers=2, num_attention_heads=4,
                          max_position_embeddings=128, bos_token_id=0, eos_token_id=0, **options)
    model = transformers.AutoModelForCausalLM.from_config(config, attn_implementation="eager").eval()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.05 * torch.randn_like(parameter))
    model.save_pretrained(folder)
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer))
    (folder / "tokenizer_config.json").write_text("{}")
    return model


def make_data(folder, name, count, shift):
    folder.mkdir()
    for split, rows in (("train", count), ("valid", 12), ("test", 4)):
        lines = [{"prompt": f"number {(7 * i + shift) % 50} is", "completion": "odd" if (i + shift) % 2 else "quite even"} for i in range(rows)]
        (folder / f"{split}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    return folder


def rows_of(project, dataset, split):
    return [json.loads(line) for line in consort("rows", project, dataset, "--split", split).stdout.splitlines()]


def loss_of(model, rows):
    """Mean over rows of the mean target cross-entropy, row by row, without padding."""
    losses = []
    for row in rows:
        prompt, target = row["prompt_ids"], row["target_ids"]
        logits = model(torch.tensor([prompt + target])).logits[0, len(prompt) - 1 : -1]
        losses.append(torch.nn.functional.cross_entropy(logits, torch.tensor(target)))
    return torch.stack(losses).mean()


def peft_model(model, start):
    targets = {name.removesuffix(".lora_A").split(".")[-1] for name in start if name.endswith(".lora_A")}
    config = peft.LoraConfig(r=RANK, lora_alpha=ALPHA, target_modules=sorted(targets), lora_dropout=0.0, fan_in_fan_out=model.config.model_type == "gpt2")
    lora = peft.get_peft_model(model, config).eval()
    with torch.no_grad():
        for name, parameter in lora.named_parameters():
            if "lora_A" in name:
                parameter.copy_(start[name.removeprefix("base_model.model.").split(".lora_")[0] + ".lora_A"])
    return lora


def reference_losses(lora, union):
    parameters = [p for p in lora.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(parameters, lr=RATE, betas=(0.9, 0.999), eps=1e-8, weight_decay=0)
    stream = [i for epoch in range(STEPS * BATCH // len(union) + 1) for i in shuffled(len(union), 0, epoch)]
    losses = []
    for step in range(1, STEPS + 1):
        optimiser.param_groups[0]["lr"] = RATE * 0.5 * (1 + math.cos(math.pi * (step - 1) / (STEPS - 1)))
        optimiser.zero_grad()
        loss = loss_of(lora, [union[i] for i in stream[(step - 1) * BATCH : step * BATCH]])
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()
        losses.append(loss.item())
    return losses


def metrics(project, run, name):
    with sqlite3.connect(project / "project.sqlite") as database:
        return [value for (value,) in database.execute("SELECT value FROM metrics WHERE run = ? AND name = ? ORDER BY step", (run, name))]


def trained_project(tmp_path, rate=RATE):
    project = tmp_path / "project"
    consort("new", project, "--model", tmp_path / "base", "--quantize", "none", "--rank", RANK, "--alpha", ALPHA, "--dropout", 0)
    consort("import", project, make_data(tmp_path / "north", "north", 40, 0), make_data(tmp_path / "south", "south", 23, 1))
    consort("estimate", project, "--dim", 16, "--expand", "fresh", "--lambda", "0.01", "--rows", 20)
    consort("group", project, "-m", 1)
    return project, consort_json("train", project, "--steps", STEPS, "--batch", BATCH, "--lr", rate)["runs"][0]


@pytest.mark.parametrize("family", FAMILIES)
def test_losses_equal_torch_and_peft(family, tmp_path):
    model = make_base(family, tmp_path / "base")
    project, run = trained_project(tmp_path)
    union = [row for name in run["datasets"] for row in rows_of(project, name, "train")]
    (tmp_path / "rows.jsonl").write_text(json.dumps({"prompt_ids": [1], "target_ids": [2]}) + "\n")
    consort("gradients", "--model", tmp_path / "base", "--rows", tmp_path / "rows.jsonl", "--out", tmp_path / "start.safetensors", "--rank", RANK,
            "--alpha", ALPHA, "--dim", 16, "--full")
    lora = peft_model(model, load_file(tmp_path / "start.safetensors"))
    theirs, ours = reference_losses(lora, union), metrics(project, run["id"], "train_loss")
    assert len(ours) == STEPS and theirs[-1] < 0.9 * theirs[0]
    difference = max(abs(a - b) for a, b in zip(ours, theirs))
    with torch.no_grad():
        valid = [loss_of(lora, rows_of(project, name, "valid")).item() for name in run["datasets"]]
    difference = max([difference] + [abs(metrics(project, run["id"], f"valid_loss/{name}")[-1] - value) for name, value in zip(run["datasets"], valid)])
    print(f"{family}: largest difference of {STEPS} training and {len(valid)} validation losses {difference:.1e}")
    assert difference <= TOLERANCE
    assert run["state"] == "done" and run["tokens"] > 0


def test_divergence_is_told_and_leaves_a_usable_adapter(tmp_path):
    make_base("llama", tmp_path / "base")
    project, run = trained_project(tmp_path, rate=100)
    assert run["state"] in ("diverged", "done") and math.isfinite(run["valid_loss"])
