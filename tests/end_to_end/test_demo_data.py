"""The embedded demo's data: what the generator promises, and that its families cannot be read off the texts, labels or names."""
import collections
import itertools
import json
import subprocess
import sys

import numpy
import pytest
from consort import DEMO
from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.metrics import adjusted_rand_score

sys.dont_write_bytecode = True
sys.path.insert(0, str(DEMO))
import generate  # noqa: E402

SPLITS = ("train", "valid", "test")
NAMES = list(generate.DATASETS)
FAMILIES = [generate.DATASETS[name][1] for name in NAMES]


def rows(name, split):
    return [json.loads(line) for line in (DEMO / name / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()]


def texts(name):
    return [row["text"] for row in rows(name, "train")]


def test_regenerating_with_seed_0_gives_the_committed_bytes(tmp_path):
    subprocess.run([sys.executable, DEMO / "generate.py", "--seed", "0", "--out", tmp_path], check=True)
    made = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*.jsonl"))
    assert made == sorted(path.relative_to(DEMO) for path in DEMO.rglob("*.jsonl"))
    assert len(made) == len(NAMES) * len(SPLITS)
    for path in made:
        assert (tmp_path / path).read_bytes() == (DEMO / path).read_bytes(), path


def test_another_seed_gives_other_rows():
    assert generate.rows_of(NAMES[0], 1) != generate.rows_of(NAMES[0], 0)


def test_there_are_ten_datasets_in_three_families_of_at_least_three():
    assert len(NAMES) == 10
    counts = collections.Counter(FAMILIES)
    assert len(counts) == 3 and min(counts.values()) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_no_text_occurs_twice_in_a_dataset(name):
    seen = [row["text"] for split in SPLITS for row in rows(name, split)]
    assert len(seen) == len(set(seen)) == sum(generate.ROWS.values())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("split", SPLITS)
def test_labels_are_balanced_and_texts_short(name, split):
    found = rows(name, split)
    counts = collections.Counter(row["label"] for row in found)
    assert set(counts) == set(generate.LABELS) and len(set(counts.values())) == 1
    assert max(len(row["text"].split()) for row in found) <= 16


def test_names_and_labels_do_not_name_the_family():
    for name, family in zip(NAMES, FAMILIES):
        assert family not in name
        assert {row["label"] for row in rows(name, "train")} == set(generate.LABELS)


@pytest.mark.parametrize("vectorizer", [CountVectorizer, TfidfVectorizer])
def test_clustering_the_words_without_labels_does_not_find_the_families(vectorizer):
    bags = vectorizer().fit_transform([" ".join(texts(name)) for name in NAMES]).toarray().astype(float)
    bags /= numpy.linalg.norm(bags, axis=1, keepdims=True)
    for seed in range(5):
        found = KMeans(n_clusters=3, n_init=10, random_state=seed).fit_predict(bags)
        assert adjusted_rand_score(FAMILIES, found) < 0.5


def test_every_word_of_a_rule_occurs_in_every_dataset_so_no_keyword_tells_the_family():
    words = generate.BRIGHT + generate.DARK + generate.MANY + generate.FEW + generate.EARLY + generate.LATE
    for name, word in itertools.product(NAMES, words):
        assert any(word in text.lower() for text in texts(name)), (name, word)


def test_datasets_of_one_scene_share_words_but_not_rules():
    for one, other in itertools.combinations(NAMES, 2):
        (scene, family), (other_scene, other_family) = generate.DATASETS[one], generate.DATASETS[other]
        if scene == other_scene:
            words = [set(" ".join(texts(name)).lower().split()) for name in (one, other)]
            assert family != other_family
            assert len(words[0] & words[1]) / len(words[0] | words[1]) > 0.8
