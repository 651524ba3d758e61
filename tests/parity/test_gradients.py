"""`consort gradients` against autograd through transformers and peft, one example at a time, on tiny random models."""
import json

import numpy as np
import peft
import pytest
import torch
import transformers
from safetensors.torch import load_file

from consort import consort

VOCABULARY = 97
SMALL = dict(hidden_size=32, num_hidden_layers=2, num_attention_heads=4, max_position_embeddings=128)
FAMILIES = {
    "llama": (transformers.LlamaConfig, dict(SMALL, intermediate_size=48, num_key_value_heads=2), ["q_proj", "k_proj", "v_proj"]),
    "qwen2": (transformers.Qwen2Config, dict(SMALL, intermediate_size=48, num_key_value_heads=2), ["q_proj", "o_proj", "down_proj"]),
    "gpt2": (transformers.GPT2Config, dict(n_embd=32, n_layer=2, n_head=4, n_positions=128), ["c_attn", "c_fc"]),
    "gpt_neox": (transformers.GPTNeoXConfig, dict(SMALL, intermediate_size=64), ["query_key_value", "dense_4h_to_h"]),
    "gemma2": (transformers.Gemma2Config, dict(SMALL, intermediate_size=48, num_key_value_heads=2, head_dim=16, sliding_window=8), ["q_proj", "v_proj", "gate_proj"]),
    "phi3": (transformers.Phi3Config, dict(SMALL, intermediate_size=48, num_key_value_heads=2, pad_token_id=0), ["qkv_proj", "gate_up_proj"]),
    "olmo2": (transformers.Olmo2Config, dict(SMALL, intermediate_size=48, num_key_value_heads=2), ["q_proj", "k_proj", "v_proj"]),
}
TOLERANCE = 1e-4


def make_model(family, folder):
    torch.manual_seed(5)
    config_class, options, targets = FAMILIES[family]
    config = config_class(vocab_size=VOCABULARY, **options)
    config._attn_implementation = "eager"
    model = transformers.AutoModelForCausalLM.from_config(config).eval()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.05 * torch.randn_like(parameter))
    model.save_pretrained(folder)
    return model, targets


def make_rows(file, count=16):
    generator = np.random.default_rng(3)
    rows = []
    for _ in range(count):
        prompt = generator.integers(0, VOCABULARY, generator.integers(1, 40)).tolist()
        rows.append({"prompt_ids": prompt, "target_ids": generator.integers(0, VOCABULARY, generator.integers(1, 5)).tolist()})
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return rows


def outputs(model, row, mode):
    """Every output row by its definition, from plain log-probabilities in float64."""
    ids = torch.tensor([row["prompt_ids"] + row["target_ids"]])
    logits = model(ids).logits[0, len(row["prompt_ids"]) - 1 : -1].double()
    log_p = logits.log_softmax(-1).gather(1, torch.tensor(row["target_ids"])[:, None])[:, 0]
    odds = lambda x: x - torch.log(-torch.expm1(x))
    return {"mean": [odds(log_p).mean()], "answer": [odds(log_p.mean())], "per-token": [odds(x) for x in log_p]}[mode]


def autograd_rows(model, rows, mode, wanted):
    parameters = {name: p for name, p in model.named_parameters() if wanted in name}
    h, gradients = [], {name: [] for name in parameters}
    for row in rows:
        for output in outputs(model, row, mode):
            found = torch.autograd.grad(output, list(parameters.values()), retain_graph=True)
            h.append(output.item())
            for name, gradient in zip(parameters, found):
                gradients[name].append(gradient)
    return torch.tensor(h), {name: torch.stack(rows) for name, rows in gradients.items()}


def lora_model(model, targets, rank, alpha, fresh):
    torch.manual_seed(9)
    config = peft.LoraConfig(r=rank, lora_alpha=alpha, target_modules=targets, lora_dropout=0.0, init_lora_weights=fresh,
                             fan_in_fan_out=model.config.model_type == "gpt2")
    lora = peft.get_peft_model(model, config).eval()
    for name, parameter in lora.named_parameters():
        parameter.requires_grad_("lora_" in name)
    return lora


def module_of(name):
    return name.removeprefix("base_model.model.").split(".lora_")[0]


def row_difference(ours, theirs):
    """Largest relative difference of a row, over all its tensors together."""
    difference = sum((ours[k] - theirs[k]).double().flatten(1).pow(2).sum(1) for k in theirs).sqrt()
    size = sum(theirs[k].double().flatten(1).pow(2).sum(1) for k in theirs).sqrt()
    return (difference / size).max().item()


def mix(x):
    x = (x ^ (x >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return x ^ (x >> np.uint64(31))


def signs(seed, first, count, dim):
    """The sign matrix of gpu/sketch.h, written again."""
    with np.errstate(over="ignore"):
        parameter = np.arange(first, first + count, dtype=np.uint64)
        seeded = mix(np.array([seed], dtype=np.uint64) + np.uint64(0x9E3779B97F4A7C15))
        key = seeded ^ mix(parameter * np.uint64(0xD1342543DE82EF95) + np.uint64(0x2545F4914F6CDD1D))
        word = np.arange((dim + 63) // 64, dtype=np.uint64)
        bits = mix(key[:, None] + (word + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15))
        columns = (bits[:, :, None] >> np.arange(64, dtype=np.uint64)) & np.uint64(1)
    return columns.reshape(count, -1)[:, :dim].astype(np.float64) * 2 - 1


def expected_sketch(tensors, modules, seed, dim):
    """Modules in forward order, in each first B, then A; A has its numbers even where only B is there."""
    sketch, first = 0, 0
    for module in modules:
        b, a = tensors[module + ".grad_B"], tensors.get(module + ".grad_A")
        for gradient, count in ((b, b[0].numel()), (a, tensors[module + ".lora_A"].numel())):
            if gradient is not None:
                sketch = sketch + gradient.double().flatten(1).numpy() @ signs(seed, first, count, dim)
            first += count
    return sketch / np.sqrt(dim)


def check(ours, reference, h0, theirs, seed):
    dim = ours["sketch"].shape[1]
    modules = [module_of(name) for name, _ in reference.named_parameters() if "lora_A" in name]
    sketch = expected_sketch(ours, modules, seed, dim)
    outputs_off = (ours["h0"] - h0).abs().max().item() / max(1, h0.abs().max().item())
    gradients_off = row_difference(ours, theirs)
    sketch_off = np.abs(ours["sketch"].numpy() - sketch).max() / np.abs(sketch).max()
    print(f"rows {len(h0)}: h0 {outputs_off:.2g}, gradients {gradients_off:.2g}, sketch {sketch_off:.2g}")
    assert max(outputs_off, gradients_off, sketch_off) < TOLERANCE


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("mode", ["mean", "answer", "per-token"])
def test_fresh_adapter_equals_autograd(family, mode, tmp_path):
    model, targets = make_model(family, tmp_path / "base")
    rows = make_rows(tmp_path / "rows.jsonl")
    consort("gradients", "--model", tmp_path / "base", "--rows", tmp_path / "rows.jsonl", "--out", tmp_path / "g.safetensors", "--rank", 3,
            "--alpha", 6, "--targets", ",".join(targets), "--dim", 100, "--full", "--row-mode", mode, "--seed", 4)
    ours = load_file(tmp_path / "g.safetensors")
    reference = lora_model(model, targets, 3, 6, fresh=True)
    with torch.no_grad():
        for name, parameter in reference.named_parameters():
            if "lora_A" in name:
                parameter.copy_(ours[module_of(name) + ".lora_A"])
    h0, gradients = autograd_rows(reference, rows, mode, "lora_B")
    assert not any(key.endswith("grad_A") for key in ours)
    check(ours, reference, h0, {module_of(name) + ".grad_B": value for name, value in gradients.items()}, seed=4)


@pytest.mark.parametrize("family", FAMILIES)
def test_trained_adapter_equals_autograd(family, tmp_path):
    model, targets = make_model(family, tmp_path / "base")
    rows = make_rows(tmp_path / "rows.jsonl")
    reference = lora_model(model, targets, 4, 12, fresh=False)
    reference.save_pretrained(tmp_path / "adapter")
    consort("gradients", "--model", tmp_path / "base", "--rows", tmp_path / "rows.jsonl", "--out", tmp_path / "g.safetensors", "--adapter",
            tmp_path / "adapter", "--dim", 64, "--full", "--row-mode", "answer")
    h0, gradients = autograd_rows(reference, rows, "answer", "lora_")
    theirs = {module_of(name) + (".grad_A" if "lora_A" in name else ".grad_B"): value for name, value in gradients.items()}
    check(load_file(tmp_path / "g.safetensors"), reference, h0, theirs, seed=0)


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    folder = tmp_path_factory.mktemp("base")
    make_model("llama", folder)
    return folder


@pytest.mark.parametrize("bad, words", [
    ('{"prompt_ids":[],"target_ids":[1]}', "prompt is empty"),
    ('{"prompt_ids":[1],"target_ids":[]}', "target is empty"),
    ('{"prompt_ids":[1],"target_ids":[97]}', "outside the vocabulary"),
    ('{"prompt_ids":[1],"target_ids":[-1]}', "impossible id"),
    ('{"prompt_ids":[1]', "column"),
    ('{"prompt_ids":[1]}', "target_ids"),
    ("[1]", "object"),
    (json.dumps({"prompt_ids": [1] * 200, "target_ids": [1]}), "positions"),
])
def test_a_bad_row_is_named(bad, words, base, tmp_path):
    (tmp_path / "rows.jsonl").write_text('{"prompt_ids":[1],"target_ids":[2]}\n' * 6 + bad + "\n")
    done = consort("gradients", "--model", base, "--rows", tmp_path / "rows.jsonl", "--out", tmp_path / "g.safetensors", check=False)
    assert done.returncode == 2 and done.stdout == ""
    assert "line 7" in done.stderr and words in done.stderr
    assert not (tmp_path / "g.safetensors").exists()


def test_unknown_target_and_empty_file_are_refused(base, tmp_path):
    make_rows(tmp_path / "rows.jsonl", 2)
    (tmp_path / "none.jsonl").write_text("\n")
    common = ["gradients", "--model", base, "--out", tmp_path / "g.safetensors"]
    done = consort(*common, "--rows", tmp_path / "rows.jsonl", "--targets", "q_proj,wrong_proj", check=False)
    assert done.returncode == 2 and "wrong_proj" in done.stderr
    assert consort(*common, "--rows", tmp_path / "none.jsonl", check=False).returncode == 2
    assert consort(*common, "--rows", tmp_path / "absent.jsonl", check=False).returncode == 2


def test_company_and_order_do_not_change_a_row(base, tmp_path):
    rows = make_rows(tmp_path / "all.jsonl")
    (tmp_path / "few.jsonl").write_text("".join(json.dumps(row) + "\n" for row in (rows[11], rows[2])))
    for name in ("all", "few"):
        consort("gradients", "--model", base, "--rows", tmp_path / f"{name}.jsonl", "--out", tmp_path / f"{name}.safetensors")
    every, few = load_file(tmp_path / "all.safetensors")["sketch"], load_file(tmp_path / "few.safetensors")["sketch"]
    assert torch.allclose(every[[11, 2]], few, rtol=1e-4, atol=1e-5 * every.abs().max().item())
