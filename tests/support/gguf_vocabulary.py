"""Tokens, scores and kinds of a GGUF file's vocabulary, and the same as a tokenizer.json of SentencePiece-style BPE."""
import json
import struct

FORMATS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
BYTE_KIND = 6


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def number(self, form):
        value, = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize(form)
        return value

    def text(self):
        length = self.number("Q")
        self.at += length
        return self.data[self.at - length:self.at].decode("utf-8", errors="surrogateescape")

    def value(self, kind):
        if kind == 8:
            return self.text()
        if kind == 9:
            inner, count = self.number("I"), self.number("Q")
            return [self.value(inner) for _ in range(count)]
        return self.number(FORMATS[kind])


def metadata(path):
    reader = Reader(path.read_bytes())
    assert reader.data[:4] == b"GGUF"
    reader.at = 8
    reader.number("Q")
    count = reader.number("Q")
    pairs = {}
    for _ in range(count):
        key = reader.text()
        pairs[key] = reader.value(reader.number("I"))
    return pairs


def merges_by_score(vocabulary, scores):
    """Every way to join two tokens into a third, the best result first: how SentencePiece merges, as a list of merges."""
    found = []
    for token, number in vocabulary.items():
        for cut in range(1, len(token)):
            left, right = token[:cut], token[cut:]
            if left in vocabulary and right in vocabulary:
                found.append((-scores[number], vocabulary[left], vocabulary[right], [left, right]))
    return [pair for *_, pair in sorted(found)]


def write_tokenizer(gguf, target):
    found = metadata(gguf)
    tokens, scores, kinds = (found[f"tokenizer.ggml.{key}"] for key in ("tokens", "scores", "token_type"))
    vocabulary = {token: number for number, token in enumerate(tokens)}
    mergeable = {token: number for token, number in vocabulary.items() if kinds[number] == 1}
    document = {
        "version": "1.0", "added_tokens": [], "pre_tokenizer": None, "post_processor": None,
        "normalizer": {"type": "Sequence", "normalizers": [{"type": "Prepend", "prepend": "▁"},
                                                          {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}]},
        "decoder": {"type": "Sequence", "decoders": [{"type": "Replace", "pattern": {"String": "▁"}, "content": " "}, {"type": "ByteFallback"},
                                                     {"type": "Fuse"}, {"type": "Strip", "content": " ", "start": 1, "stop": 0}]},
        "model": {"type": "BPE", "unk_token": "<unk>", "fuse_unk": True, "byte_fallback": True, "vocab": vocabulary,
                  "merges": merges_by_score(mergeable, scores)},
    }
    (target / "tokenizer.json").write_text(json.dumps(document), encoding="utf-8")
