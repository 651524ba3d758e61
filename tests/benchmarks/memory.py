"""Forecast of memory against measured peaks: random llamas of several sizes, short and long rows, both ways to hold the base.

    python tests/benchmarks/memory.py            # prints a table; a quarter of an hour
    python tests/benchmarks/memory.py 8M 44M     # only these
    python tests/benchmarks/memory.py --json F   # also as JSON, with what each case is

CONSORT_BINARY names the built program. Needs numpy and safetensors.
"""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

import numpy
from safetensors.numpy import save_file

DEMO = pathlib.Path(__file__).parents[2] / "resources" / "demo" / "public-domain-8m"
SHAPES = {"8M": (256, 8, 768), "44M": (512, 12, 1536), "152M": (768, 18, 3072)}  # hidden, layers, intermediate
WORDS = "the village road was kind and warm but the river ran cold under an old bridge where nobody sang".split()
STAGES = {"gradients": ["estimate", "--subsets", "3"], "training": ["train", "--steps", "4", "--lr", "0.001"], "evaluation": ["evaluate"]}


def consort(*args):
    """Peak bytes of one command, and what it printed."""
    process = subprocess.Popen([os.environ["CONSORT_BINARY"], *map(str, args), "--json", "--quiet"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, problem = process.stdout.read(), process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"consort {' '.join(map(str, args))}: {problem.decode()}")
    return usage.ru_maxrss * 1024, json.loads(out)


def model(folder, shape):
    """A random llama with the demo's tokenizer."""
    hidden, layers, inner = shape
    config = json.loads((DEMO / "config.json").read_text())
    config.update(hidden_size=hidden, num_hidden_layers=layers, intermediate_size=inner, num_attention_heads=8, num_key_value_heads=8, head_dim=hidden // 8,
                  tie_word_embeddings=False, torch_dtype="float32", dtype="float32")
    folder.mkdir()
    for file in DEMO.iterdir():
        if file.suffix == ".json":
            shutil.copy(file, folder)
    (folder / "config.json").write_text(json.dumps(config))
    rng = numpy.random.default_rng(0)
    tensors = {"model.norm.weight": numpy.ones(hidden, "f4")}

    def add(name, out, into):
        tensors[name + ".weight"] = rng.standard_normal((out, into), dtype="f4") / numpy.sqrt(numpy.float32(into))
    add("model.embed_tokens", config["vocab_size"], hidden)
    add("lm_head", config["vocab_size"], hidden)
    for layer in range(layers):
        path = f"model.layers.{layer}."
        for name in ("q_proj", "k_proj", "v_proj", "o_proj"):
            add(path + "self_attn." + name, hidden, hidden)
        add(path + "mlp.gate_proj", inner, hidden)
        add(path + "mlp.up_proj", inner, hidden)
        add(path + "mlp.down_proj", hidden, inner)
        tensors[path + "input_layernorm.weight"] = tensors[path + "post_attention_layernorm.weight"] = numpy.ones(hidden, "f4")
    save_file(tensors, folder / "model.safetensors")
    return folder


def dataset(folder, words, rows):
    folder.mkdir()
    rng = numpy.random.default_rng(len(folder.name) + words)
    for split, count in (("train", rows), ("valid", 40), ("test", rows // 2)):
        lines = [{"text": " ".join(rng.choice(WORDS, words)), "label": "yes" if k % 2 else "no"} for k in range(count)]
        (folder / f"{split}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    return folder


def measured(place, base, name, words, rows, options):
    project = place / name
    consort("new", project, "--model", base, *options)
    consort("import", project, *(dataset(place / f"{name}-{d}", words, rows) for d in ("alder", "birch")), "--max-tokens", 512)
    rows_out = []
    for stage, (verb, *rest) in STAGES.items():
        if verb == "train":
            consort("group", project, "-m", 2)
        if verb == "evaluate":
            consort("combine", project)
        forecast = consort("show", project, "memory", "--threads", 2)[1]["memory"]
        peak, _ = consort(verb, project, *rest, "--threads", 2)
        rows_out.append({"case": name, "stage": stage, "words": words, "rows": rows, "options": options, "forecast": forecast[stage] / 1e6, "measured": peak / 1e6})
    return rows_out


CASES = [("short", 20, 200, ["--quantize", "nf4"]), ("long", 220, 60, ["--quantize", "nf4"]), ("plain", 60, 100, ["--quantize", "none", "--rank", "64"]),
         ("narrow", 60, 100, ["--dtype", "bfloat16"]), ("all", 60, 100, ["--targets", "all-linear"]), ("all-long", 220, 60, ["--targets", "all-linear"])]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", default=list(SHAPES), metavar="SIZE", help="of " + ", ".join(SHAPES))
    parser.add_argument("--json", type=pathlib.Path)
    given = parser.parse_args()
    found = []
    print("| case | stage | forecast, MB | measured, MB | ratio |\n| --- | --- | --- | --- | --- |")
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(folder)
            base = model(place / "model", SHAPES[size])
            for name, words, rows, options in CASES:
                for row in measured(place, base, name, words, rows, options):
                    found.append({"size": size, **row})
                    print(f"| {size} {name} | {row['stage']} | {row['forecast']:.0f} | {row['measured']:.0f} | {row['forecast'] / row['measured']:.2f} |", flush=True)
                    if given.json:
                        given.json.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
