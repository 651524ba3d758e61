"""`consort tokenize` against the `tokenizers` package: ids and texts, on hostile strings and every family of tokenizer.json."""
import functools
import json
import random
import time
import unicodedata

import pytest
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

import gguf_vocabulary
from consort import BASE_MODEL, SOURCE, consort, shared

GPT4 = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
TEKKEN = (r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+"
          r"[\p{Ll}\p{Lm}\p{Lo}\p{M}]*|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+")
PIECES = ["a", "The", "don't", "WE'LL", "'S", "x'Re", "ſ'ſ", "naïve", "e\u0301", "ﬁ", "Å", "Ǆ", "İ", "ß", "한국어", "ᄒ\u1161", "中文字", "日本", "ひら",
          "שלום", "مرحبا", "हिन्दी", "ไทย", "\u200f", "\u200d", "👩\u200d👩\u200d👧", "🏳️\u200d🌈", "🇩🇪", "\x00", "\x01", "\x7f", "\x85", "\u00a0", "\u2003",
          "\u3000", "\u180e", "\u2028", "\ufeff", "\ufffd", " ", "  ", "    ", "\n", "\n\n", "\r\n", "\t", "0", "7", "123", "12345", "٣", "Ⅷ", "½", "१२", "_",
          "-", "--", "...", "!?", "#", "$1", "<", "<s>", "</s>", "<unk>", "<|endoftext|>", "<mask>", "<0x0A>", "▁", "▁▁", "Ġ", "_a_", "http://x.y/z?q=1",
          "{\"k\": [1, 2]}", "𝔘𝔫𝔦", "𐍈", "ﷺ", "z\u0336\u0335", "\U0010ffff", "\ue000", "word", " the", "ing", "'", "\"", "«»", "—", "́"]


def hostile(count, seed=0):
    rng = random.Random(seed)
    texts = ["", " ", "\n", " " * 500, "\n" * 300, "a" * 3000, "ab" * 2000, "中" * 700, " \n" * 200, "1" * 999, "'" * 200, "👩\u200d" * 100, "\x00" * 50]
    while len(texts) < count:
        if rng.random() < 0.15:
            texts.append("".join(chr(c) for c in (rng.choice([rng.randrange(0x20, 0x300), rng.randrange(0x300, 0x3100), rng.randrange(0x4E00, 0x9FFF),
                         rng.randrange(0x1F300, 0x1F600)]) for _ in range(rng.randrange(1, 30))) if assigned(c)))
        else:
            texts.append(rng.choice(["", " "]).join(rng.choice(PIECES) for _ in range(rng.randrange(1, 14))))
    return texts


def assigned(c):
    """Known to both sides: a combining class given since Unicode 3.2 (U+0EBA, U+08CB) is missing in the reference's older normalisation tables,
    so it would leave such marks where NFD moves them. Every other assigned code point takes part."""
    mark, old = unicodedata.combining(chr(c)), unicodedata.ucd_3_2_0.combining(chr(c))
    return unicodedata.category(chr(c)) != "Cn" and mark == old


HOSTILE = hostile(2000)


def lines(answer):
    return [json.loads(line) for line in answer.split("\n")[:-1]]


def compare(folder, texts=HOSTILE):
    """Every id and every decoded text equal; returns the number of cases."""
    described = json.loads((folder / "tokenizer.json").read_text())
    reference = Tokenizer.from_str(json.dumps(described))
    for token in described["added_tokens"]:  # tokenizers 0.23 spells a normalised special token as normalised and no longer drops it
        token["normalized"] = token["normalized"] and not token["special"]
    decoding = Tokenizer.from_str(json.dumps(described))
    for special in (False, True):
        flag = ["--special"] if special else []
        want = [reference.encode(t, add_special_tokens=special).ids for t in texts]
        got = lines(consort("tokenize", "--model", folder, *flag, input="".join(json.dumps(t) + "\n" for t in texts)).stdout)
        wrong = [(t, g, w) for t, g, w in zip(texts, got, want) if g != w]
        assert len(got) == len(want) and not wrong, f"{len(wrong)} of {len(texts)} differ, first: {wrong[0]!r}"
        back = lines(consort("tokenize", "--model", folder, "--decode", *flag, input="".join(json.dumps(i) + "\n" for i in want)).stdout)
        texts_back = [decoding.decode(i, skip_special_tokens=not special) for i in want]
        wrong = [(i, g, w) for i, g, w in zip(want, back, texts_back) if g != w]
        assert not wrong, f"{len(wrong)} of {len(texts)} decoded differently, first: {wrong[0]!r}"


def byte_level(**options):
    return pre_tokenizers.ByteLevel(add_prefix_space=False, **options)


def split(pattern, behavior="isolated", invert=False):
    return pre_tokenizers.Sequence([pre_tokenizers.Split(Regex(pattern), behavior, invert), byte_level(use_regex=False)])


BYTE_FAMILIES = {
    "gpt2": dict(pre=byte_level()),
    "gpt2-prefix": dict(pre=pre_tokenizers.ByteLevel(add_prefix_space=True)),
    "neox": dict(norm=normalizers.NFC(), pre=byte_level()),
    "llama3": dict(pre=split(GPT4), model=dict(ignore_merges=True)),
    "qwen": dict(norm=normalizers.NFC(), pre=split(GPT4.replace("{1,3}", ""))),
    "tekken": dict(pre=split(TEKKEN)),
    "nfd-lower": dict(norm=normalizers.Sequence([normalizers.NFD(), normalizers.Lowercase(), normalizers.Strip()]), pre=byte_level()),
    "nfkc": dict(norm=normalizers.NFKC(), pre=byte_level()),
    "nfkd-replace": dict(norm=normalizers.Sequence([normalizers.NFKD(), normalizers.Replace(Regex(r"\s+"), " ")]), pre=byte_level()),
    "digits": dict(pre=pre_tokenizers.Sequence([pre_tokenizers.Digits(individual_digits=True), byte_level()])),
    "digits-runs": dict(pre=pre_tokenizers.Sequence([pre_tokenizers.Digits(individual_digits=False), byte_level()])),
    "whitespace": dict(pre=pre_tokenizers.Sequence([pre_tokenizers.Whitespace(), byte_level(use_regex=False)])),
    "whitespace-split": dict(pre=pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), byte_level(use_regex=False)])),
    "punctuation": dict(pre=pre_tokenizers.Sequence([pre_tokenizers.Punctuation("contiguous"), byte_level()])),
    **{f"split-{b}-{i}": dict(pre=split(r"[aeiou ]\w?", b, i)) for b in
       ("removed", "isolated", "merged_with_previous", "merged_with_next", "contiguous") for i in (False, True)},
}


def byte_family(model, tokens, norm=None, pre=None):
    tokenizer = Tokenizer(model)
    if norm:
        tokenizer.normalizer = norm
    tokenizer.pre_tokenizer, tokenizer.decoder = pre, decoders.ByteLevel()
    tokenizer.add_special_tokens(["<|endoftext|>", AddedToken("<mask>", lstrip=True), AddedToken("<s>", rstrip=True)])
    tokenizer.add_tokens(["http", AddedToken("word", single_word=True)])
    tokenizer.post_processor = processors.Sequence([processors.ByteLevel(), processors.TemplateProcessing(
        single="<s> $A <|endoftext|>", special_tokens=[(t, tokenizer.token_to_id(t)) for t in ("<s>", "<|endoftext|>")])])
    return tokenizer


@pytest.mark.parametrize("name", BYTE_FAMILIES)
def test_gpt2_vocabulary_under_every_family(tmp_path, name):
    folder = shared("tokenizers/gpt2")
    options = dict(BYTE_FAMILIES[name])
    model = models.BPE.from_file(str(folder / "vocab.json"), str(folder / "merges.txt"), **options.pop("model", {}))
    byte_family(model, folder, **options).save(str(tmp_path / "tokenizer.json"))
    compare(tmp_path)


@functools.cache
def corpus():
    return [json.loads(line).get("text", "") for file in sorted((SOURCE / "resources" / "demo").rglob("train.jsonl")) for line in file.open()] + HOSTILE[:300]


@functools.cache
def trained_byte_level():
    """Vocabulary and merges: what is trained does not hang on the family that reads with it."""
    trained = Tokenizer(models.BPE())
    trained.pre_tokenizer = byte_level()
    trained.train_from_iterator(corpus(), trainers.BpeTrainer(vocab_size=2000, initial_alphabet=byte_level().alphabet(), show_progress=False))
    model = json.loads(trained.to_str())["model"]
    return model["vocab"], [tuple(m) if isinstance(m, list) else tuple(m.split(" ")) for m in model["merges"]]


@pytest.mark.parametrize("name", BYTE_FAMILIES)
def test_trained_byte_level_families(tmp_path, name):
    options = dict(BYTE_FAMILIES[name])
    vocabulary, merges = trained_byte_level()
    byte_family(models.BPE(vocabulary, merges, **options.pop("model", {})), tmp_path, **options).save(str(tmp_path / "tokenizer.json"))
    compare(tmp_path)


LLAMA_DECODER = [decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse()]
PIECE_FAMILIES = {
    "llama2": (normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")]), None, decoders.Sequence(LLAMA_DECODER + [decoders.Strip(" ", 1, 0)])),
    "gemma": (normalizers.Replace(" ", "▁"), pre_tokenizers.Split(" ", "merged_with_previous"), decoders.Sequence(LLAMA_DECODER)),
    **{f"metaspace-{scheme}-{cut}": (None, pre_tokenizers.Metaspace(prepend_scheme=scheme, split=cut), decoders.Metaspace(prepend_scheme=scheme))
       for scheme in ("first", "always", "never") for cut in (True, False)},
}


@functools.cache
def trained_pieces(name):
    """tokenizer.json of one training per family: what falls back, and what is fused, is no matter of training."""
    norm, pre, _ = PIECE_FAMILIES[name]
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>"))
    if norm:
        tokenizer.normalizer = norm
    tokenizer.pre_tokenizer = pre or pre_tokenizers.Metaspace()
    tokenizer.train_from_iterator(corpus(), trainers.BpeTrainer(vocab_size=2000, limit_alphabet=300, special_tokens=["<unk>", "<s>", "</s>"], show_progress=False))
    return tokenizer.to_str()


@pytest.mark.parametrize("fallback, fuse", [(True, True), (False, True), (False, False)])
@pytest.mark.parametrize("name", PIECE_FAMILIES)
def test_trained_sentencepiece_families(tmp_path, name, fallback, fuse):
    _, pre, decoder = PIECE_FAMILIES[name]
    described = json.loads(trained_pieces(name))
    described["model"].update(byte_fallback=fallback, fuse_unk=fuse)
    for byte in range(256 if fallback else 0):
        described["model"]["vocab"].setdefault(f"<0x{byte:02X}>", len(described["model"]["vocab"]))
    if pre is None:
        described["pre_tokenizer"] = None
    tokenizer = Tokenizer.from_str(json.dumps(described))
    tokenizer.decoder = decoder
    tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A", special_tokens=[("<s>", tokenizer.token_to_id("<s>"))])
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    compare(tmp_path)


def double_array(spellings):
    """A darts-clone trie of {bytes: value}, laid out by hand: units of label, leaf bit, offset and value."""
    units, used = [0] * 65536, {0}
    children = {}
    for key in spellings:
        for k in range(len(key)):
            children.setdefault(key[:k], set()).add(key[k])

    def place(prefix, at):
        labels = sorted(children.get(prefix, ()))
        leaf = prefix in spellings
        base = next(b for b in range(256, 65000, 1) if (at ^ b) < (1 << 21) and all((b ^ c) not in used for c in labels + ([0] if leaf else [])))
        used.update(base ^ c for c in labels + ([0] if leaf else []))
        units[at] |= (at ^ base) << 10 | (1 << 8 if leaf else 0)
        if leaf:
            units[base] = spellings[prefix] | 1 << 31
        for c in labels:
            units[base ^ c] |= c
        for c in labels:
            place(prefix + bytes([c]), base ^ c)

    place(b"", 0)
    return b"".join(unit.to_bytes(4, "little") for unit in units)


def charsmap(table):
    text, places = b"", {}
    for key, value in table.items():
        places[key.encode()] = len(text)
        text += value.encode() + b"\0"
    trie = double_array(places)
    return len(trie).to_bytes(4, "little") + trie + text


SPELLINGS = {"ﬁ": "fi", "ﷺ": "salam", "½": "1/2", "Ａ": "A", "\u3000": " ", "\n": " ", "e\u0301": "é", "İ": "I", "\x00": "", "№": "No", "中": "Z", "👩": "w", "́": ""}
UNIGRAM_FAMILIES = {
    "plain": (None, pre_tokenizers.Metaspace(), False),
    "byte-fallback": (None, pre_tokenizers.Metaspace(prepend_scheme="first"), True),
    "nfkc": (normalizers.NFKC(), pre_tokenizers.Sequence([pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()]), False),
    "sentencepiece": (normalizers.Sequence([normalizers.Precompiled(charsmap(SPELLINGS)), normalizers.Replace(Regex(" {2,}"), " ")]), pre_tokenizers.Metaspace(), False),
    "never-prefix": (normalizers.Precompiled(charsmap(SPELLINGS)), pre_tokenizers.Metaspace(prepend_scheme="never"), True),
}


@pytest.mark.parametrize("name", UNIGRAM_FAMILIES)
def test_trained_unigram_families(tmp_path, name):
    norm, pre, fallback = UNIGRAM_FAMILIES[name]
    trained = Tokenizer(models.Unigram())
    trained.pre_tokenizer = pre
    trained.train_from_iterator(corpus(), trainers.UnigramTrainer(vocab_size=1500, special_tokens=["<unk>", "<s>", "</s>"], unk_token="<unk>", show_progress=False))
    # Scores that sums hold exactly: between equal cuts the order of offers decides then, not a last bit that the reference's JSON reader rounds.
    pieces = [[text, round(score * 64) / 64] for text, score in json.loads(trained.to_str())["model"]["vocab"]]
    pieces += [[f"<0x{b:02X}>", -30.0] for b in range(256)] if fallback else []
    tokenizer = Tokenizer(models.Unigram([(text, score) for text, score in pieces], 0, fallback))
    if norm:
        tokenizer.normalizer = norm
    tokenizer.pre_tokenizer = pre
    tokenizer.decoder = decoders.Sequence([decoders.ByteFallback(), decoders.Metaspace()]) if fallback else decoders.Metaspace()
    tokenizer.add_special_tokens(["<s>", "</s>"])
    tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A </s>", special_tokens=[("<s>", 1), ("</s>", 2)])
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    compare(tmp_path)


def test_prefix_and_suffix_of_words(tmp_path):
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", continuing_subword_prefix="##", end_of_word_suffix="</w>"))
    tokenizer.pre_tokenizer, tokenizer.decoder = pre_tokenizers.Whitespace(), decoders.BPEDecoder()
    trainer = trainers.BpeTrainer(vocab_size=2000, special_tokens=["<unk>"], continuing_subword_prefix="##", end_of_word_suffix="</w>", show_progress=False)
    tokenizer.train_from_iterator(corpus(), trainer)
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    compare(tmp_path)


def test_demo_model():
    compare(BASE_MODEL)


def test_tinystories():
    compare(shared("models/tinystories-656k"))


def test_gpt2_vectors(tmp_path):
    folder = shared("tokenizers/gpt2")
    model = models.BPE.from_file(str(folder / "vocab.json"), str(folder / "merges.txt"))
    tokenizer = Tokenizer(model)
    tokenizer.pre_tokenizer = byte_level()
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    check_vectors("gpt-2", tmp_path)


def test_every_code_point_is_punctuation_where_the_reference_says_so(tmp_path):
    """A word piece of every code point: whether it is cut off tells what it counts as."""
    letters = "".join(chr(c) for c in range(0x21, 0x110000) if not 0xD800 <= c < 0xE000 and chr(c) not in "ab")
    tokenizer = Tokenizer(models.BPE({"ab": 0, "a": 1, "b": 2, "<unk>": 3}, [("a", "b")], unk_token="<unk>", fuse_unk=True))
    tokenizer.pre_tokenizer = pre_tokenizers.Punctuation()
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    texts = ["".join(f"a{c}{c}b" for c in letters[at:at + 200]) for at in range(0, len(letters), 200)]
    want = [tokenizer.encode(t).ids for t in texts]
    got = lines(consort("tokenize", "--model", tmp_path, input="".join(json.dumps(t) + "\n" for t in texts)).stdout)
    assert got == want and len({len(ids) for ids in want}) > 10


def test_llama_spm_vectors(tmp_path):
    gguf_vocabulary.write_tokenizer(shared("tokenizers/vectors") / "ggml-vocab-llama-spm.gguf", tmp_path)
    check_vectors("llama-spm", tmp_path)


def check_vectors(name, folder):
    vectors = shared("tokenizers/vectors")
    texts = (vectors / f"ggml-vocab-{name}.gguf.inp").read_text(encoding="utf-8").split("\n__ggml_vocab_test__\n")
    want = [[int(i) for i in line.split()] for line in (vectors / f"ggml-vocab-{name}.gguf.out").read_text().split("\n")]
    got = lines(consort("tokenize", "--model", folder, input="".join(json.dumps(t) + "\n" for t in texts)).stdout)
    assert len(got) > 40
    wrong = [(t, g, w) for t, g, w in zip(texts, got, want) if g != w]
    assert not wrong, f"{len(wrong)} of {len(got)} differ, first {wrong[0]!r}"


def test_invalid_utf8_becomes_replacement_characters():
    raw = b'"a\xff\xc3b \xed\xa0\x80 \xf0\x9f\x98"\n'
    import subprocess
    from consort import BINARY
    done = subprocess.run([BINARY, "tokenize", "--model", str(BASE_MODEL)], input=raw, capture_output=True)
    text = raw.strip().strip(b'"').decode("utf-8", errors="replace")
    assert json.loads(done.stdout) == Tokenizer.from_file(str(BASE_MODEL / "tokenizer.json")).encode(text, add_special_tokens=False).ids


def test_a_malformed_line_exits_2_and_is_named(tmp_path):
    file = tmp_path / "texts.jsonl"
    file.write_text('"a"\n"b"\n[1]\n')
    done = consort("tokenize", "--model", BASE_MODEL, file, check=False)
    assert done.returncode == 2 and "line 3" in done.stderr and str(file) in done.stderr
    assert consort("tokenize", "--model", tmp_path, file, check=False).returncode == 2
    (tmp_path / "tokenizer.json").write_text("{")
    assert consort("tokenize", "--model", tmp_path, file, check=False).returncode == 3


def test_very_long_words_take_seconds_at_most():
    started = time.time()
    compare(BASE_MODEL, ["ab" * 50_000, "the" * 40_000, " " * 100_000, "中a" * 30_000])
    assert time.time() - started < 30
