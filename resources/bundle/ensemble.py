"""Logits ensemble of a Consort bundle: needs torch, transformers and peft only. `base` is the frozen causal language model.
from ensemble import load; ids = load("my-ensemble", base).generate(input_ids, dataset="boolq")"""
import contextlib
import functools
import hashlib
import json
import pathlib

import torch
from peft import PeftModel, get_peft_model_state_dict
from peft.utils import load_peft_weights

def check_files(folder):
    for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, name = line.split("  ", 1)
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
            raise ValueError(f"{name} does not match SHA256SUMS: the bundle is damaged or was changed")

def check_base(manifest, base):
    config = pathlib.Path(str(base.config._name_or_path)) / "config.json"
    if config.is_file() and hashlib.sha256(config.read_bytes()).hexdigest() != manifest["base"]["config_sha256"]:
        raise ValueError(f"{config.parent} is not the base {manifest['base']['id']} that this bundle was trained on")

def add_member(model, base, folder, name):
    path = str(folder / "adapters" / name)
    model = model or PeftModel.from_pretrained(base, path, adapter_name=name)
    if name not in model.peft_config:
        model.load_adapter(path, adapter_name=name)
    stored = {key: value.shape for key, value in load_peft_weights(path, device="cpu").items()}
    loaded = {key: value.shape for key, value in get_peft_model_state_dict(model, adapter_name=name, save_embedding_layers=False).items()}
    if stored != loaded:
        raise ValueError(f"adapters/{name} does not fit the base: {sorted(set(stored.items()) ^ set(loaded.items()))[:3]}")
    return model

class Ensemble:
    def __init__(self, model, members, combine, gate=None):
        self.model, self.members, self.weights = model.eval(), members, combine["weights"]
        self.base_weights = combine.get("base_weights", {})
        self.gate = gate and {name: torch.tensor(values, dtype=torch.float64) for name, values in gate.items()}

    @torch.no_grad()
    def weigh(self, prompt_ids, dataset=None):
        """(batch, members): of the gate by what the frozen base makes of the prompt, else of the dataset, else the global ones."""
        if dataset is not None and dataset not in self.weights["per_dataset"]:
            raise KeyError(f"no weights for the dataset {dataset!r}; known: {', '.join(self.weights['per_dataset'])}")
        if self.gate:
            with self.model.disable_adapter():
                states = self.model(input_ids=prompt_ids, output_hidden_states=True).hidden_states[-1]
            seen = states.float().mean(1).double().cpu() - self.gate["centre"]
            return torch.softmax(self.gate["bias"] + seen @ self.gate["slope"].T, -1).to(prompt_ids.device)
        fixed = self.weights["global"] if dataset is None else self.weights["per_dataset"][dataset]
        return torch.tensor(fixed, dtype=torch.float64, device=prompt_ids.device).expand(len(prompt_ids), -1)

    def _logits(self, member, input_ids, caches, inputs):
        """One member's logits; None is the frozen base."""
        cache = {} if caches is None else {"past_key_values": caches.get(member), "use_cache": True}
        with self.model.disable_adapter() if member is None else contextlib.nullcontext():
            if member is not None:
                self.model.set_adapter(member)
            out = self.model(input_ids=input_ids, **cache, **inputs)
        if caches is not None:
            caches[member] = out.past_key_values
        return out.logits.float()

    @torch.no_grad()
    def forward(self, input_ids, dataset=None, caches=None, weights=None, **inputs):
        """Weighted sum of the members' logits, (batch, seq, vocabulary); boosting members add their difference from the base.
        `weights` are those of `weigh`; without them the whole of `input_ids` counts as the prompt."""
        weights = self.weigh(input_ids, dataset) if weights is None else weights
        base = torch.full((len(input_ids),), 0 if self.gate else self.base_weights.get(dataset, 0), device=input_ids.device)
        parts = [*zip(self.members, weights.unbind(1)), (None, base)]
        return sum(weight.float()[:, None, None] * self._logits(member, input_ids, caches, inputs) for member, weight in parts if bool(weight.any()))

    @torch.no_grad()
    def generate(self, input_ids, dataset=None, max_new_tokens=64, temperature=0.0):
        """Rows of equal length; temperature 0 takes the likeliest token. Stops when every row has ended."""
        end = self.model.generation_config.eos_token_id
        ends = torch.tensor([] if end is None else [end] if isinstance(end, int) else list(end), device=input_ids.device)
        weights = self.weigh(input_ids, dataset)
        done, caches, ids, step = torch.zeros(len(input_ids), dtype=torch.bool, device=input_ids.device), {}, input_ids, input_ids
        while ids.shape[1] < input_ids.shape[1] + max_new_tokens and not bool(done.all()):
            last = self.forward(step, dataset, caches, weights)[:, -1]
            step = torch.multinomial(torch.softmax(last / temperature, -1), 1) if temperature > 0 else last.argmax(-1, keepdim=True)
            ids, done = torch.cat([ids, step], 1), done | torch.isin(step[:, 0], ends)
        return ids

def load(folder, base):
    folder = pathlib.Path(folder)
    manifest = json.loads((folder / "ensemble.json").read_text(encoding="utf-8"))
    if manifest["schema_version"].split(".")[0] != "1":
        raise ValueError(f"this bundle has the format {manifest['schema_version']}; this loader reads 1.x")
    check_files(folder)
    check_base(manifest, base)
    model = functools.reduce(lambda model, name: add_member(model, base, folder, name), manifest["members"], None)
    gate = manifest["combine"].get("gate")
    return Ensemble(model, manifest["members"], manifest["combine"], gate and json.loads((folder / gate).read_text(encoding="utf-8")))
