"""`consort generate` against transformers' greedy decoding on tiny random models, and a published text of a published tiny model."""
import json
import re
import struct

import numpy as np
import pytest
import torch
import transformers
from safetensors.torch import save_file
from tokenizers import Tokenizer, decoders, models

from consort import SOURCE, consort, shared

SMALL = dict(hidden_size=32, num_hidden_layers=2, num_attention_heads=4, max_position_embeddings=96, vocab_size=97)
FAMILIES = {
    "llama": (transformers.LlamaConfig, dict(intermediate_size=48, num_key_value_heads=2)),
    "mistral": (transformers.MistralConfig, dict(intermediate_size=48, num_key_value_heads=2, sliding_window=9)),
    "qwen3": (transformers.Qwen3Config, dict(intermediate_size=48, num_key_value_heads=2, head_dim=8)),
    "gpt2": (transformers.GPT2Config, dict(n_positions=96)),
    "gemma2": (transformers.Gemma2Config, dict(intermediate_size=48, num_key_value_heads=2, head_dim=16, sliding_window=8)),
    "gemma3": (transformers.Gemma3TextConfig, dict(intermediate_size=48, num_key_value_heads=2, head_dim=16, sliding_window=8)),
    "phi3": (transformers.Phi3Config, dict(intermediate_size=48, num_key_value_heads=2, pad_token_id=0)),
    "olmo2": (transformers.Olmo2Config, dict(intermediate_size=48, num_key_value_heads=2)),
    "gpt_neox": (transformers.GPTNeoXConfig, dict(intermediate_size=64)),
}


def make_model(family, folder):
    torch.manual_seed(8)
    config_class, options = FAMILIES[family]
    model = transformers.AutoModelForCausalLM.from_config(config_class(**SMALL, **options), attn_implementation="eager").eval()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.2 * torch.randn_like(parameter))
    model.save_pretrained(folder)
    (folder / "tokenizer.json").write_text((SOURCE / "tests/data/tiny_byte_level.json").read_text())
    (folder / "tokenizer_config.json").write_text("{}")
    return model


def generated(model, prompts, folder, *options):
    file = folder / "prompts.jsonl"
    file.write_text("".join(json.dumps(prompt) + "\n" for prompt in prompts))
    return [json.loads(line) for line in consort("generate", "--model", model, "--prompt", file, *options).stdout.splitlines()]


@pytest.mark.parametrize("family", FAMILIES)
def test_greedy_equals_transformers(family, tmp_path):
    model = make_model(family, tmp_path / "base")
    generator = np.random.default_rng(2)
    prompts = [generator.integers(0, 97, length).tolist() for length in (1, 2, 7, 8, 9, 10, 30, 80)]
    ours = generated(tmp_path / "base", prompts, tmp_path, "--max-new-tokens", 40)
    for prompt, line in zip(prompts, ours):
        ids, expected = list(prompt), []
        while len(expected) < 40 and len(ids) < 96:
            with torch.no_grad():
                logits = model(torch.tensor([ids])).logits[0, -1]
            top = logits.topk(2)
            assert top.values[0] - top.values[1] > 1e-5, "a tie: choose another seed"
            if top.indices[0].item() == model.config.eos_token_id:
                break
            expected.append(top.indices[0].item())
            ids.append(expected[-1])
        assert line["ids"] == expected


def test_temperature_draws_from_the_seed(tmp_path):
    make_model("llama", tmp_path / "base")
    hot = [generated(tmp_path / "base", [[1, 2, 3]], tmp_path, "--temperature", 1.5, "--max-new-tokens", 20, "--seed", seed)[0]["ids"] for seed in (0, 0, 1)]
    assert hot[0] == hot[1] != hot[2]


@pytest.mark.parametrize("prompt, words", [("[]", "empty"), ("[97]", "vocabulary"), ("[-1]", "impossible"), ("[5000000000]", "impossible"),
                                           ('{"a":1}', "string or a list"), ('["a"]', ""), ("[1", "")])
def test_a_bad_prompt_is_refused(prompt, words, tmp_path):
    make_model("llama", tmp_path / "base")
    (tmp_path / "prompts.jsonl").write_text(prompt + "\n")
    done = consort("generate", "--model", tmp_path / "base", "--prompt", tmp_path / "prompts.jsonl", check=False)
    assert done.returncode == 2 and words in done.stderr


class CheckpointFile:
    """A llama2.c checkpoint: seven integers, then float32 tensors one after another."""

    def __init__(self, file):
        self.data = file.read_bytes()
        self.dim, self.inner, self.layers, self.heads, self.kv_heads, vocabulary, self.positions = struct.unpack("7i", self.data[:28])
        self.vocabulary, self.at = abs(vocabulary), 28
        assert vocabulary > 0, "shared classifier"

    def take(self, *shape):
        count = int(np.prod(shape))
        values = np.frombuffer(self.data, np.float32, count, self.at).reshape(shape)
        self.at += 4 * count
        return torch.tensor(values)

    def half_split(self, weight, heads):
        """From neighbouring pairs, as the file rotates, to halves, as Hugging Face does."""
        return weight.view(heads, -1, 2, self.dim).transpose(1, 2).reshape(-1, self.dim).contiguous()

    def tensors(self):
        dim, kv = self.dim, self.dim * self.kv_heads // self.heads
        found = {"model.embed_tokens.weight": self.take(self.vocabulary, dim)}
        layout = [("input_layernorm", (dim,)), ("self_attn.q_proj", (dim, dim)), ("self_attn.k_proj", (kv, dim)), ("self_attn.v_proj", (kv, dim)),
                  ("self_attn.o_proj", (dim, dim)), ("post_attention_layernorm", (dim,)), ("mlp.gate_proj", (self.inner, dim)),
                  ("mlp.down_proj", (dim, self.inner)), ("mlp.up_proj", (self.inner, dim))]
        for name, shape in layout:
            for layer, weight in enumerate(self.take(self.layers, *shape)):
                if name.endswith(("q_proj", "k_proj")):
                    weight = self.half_split(weight, self.heads if name.endswith("q_proj") else self.kv_heads)
                found[f"model.layers.{layer}.{name}.weight"] = weight
        found["model.norm.weight"] = self.take(dim)
        return {name: weight.contiguous() for name, weight in found.items()}


def pieces_of(file):
    data, at, pieces = file.read_bytes(), 4, []
    while at < len(data):
        _, length = struct.unpack_from("fi", data, at)
        pieces.append(data[at + 8 : at + 8 + length].decode())
        at += 8 + length
    return pieces


def convert(folder, checkpoint, pieces):
    save_file(checkpoint.tensors(), folder / "model.safetensors")
    config = transformers.LlamaConfig(hidden_size=checkpoint.dim, intermediate_size=checkpoint.inner, num_hidden_layers=checkpoint.layers,
                                      num_attention_heads=checkpoint.heads, num_key_value_heads=checkpoint.kv_heads, vocab_size=checkpoint.vocabulary,
                                      max_position_embeddings=checkpoint.positions, rms_norm_eps=1e-5, rope_theta=10000.0, tie_word_embeddings=True)
    config.save_pretrained(folder)
    names = ["<unk>", "<s>", "</s>"] + [re.sub(" ", "▁", piece) for piece in pieces[3:]]
    tokenizer = Tokenizer(models.BPE(vocab={name: i for i, name in enumerate(names)}, merges=[], byte_fallback=True, unk_token="<unk>"))
    tokenizer.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)])
    tokenizer.add_special_tokens(["<unk>", "<s>", "</s>"])
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "tokenizer_config.json").write_text("{}")


def test_a_published_model_tells_its_published_story(tmp_path):
    source = shared("models/stories260K")
    convert(tmp_path, CheckpointFile(source / "stories260K.bin"), pieces_of(source / "tok512.bin"))
    page = (source / "stories260K.md").read_text()
    story = re.search(r"-t 0\.0\n(.*?)\n```", page, re.S).group(1)
    line = generated(tmp_path, [[1]], tmp_path, "--max-new-tokens", 256)[0]
    assert line["text"].strip() == story.strip()
