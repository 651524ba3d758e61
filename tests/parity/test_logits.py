"""`consort logits` against transformers on tiny random models: every family, both eras of config.json, and what trips readers."""
import json

import pytest
import torch
import transformers
from safetensors.torch import load_file, save_file

from consort import consort

VOCABULARY = 97
POSITIONS = 96
TOLERANCE = 1e-4
SMALL = dict(hidden_size=32, num_hidden_layers=3, num_attention_heads=4, max_position_embeddings=POSITIONS)
GATED = dict(SMALL, intermediate_size=48)
GPT2 = dict(n_embd=32, n_layer=3, n_head=4, n_positions=POSITIONS)
LLAMA3_ROPE = dict(rope_type="llama3", rope_theta=10000.0, factor=8.0, low_freq_factor=1.0, high_freq_factor=4.0, original_max_position_embeddings=32)
LINEAR_ROPE = dict(rope_type="linear", rope_theta=10000.0, factor=4.0)
SLIDING = dict(use_sliding_window=True, sliding_window=8)

CASES = {
    "llama": ("Llama", GATED),
    "llama_gqa": ("Llama", dict(GATED, num_key_value_heads=2)),
    "llama_mqa_tied": ("Llama", dict(GATED, num_key_value_heads=1, tie_word_embeddings=True)),
    "llama_head_dim": ("Llama", dict(GATED, head_dim=12, num_key_value_heads=2)),
    "llama_biases": ("Llama", dict(GATED, attention_bias=True, mlp_bias=True)),
    "llama_attention_bias": ("Llama", dict(GATED, attention_bias=True)),
    "llama_mlp_bias": ("Llama", dict(GATED, mlp_bias=True)),
    "llama_gelu": ("Llama", dict(GATED, hidden_act="gelu", rms_norm_eps=1e-3)),
    "llama_llama3_rope": ("Llama", dict(GATED, rope_parameters=LLAMA3_ROPE)),
    "llama_linear_rope": ("Llama", dict(GATED, rope_parameters=LINEAR_ROPE)),
    "llama_theta": ("Llama", dict(GATED, rope_parameters=dict(rope_type="default", rope_theta=500000.0))),
    "mistral_no_window": ("Mistral", dict(GATED, num_key_value_heads=2, sliding_window=None)),
    "mistral_window": ("Mistral", dict(GATED, num_key_value_heads=2, sliding_window=8)),
    "mistral_window_of_one": ("Mistral", dict(GATED, num_key_value_heads=2, sliding_window=1)),
    "mistral_head_dim": ("Mistral", dict(GATED, num_key_value_heads=2, head_dim=20)),
    "qwen2": ("Qwen2", dict(GATED, num_key_value_heads=2)),
    "qwen2_tied": ("Qwen2", dict(GATED, num_key_value_heads=2, tie_word_embeddings=True)),
    "qwen2_window_unused": ("Qwen2", dict(GATED, num_key_value_heads=2, use_sliding_window=False, sliding_window=4)),
    "qwen2_window_from_layer_1": ("Qwen2", dict(GATED, num_key_value_heads=2, max_window_layers=1, **SLIDING)),
    "qwen2_layer_types": ("Qwen2", dict(GATED, num_key_value_heads=2, layer_types=["sliding_attention", "full_attention", "sliding_attention"], **SLIDING)),
    "qwen3": ("Qwen3", dict(GATED, num_key_value_heads=2, head_dim=16)),
    "qwen3_default_head_dim": ("Qwen3", dict(GATED, num_key_value_heads=2)),
    "qwen3_bias_tied": ("Qwen3", dict(GATED, num_key_value_heads=2, head_dim=8, attention_bias=True, tie_word_embeddings=True)),
    "qwen3_windows": ("Qwen3", dict(GATED, num_key_value_heads=2, head_dim=8, max_window_layers=0, **SLIDING)),
    "gpt2": ("GPT2", GPT2),
    "gpt2_inner": ("GPT2", dict(GPT2, n_inner=40, activation_function="gelu")),
    "gpt2_untied": ("GPT2", dict(GPT2, tie_word_embeddings=False)),
    "gpt2_scaled_by_layer": ("GPT2", dict(GPT2, scale_attn_by_inverse_layer_idx=True)),
    "gpt2_unscaled": ("GPT2", dict(GPT2, scale_attn_weights=False)),
    "gpt_neox": ("GPTNeoX", GATED),
    "gpt_neox_serial": ("GPTNeoX", dict(GATED, use_parallel_residual=False)),
    "gpt_neox_no_bias": ("GPTNeoX", dict(GATED, attention_bias=False)),
    "gpt_neox_tied": ("GPTNeoX", dict(GATED, tie_word_embeddings=True)),
    "gpt_neox_rotary": ("GPTNeoX", dict(GATED, rope_parameters=dict(rope_type="default", rope_theta=5000.0, partial_rotary_factor=0.5))),
    "gpt_neox_linear_rope": ("GPTNeoX", dict(GATED, rope_parameters=dict(LINEAR_ROPE, partial_rotary_factor=1.0))),
    "gemma": ("Gemma", dict(GATED, num_key_value_heads=1, head_dim=16)),
    "gemma_gqa_untied": ("Gemma", dict(GATED, num_key_value_heads=2, head_dim=12, hidden_act="gelu", tie_word_embeddings=False)),
    "gemma2": ("Gemma2", dict(GATED, num_key_value_heads=2, head_dim=16, query_pre_attn_scalar=24, sliding_window=8)),
    "gemma2_caps": ("Gemma2", dict(GATED, num_key_value_heads=2, head_dim=16, attn_logit_softcapping=0.5, final_logit_softcapping=0.8)),
    "gemma2_uncapped": ("Gemma2", dict(GATED, num_key_value_heads=4, head_dim=8, attn_logit_softcapping=None, final_logit_softcapping=None, sliding_window=5)),
    "gemma2_layer_types": ("Gemma2", dict(GATED, num_key_value_heads=2, head_dim=16, sliding_window=6, layer_types=["full_attention", "sliding_attention", "full_attention"])),
    "gemma3": ("Gemma3Text", dict(GATED, num_key_value_heads=2, head_dim=16, query_pre_attn_scalar=20, sliding_window=8)),
    "gemma3_layer_types": ("Gemma3Text", dict(GATED, num_key_value_heads=1, head_dim=16, sliding_window=6, layer_types=["full_attention", "sliding_attention", "full_attention"])),
    "gemma3_linear_rope_layer_types": ("Gemma3Text", dict(GATED, num_key_value_heads=1, head_dim=16, sliding_window=8, layer_types=["sliding_attention", "full_attention", "full_attention"],
                                              rope_parameters=dict(full_attention=LINEAR_ROPE, sliding_attention=dict(rope_type="default", rope_theta=500.0)))),
    "gemma3_linear_rope": ("Gemma3Text", dict(GATED, num_key_value_heads=1, head_dim=16, sliding_window=8,
                                              rope_parameters=dict(full_attention=LINEAR_ROPE, sliding_attention=dict(rope_type="default", rope_theta=500.0)))),
    "phi3": ("Phi3", dict(GATED, pad_token_id=0)),
    "phi3_gqa_window": ("Phi3", dict(GATED, num_key_value_heads=2, sliding_window=8, pad_token_id=0)),
    "phi3_partial": ("Phi3", dict(GATED, pad_token_id=0, rope_parameters=dict(rope_type="default", rope_theta=10000.0, partial_rotary_factor=0.5))),
    "phi3_longrope": ("Phi3", dict(GATED, pad_token_id=0, max_position_embeddings=4 * POSITIONS, original_max_position_embeddings=POSITIONS,
                                   rope_parameters=dict(rope_type="longrope", rope_theta=10000.0, short_factor=[1.0, 1.1, 1.3, 1.7], long_factor=[2.0, 3.0, 4.0, 5.0],
                                                        original_max_position_embeddings=POSITIONS))),
    "olmo2": ("Olmo2", GATED),
    "olmo2_gqa": ("Olmo2", dict(GATED, num_key_value_heads=2, rms_norm_eps=1e-3)),
}
ONE_OF_EACH = ["llama_gqa", "mistral_window", "qwen2_tied", "qwen3", "gpt2", "gpt_neox", "gemma", "gemma2", "gemma3", "phi3", "olmo2"]
ROWS = [[5], [1, 2], list(range(3, 10)), [(7 * i + 2) % VOCABULARY for i in range(33)], [(11 * i) % VOCABULARY for i in range(POSITIONS)]]
largest_seen = {}


def make_model(case, folder, **save_options):
    family, options = CASES[case]
    torch.manual_seed(sum(map(ord, case)))
    config = getattr(transformers, f"{family}Config")(vocab_size=VOCABULARY, bos_token_id=0, eos_token_id=0, **options)
    model = transformers.AutoModelForCausalLM.from_config(config, attn_implementation="eager").eval().float()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.05 * torch.randn_like(parameter))
    model.save_pretrained(folder, **save_options)
    return model


def our_logits(folder, tmp_path, rows=ROWS, **options):
    ids = tmp_path / "ids.jsonl"
    ids.write_text("".join(json.dumps(row) + "\n" for row in rows))
    consort("logits", "--model", folder, "--ids", ids, "--out", tmp_path / "l.safetensors", *[str(o) for pair in options.items() for o in pair])
    written = load_file(tmp_path / "l.safetensors")
    return [written[str(k)] for k in range(len(rows))]


def compare(case, model, folder, tmp_path, rows=ROWS):
    with torch.no_grad():
        expected = [model(torch.tensor([row])).logits[0].float() for row in rows]
    differences = [(a - b).abs().max().item() for a, b in zip(our_logits(folder, tmp_path, rows), expected)]
    assert all(a.abs().max() > 0.01 for a in expected)
    largest_seen[case] = max(differences)
    assert max(differences) <= TOLERANCE, (case, differences)


def edit_config(folder, change):
    file = folder / "config.json"
    config = json.loads(file.read_text())
    change(config)
    file.write_text(json.dumps(config))


def edit_weights(folder, change):
    save_file(change(load_file(folder / "model.safetensors")), folder / "model.safetensors", metadata={"format": "pt"})


def to_old_era(config):
    """As transformers 4 wrote it: rotation at the top level, torch_dtype."""
    rope = config.pop("rope_parameters", {})
    config["torch_dtype"] = config.pop("dtype", "float32")
    config.pop("layer_types", None)
    neox = config["model_type"] == "gpt_neox"
    if "full_attention" in rope:
        config["rope_local_base_freq"] = rope["sliding_attention"]["rope_theta"]
        rope = rope["full_attention"]
    if "rope_theta" in rope:
        config["rotary_emb_base" if neox else "rope_theta"] = rope.pop("rope_theta")
    if neox and "partial_rotary_factor" in rope:
        config["rotary_pct"] = rope.pop("partial_rotary_factor")
    elif "partial_rotary_factor" in rope:
        config["partial_rotary_factor"] = rope.pop("partial_rotary_factor")
    kind = rope.pop("rope_type", "default")
    config["rope_scaling"] = None if kind == "default" else dict(rope, **{"type" if kind == "linear" else "rope_type": kind})


@pytest.fixture(scope="module", autouse=True)
def report():
    yield
    worst = max(largest_seen, key=largest_seen.get)
    print(f"\n{len(largest_seen)} models × {len(ROWS)} rows, largest difference {largest_seen[worst]:.2e} ({worst})")


@pytest.mark.parametrize("case", CASES)
def test_logits_equal(case, tmp_path):
    model = make_model(case, tmp_path / "m")
    compare(case, model, tmp_path / "m", tmp_path)


@pytest.mark.parametrize("case", [c for c in CASES if not c.startswith("gpt2") and "layer_types" not in c])
def test_configuration_of_the_older_era(case, tmp_path):
    model = make_model(case, tmp_path / "m")
    edit_config(tmp_path / "m", to_old_era)
    compare(case + " (old era)", model, tmp_path / "m", tmp_path, ROWS[3:])


@pytest.mark.parametrize("case", ONE_OF_EACH)
@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
def test_half_precision_files(case, dtype, tmp_path):
    make_model(case, tmp_path / "full").to(dtype).save_pretrained(tmp_path / "m")
    model = transformers.AutoModelForCausalLM.from_pretrained(tmp_path / "m", dtype=torch.float32, attn_implementation="eager").eval()
    compare(f"{case} {dtype}", model, tmp_path / "m", tmp_path, ROWS[3:])


@pytest.mark.parametrize("case", ONE_OF_EACH)
def test_sharded_files(case, tmp_path):
    model = make_model(case, tmp_path / "m", max_shard_size="20KB")
    assert len(list((tmp_path / "m").glob("model-*.safetensors"))) > 2
    compare(case + " sharded", model, tmp_path / "m", tmp_path, ROWS[3:])


@pytest.mark.parametrize("case", ["llama_mqa_tied", "qwen2_tied", "gpt2", "gpt_neox_tied"])
def test_tied_matrix_stored_as_the_head_alone(case, tmp_path):
    model = make_model(case, tmp_path / "m")
    embedding = {"gpt2": "transformer.wte.weight", "gpt_neox_tied": "gpt_neox.embed_in.weight"}.get(case, "model.embed_tokens.weight")
    head = "embed_out.weight" if case == "gpt_neox_tied" else "lm_head.weight"
    edit_weights(tmp_path / "m", lambda weights: {head if name == embedding else name: t for name, t in weights.items()})
    assert head in load_file(tmp_path / "m" / "model.safetensors")
    compare(case + " as head", model, tmp_path / "m", tmp_path, ROWS[3:])


@pytest.mark.parametrize("case, prefix", [("llama_mqa_tied", "model."), ("qwen2_tied", "model."), ("gpt2", "transformer."), ("gpt_neox_tied", "gpt_neox.")])
def test_names_without_the_prefix(case, prefix, tmp_path):
    model = make_model(case, tmp_path / "m")
    edit_weights(tmp_path / "m", lambda weights: {name.removeprefix(prefix): t for name, t in weights.items()})
    compare(case + " without prefix", model, tmp_path / "m", tmp_path, ROWS[3:])


def test_masks_and_frequencies_in_the_file_are_skipped(tmp_path):
    for case, extra in (("gpt2", {"transformer.h.0.attn.bias": torch.ones(1, 1, 96, 96), "transformer.h.0.attn.masked_bias": torch.tensor(-1e4)}),
                        ("gpt_neox", {"gpt_neox.layers.0.attention.bias": torch.ones(1, 1, 96, 96), "gpt_neox.layers.0.attention.rotary_emb.inv_freq": torch.ones(1)})):
        model = make_model(case, tmp_path / case)
        edit_weights(tmp_path / case, lambda weights: dict(weights, **extra))
        compare(case + " buffers", model, tmp_path / case, tmp_path, ROWS[3:])


@pytest.mark.parametrize("case", ["mistral_window", "qwen2", "qwen3_default_head_dim", "llama", "gpt_neox", "olmo2", "phi3"])
def test_left_out_fields_take_the_family_defaults(case, tmp_path):
    make_model(case, tmp_path / "m")
    droppable = ["rope_parameters", "rms_norm_eps", "layer_norm_eps", "sliding_window", "head_dim", "hidden_act", "tie_word_embeddings", "attention_bias",
                 "mlp_bias", "max_window_layers", "layer_types", "use_parallel_residual", "max_position_embeddings"]
    edit_config(tmp_path / "m", lambda config: [config.pop(name, None) for name in droppable])
    model = transformers.AutoModelForCausalLM.from_pretrained(tmp_path / "m", dtype=torch.float32, attn_implementation="eager").eval()
    compare(case + " defaults", model, tmp_path / "m", tmp_path, ROWS[3:])


@pytest.mark.parametrize("case", ["llama", "gpt2"])
def test_quantised_logits_are_those_of_the_dequantised_weights(case, tmp_path):
    bnb = pytest.importorskip("bitsandbytes.functional")
    model = make_model(case, tmp_path / "m")
    blocks = model.transformer.h if case == "gpt2" else model.model.layers
    with torch.no_grad():
        for module in blocks.modules():
            weight = getattr(module, "weight", None)
            if weight is None or weight.dim() != 2:
                continue
            stored = weight.t().contiguous() if case == "gpt2" else weight  # quantised as (out, in), whatever way it is stored
            # Flattened: on a CPU, bitsandbytes 0.50.2 may dequantise matrices wrongly whose rows are no multiple of 64.
            codes = bnb.quantize_4bit(stored.flatten(), blocksize=64, quant_type="nf4", compress_statistics=True)
            restored = bnb.dequantize_4bit(*codes).view(stored.shape)
            weight.copy_(restored.t() if case == "gpt2" else restored)
        expected = [model(torch.tensor([row])).logits[0] for row in ROWS]
    ours = our_logits(tmp_path / "m", tmp_path, **{"--quantize": "nf4"})
    largest_seen[case + " nf4"] = max((a - b).abs().max().item() for a, b in zip(ours, expected))
    assert largest_seen[case + " nf4"] <= TOLERANCE


@pytest.mark.parametrize("case", ["llama_gqa", "qwen2", "phi3", "gemma2"])
@pytest.mark.parametrize("nested", [True, False])
@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
def test_stored_nf4_weights_are_read(case, nested, dtype, tmp_path):
    bnb = pytest.importorskip("bitsandbytes.functional")
    model = make_model(case, tmp_path / "full").to(dtype)
    stored = {name: tensor.clone() for name, tensor in model.state_dict().items()}
    if model.config.tie_word_embeddings:
        stored.pop("lm_head.weight", None)
    for name, module in model.model.layers.named_modules():
        if not isinstance(module, torch.nn.Linear):
            continue
        key = f"model.layers.{name}.weight"
        codes, state = bnb.quantize_4bit(module.weight.flatten(), blocksize=64, quant_type="nf4", compress_statistics=nested)
        restored = bnb.dequantize_4bit(codes, state).view(module.weight.shape)
        state.shape = module.weight.shape
        with torch.no_grad():
            module.weight.copy_(restored)
        stored[key] = codes
        stored.update({f"{key}.{part}": tensor for part, tensor in state.as_dict(packed=True).items()})
    (tmp_path / "m").mkdir()
    save_file({name: tensor.contiguous() for name, tensor in stored.items()}, tmp_path / "m" / "model.safetensors", metadata={"format": "pt"})
    config = json.loads((tmp_path / "full" / "config.json").read_text())
    config["quantization_config"] = {"quant_method": "bitsandbytes", "load_in_4bit": True, "load_in_8bit": False, "bnb_4bit_quant_type": "nf4",
                                     "bnb_4bit_use_double_quant": nested, "bnb_4bit_compute_dtype": "float32"}
    (tmp_path / "m" / "config.json").write_text(json.dumps(config))
    reference = transformers.AutoModelForCausalLM.from_config(model.config, attn_implementation="eager").eval().float()  # its buffers were never rounded
    reference.load_state_dict(model.state_dict())
    compare(f"{case} stored nf4 {nested} {dtype}", reference, tmp_path / "m", tmp_path)
    again = our_logits(tmp_path / "m", tmp_path, **{"--quantize": "nf4"})
    plain = our_logits(tmp_path / "m", tmp_path)
    assert all(torch.equal(a, b) for a, b in zip(again, plain))  # codes that are there are not quantised once more


@pytest.mark.parametrize("change, named", [
    (lambda w: {k: v for k, v in w.items() if not k.endswith("q_proj.weight.absmax")}, "absmax"),
    (lambda w: {k: (v[:-1] if k.endswith("q_proj.weight") else v) for k, v in w.items()}, "q_proj"),
    (lambda w: {k: (torch.frombuffer(bytearray(b"{"), dtype=torch.uint8) if k.endswith("q_proj.weight.quant_state.bitsandbytes__nf4") else v) for k, v in w.items()}, "q_proj"),
])
def test_damaged_nf4_weights_are_named(change, named, tmp_path):
    bnb = pytest.importorskip("bitsandbytes.functional")
    model = make_model("llama_gqa", tmp_path / "m")
    stored = dict(model.state_dict())
    for name, module in model.model.layers.named_modules():
        if isinstance(module, torch.nn.Linear):
            codes, state = bnb.quantize_4bit(module.weight.detach().flatten(), blocksize=64, quant_type="nf4")
            state.shape = module.weight.shape
            stored[f"model.layers.{name}.weight"] = codes
            stored.update({f"model.layers.{name}.weight.{part}": tensor for part, tensor in state.as_dict(packed=True).items()})
    save_file({k: v.contiguous() for k, v in change(stored).items()}, tmp_path / "m" / "model.safetensors", metadata={"format": "pt"})
    edit_config(tmp_path / "m", lambda config: config.update(quantization_config={"quant_method": "bitsandbytes", "load_in_4bit": True, "bnb_4bit_quant_type": "nf4"}))
    (tmp_path / "ids.jsonl").write_text("[1, 2]\n")
    done = consort("logits", "--model", tmp_path / "m", "--ids", tmp_path / "ids.jsonl", "--out", tmp_path / "l.safetensors", check=False)
    assert done.returncode == 3 and named in done.stderr, done.stderr


def test_other_spellings_of_one_rotation_are_no_contradiction(tmp_path):
    model = make_model("llama_linear_rope", tmp_path / "m")
    edit_config(tmp_path / "m", lambda config: config.update(rope_theta=10000.0, rope_scaling={"type": "linear", "factor": 4.0}))
    compare("both eras", model, tmp_path / "m", tmp_path, ROWS[3:])


@pytest.mark.parametrize("change, named", [
    (dict(rope_theta=5000.0), "rope_theta"),
    (dict(rope_scaling={"type": "linear", "factor": 2.0}), "rope_scaling"),
    (dict(rope_scaling={"rope_type": "llama3", "factor": 4.0, "original_max_position_embeddings": 32}), "rope_scaling"),
])
def test_contradicting_rotations_are_refused(change, named, tmp_path):
    make_model("llama_linear_rope", tmp_path / "m")
    edit_config(tmp_path / "m", lambda config: config.update(change))
    (tmp_path / "ids.jsonl").write_text("[1]\n")
    done = consort("logits", "--model", tmp_path / "m", "--ids", tmp_path / "ids.jsonl", "--out", tmp_path / "l.safetensors", check=False)
    assert done.returncode == 3 and named in done.stderr, done.stderr


def test_rows_do_not_depend_on_their_company(tmp_path):
    make_model("mistral_window", tmp_path / "m")
    alone = [our_logits(tmp_path / "m", tmp_path, [row])[0] for row in ROWS]
    together = our_logits(tmp_path / "m", tmp_path, ROWS[::-1])[::-1]
    assert all(torch.equal(a, b) for a, b in zip(alone, together))


@pytest.mark.parametrize("row, named", [([97], "97"), ([-1], "-1"), ([], "empty"), (list(range(97)), "positions"), ([1.5], ""), (["a"], "")])
def test_ids_that_cannot_go_through_are_refused(row, named, tmp_path):
    make_model("gpt2", tmp_path / "m")
    (tmp_path / "ids.jsonl").write_text(json.dumps(row) + "\n")
    done = consort("logits", "--model", tmp_path / "m", "--ids", tmp_path / "ids.jsonl", "--out", tmp_path / "l.safetensors", check=False)
    assert done.returncode == 2 and named in done.stderr, done.stderr
    assert not (tmp_path / "l.safetensors").exists()
