"""Public packages as peers of the benchmarks: one JSON request a line on stdin, one JSON answer a line on stdout.

{"do": "load", "model": FOLDER, "adapter": FOLDER, "threads": N, "precision": "float32"|"bfloat16", "device": "cpu"|"cuda:0"}   transformers + peft
{"do": "train", "rows": [[prompt ids, target ids], …], "lr": x}   one AdamW step: {"loss", "cpu", "wall"}
{"do": "evaluate", "rows": […]}                                    mean target losses: {"losses", "cpu", "wall"}
{"do": "fits", "file": F, "sample": N, "penalty": λ}               scikit-learn, scaled to all subsets: {"cpu"}
{"do": "tokenize", "tokenizer": FILE, "text": FILE}                tokenizers: {"tokens", "wall"}
"""
import json
import os
import sys
import time

STATE = {}


def timed(work):
    cpu, wall = time.process_time(), time.perf_counter()
    result = work()
    return {**result, "cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}


def load(request):
    import torch
    import transformers
    from peft import PeftModel
    torch.set_num_threads(request["threads"])
    device, narrow = request["device"], request["precision"] == "bfloat16"
    resident = torch.bfloat16 if narrow and device != "cpu" else torch.float32  # the base as ours holds it there; the adapter in float32, under autocast
    base = transformers.AutoModelForCausalLM.from_pretrained(request["model"], dtype=resident)
    model = PeftModel.from_pretrained(base, request["adapter"], is_trainable=True).to(device)
    parameters = [p for p in model.parameters() if p.requires_grad]
    STATE.update(torch=torch, model=model, optimizer=torch.optim.AdamW(parameters, lr=1e-4, weight_decay=0.0), bf16=narrow, device=device)
    return {"parameters": sum(p.numel() for p in parameters)}


def batch(rows):
    """Right-padded ids, mask and labels, as a data collator makes them."""
    torch = STATE["torch"]
    width = max(len(p) + len(t) for p, t in rows)
    ids = torch.zeros(len(rows), width, dtype=torch.long)
    mask, labels = torch.zeros_like(ids), torch.full_like(ids, -100)
    for k, (prompt, target) in enumerate(rows):
        whole = prompt + target
        ids[k, :len(whole)] = torch.tensor(whole)
        mask[k, :len(whole)] = 1
        labels[k, len(prompt):len(whole)] = torch.tensor(target)
    return (x.to(STATE["device"]) for x in (ids, mask, labels))


def row_losses(rows):
    """Mean cross-entropy of every row's target."""
    torch = STATE["torch"]
    ids, mask, labels = batch(rows)
    with torch.autocast(STATE["device"].split(":")[0], dtype=torch.bfloat16, enabled=STATE["bf16"]):
        logits = STATE["model"](input_ids=ids, attention_mask=mask).logits
    flat = torch.nn.functional.cross_entropy(logits[:, :-1].float().flatten(0, 1), labels[:, 1:].flatten(), ignore_index=-100, reduction="none")
    kept = (labels[:, 1:] != -100)
    return (flat.view(kept.shape) * kept).sum(1) / kept.sum(1)


def train(request):
    def step():
        STATE["model"].train()
        loss = row_losses(request["rows"]).mean()
        STATE["optimizer"].zero_grad(set_to_none=True)
        loss.backward()
        for group in STATE["optimizer"].param_groups:
            group["lr"] = request["lr"]
        STATE["optimizer"].step()
        return {"loss": float(loss.detach())}
    return timed(step)


def evaluate(request):
    def score():
        STATE["model"].eval()
        with STATE["torch"].no_grad():
            return {"losses": [float(x) for x in row_losses(request["rows"])]}
    return timed(score)


def fits(request):
    """LogisticRegression knows no offset and needs two classes: half of the rows are mirrored, which leaves the loss as it is at h0 = 0."""
    import numpy
    from sklearn.linear_model import LogisticRegression
    from threadpoolctl import threadpool_limits
    datasets, rows, dim = request["datasets"], request["rows"], request["dim"]
    flat = numpy.fromfile(request["file"], dtype="<f4").reshape(datasets, rows * (dim + 1))
    sketches = flat[:, rows:].reshape(datasets, rows, dim).astype(numpy.float64)
    signs = numpy.where(numpy.arange(rows) % 2 == 0, 1.0, -1.0)
    chosen = numpy.random.default_rng(request["round"]).permutation(2**datasets - 1)[:request["sample"]] + 1

    def all_of_them():
        for bits in chosen:
            members = [i for i in range(datasets) if bits >> i & 1]
            x = numpy.concatenate([sketches[i] * signs[:, None] for i in members])
            y = numpy.concatenate([signs > 0 for _ in members])
            LogisticRegression(C=1 / (2 * len(x) * request["penalty"]), fit_intercept=False, solver="lbfgs").fit(x, y)
        return {}
    with threadpool_limits(1):
        measured = timed(all_of_them)
    return {"cpu": measured["cpu"] * (2**datasets - 1) / len(chosen)}


def tokenize(request):
    import tokenizers
    tokenizer = STATE.setdefault(request["tokenizer"], tokenizers.Tokenizer.from_file(request["tokenizer"]))
    text = open(request["text"], encoding="utf-8").read()
    return timed(lambda: {"tokens": len(tokenizer.encode(text, add_special_tokens=False).ids)})


def main():
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    answers, sys.stdout = sys.stdout, sys.stderr
    for request in map(json.loads, sys.stdin):
        try:
            answer = {"load": load, "train": train, "evaluate": evaluate, "fits": fits, "tokenize": tokenize}[request["do"]](request)
        except Exception as problem:
            answer = {"error": f"{type(problem).__name__}: {problem}"}
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
