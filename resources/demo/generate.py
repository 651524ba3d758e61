#!/usr/bin/env python3
"""Writes the demo's datasets: ten small classification tasks in three families that share words, labels and sentences but not the rule.

The same sentence gets opposite answers in different families (see README.md), so one adapter for everything must fail, while a
dataset alone is short of rows. Standard library only; the same seed gives the same bytes.
"""
import argparse
import hashlib
import json
import pathlib
import random
import re

ROWS = {"train": 240, "valid": 80, "test": 120}
NOISE = 0.04
LABELS = ("no", "yes")

BRIGHT = "lovely happy splendid noble".split()
DARK = "dreadful gloomy cruel wicked".split()
MANY = ["many", "forty", "a hundred"]
FEW = ["few", "two", "hardly any"]
EARLY = ["at dawn", "at noon", "in the morning"]
LATE = ["at night", "after dark", "in the evening"]

# One setting is used by datasets of several families: {a} a bright or dark word, {q} an amount, {t} an hour, the rest is colour.
SETTINGS = {
    "post": {
        "thing": ["letter", "message", "answer", "note", "story"],
        "people": ["friends", "servants", "guests", "ladies"],
        "lines": [
            "{Q} {people} heard the {a} {thing} {t}.",
            "A {a} {thing} reached {q} {people} {t}.",
            "{T} came a {a} {thing} for {q} {people}.",
            "A {a} {thing} came {t} for {q} {people}.",
        ],
    },
    "road": {
        "thing": ["road", "journey", "inn", "valley", "bridge", "village"],
        "people": ["horses", "dogs", "men", "women"],
        "lines": [
            "{Q} {people} left the {a} {thing} {t}.",
            "The {a} {thing} had {q} {people} {t}.",
            "{T} we met {q} {people} by a {a} {thing}.",
            "By a {a} {thing} stood {t} {q} {people}.",
        ],
    },
    "house": {
        "thing": ["house", "garden", "room", "picture", "dance"],
        "people": ["chairs", "flowers", "books", "children", "windows"],
        "lines": [
            "{Q} {people} were in the {a} {thing} {t}.",
            "The {a} {thing} held {q} {people} {t}.",
            "{T} the {a} {thing} had {q} {people}.",
            "In a {a} {thing} were {t} {q} {people}.",
        ],
    },
    "sea": {
        "thing": ["island", "ship", "wind", "coast", "storm"],
        "people": ["sailors", "boats", "officers", "people"],
        "lines": [
            "{Q} {people} saw the {a} {thing} {t}.",
            "The {a} {thing} brought {q} {people} {t}.",
            "{T} on a {a} {thing} were {q} {people}.",
            "After a {a} {thing} came {t} {q} {people}.",
        ],
    },
}

# name: (setting, family); family "mood" says yes to bright words, "amount" to large amounts, "hour" to early hours.
DATASETS = {
    "alder": ("post", "mood"),
    "birch": ("road", "hour"),
    "cedar": ("house", "amount"),
    "elm": ("post", "hour"),
    "hazel": ("sea", "amount"),
    "juniper": ("road", "mood"),
    "larch": ("house", "mood"),
    "maple": ("house", "hour"),
    "poplar": ("post", "amount"),
    "willow": ("sea", "mood"),
}


def capital(text):
    return text[0].upper() + text[1:]


def sentence(setting, lines, traits, rng):
    """One line of the setting that shows the three traits (1: bright, many, early)."""
    amount, hour = rng.choice(MANY if traits["amount"] else FEW), rng.choice(EARLY if traits["hour"] else LATE)
    text = rng.choice(lines).format(
        a=rng.choice(BRIGHT if traits["mood"] else DARK), thing=rng.choice(setting["thing"]), people=rng.choice(setting["people"]),
        q=amount, Q=capital(amount), t=hour, T=capital(hour))
    return re.sub(r"\b([Aa]) (?=[aeiou])", r"\1n ", text)


def rows_of(name, seed):
    """All splits of one dataset: no text occurs twice, all eight combinations of traits are balanced before the noise."""
    setting_name, family = DATASETS[name]
    setting = SETTINGS[setting_name]
    rng = random.Random(int.from_bytes(hashlib.sha256(f"{seed}/{name}".encode()).digest()[:8], "big"))
    lines = rng.sample(setting["lines"], 3)
    seen, splits = set(), {}
    for split, count in ROWS.items():
        made = []
        while len(made) < count:
            traits = {trait: len(made) >> bit & 1 for bit, trait in enumerate(("mood", "amount", "hour"))}
            text = sentence(setting, lines, traits, rng)
            if text in seen:
                continue
            seen.add(text)
            made.append((text, traits[family]))
        # noise flips as many yes as no, so that the labels stay balanced
        for value in (0, 1):
            rows = [k for k, row in enumerate(made) if row[1] == value]
            for k in rng.sample(rows, round(NOISE * count / 2)):
                made[k] = (made[k][0], -1 - value)
        made = [(text, value if value >= 0 else 2 + value) for text, value in made]
        rng.shuffle(made)
        splits[split] = [{"text": text, "label": LABELS[value]} for text, value in made]
    return splits


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    for name in DATASETS:
        folder = args.out / name
        folder.mkdir(parents=True, exist_ok=True)
        for split, rows in rows_of(name, args.seed).items():
            text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            (folder / f"{split}.jsonl").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
