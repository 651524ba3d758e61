"""A base model and datasets small enough that every step of the program takes about a second. Deterministic."""
import json
import pathlib
import shutil

import numpy
from consort import BASE_MODEL
from safetensors.numpy import save_file

HIDDEN, LAYERS, HEADS, INNER, VOCABULARY = 32, 2, 4, 64, 6144
CONFIG = {
    "architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": HIDDEN, "intermediate_size": INNER,
    "num_hidden_layers": LAYERS, "num_attention_heads": HEADS, "num_key_value_heads": 2, "head_dim": HIDDEN // HEADS,
    "vocab_size": VOCABULARY, "max_position_embeddings": 128, "rms_norm_eps": 1e-5, "rope_theta": 10000.0, "hidden_act": "silu",
    "tie_word_embeddings": True, "bos_token_id": 0, "eos_token_id": 1, "attention_bias": False, "mlp_bias": False,
}
GOOD, BAD = "lovely kind happy warm noble".split(), "cruel gloomy wicked cold dreadful".split()
PLACES = "garden village road inn dance letter".split()


def tiny_model(folder, seed=0):
    """A random llama of the demo tokenizer's vocabulary, written as a Hugging Face folder."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True)
    draw = numpy.random.default_rng(seed)

    def matrix(rows, cols):
        return (draw.standard_normal((rows, cols)) * 0.1).astype(numpy.float32)

    kv = CONFIG["num_key_value_heads"] * CONFIG["head_dim"]
    tensors = {"model.embed_tokens.weight": matrix(VOCABULARY, HIDDEN), "model.norm.weight": numpy.ones(HIDDEN, numpy.float32)}
    for layer in range(LAYERS):
        shapes = {"self_attn.q_proj": (HIDDEN, HIDDEN), "self_attn.k_proj": (kv, HIDDEN), "self_attn.v_proj": (kv, HIDDEN),
                  "self_attn.o_proj": (HIDDEN, HIDDEN), "mlp.gate_proj": (INNER, HIDDEN), "mlp.up_proj": (INNER, HIDDEN),
                  "mlp.down_proj": (HIDDEN, INNER)}
        for name, shape in shapes.items():
            tensors[f"model.layers.{layer}.{name}.weight"] = matrix(*shape)
        for name in ("input_layernorm", "post_attention_layernorm"):
            tensors[f"model.layers.{layer}.{name}.weight"] = numpy.ones(HIDDEN, numpy.float32)
    save_file(tensors, folder / "model.safetensors", metadata={"format": "pt"})
    (folder / "config.json").write_text(json.dumps(CONFIG))
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(BASE_MODEL / name, folder / name)
    return folder


def rows(name, count, seed=0):
    """Rows of a yes/no question; datasets of an odd letter answer the other way round."""
    draw = numpy.random.default_rng([seed, *name.encode()])
    flipped = ord(name[0]) % 2
    made = []
    for i in range(count):
        good = i % 2
        word = draw.choice(GOOD if good else BAD)
        made.append({"text": f"The {word} {draw.choice(PLACES)} of {name} number {i + 1000 * seed}.",
                     "label": "yes" if good != flipped else "no"})
    return made


def write_jsonl(path, made):
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in made))
    return path


def dataset_folder(folder, name, train=24, valid=8, test=8):
    """A folder with train, valid and test files."""
    for seed, (split, count) in enumerate({"train": train, "valid": valid, "test": test}.items()):
        write_jsonl(pathlib.Path(folder) / name / f"{split}.jsonl", rows(name, count, seed))
    return pathlib.Path(folder) / name
