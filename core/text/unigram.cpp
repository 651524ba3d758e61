#include "core/text/unigram.h"

#include <algorithm>
#include <cstdio>

#include "core/base/error.h"
#include "core/text/bpe.h"
#include "core/text/unicode_text.h"

namespace consort {
namespace {

constexpr double kUnknownPenalty = 10;  ///< below the least score

double numberAt(const JsonPlace& place) {
    if (!place.value().isNumber()) place.corrupt("must be a number");
    return place.value().asDouble();
}

std::string byteToken(unsigned char byte) {
    char text[8];
    std::snprintf(text, sizeof text, "<0x%02X>", byte);
    return text;
}

}  // namespace

Unigram::Unigram(const JsonPlace& model) {
    const JsonPlace vocabulary = model.at("vocab");
    if (vocabulary.size() == 0) vocabulary.corrupt("is empty");
    for (std::size_t k = 0; k < vocabulary.size(); ++k) {
        const JsonPlace entry = vocabulary.item(k);
        if (entry.size() != 2) entry.corrupt("must be a token and its score");
        pieces_.push_back({entry.item(0).string(), numberAt(entry.item(1))});
        const auto id = static_cast<std::int32_t>(k);
        ids_[pieces_.back().text] = id;
        if (!pieces_.back().text.empty()) addToTrie(pieces_.back().text, id);
        least_ = k == 0 ? pieces_.back().score : std::min(least_, pieces_.back().score);
    }
    if (const auto unknown = model.find("unk_id")) {
        unknown_ = unknown->tokenId();
        if (*unknown_ > largestId()) unknown->corrupt("is outside the vocabulary");
    }
    byteFallback_ = model.boolOr("byte_fallback", false);
}

void Unigram::addToTrie(const std::string& text, std::int32_t id) {
    std::int32_t at = 0;
    for (const char c : text) {
        const auto [found, isNew] = trie_[static_cast<std::size_t>(at)].next.emplace(static_cast<unsigned char>(c), static_cast<std::int32_t>(trie_.size()));
        at = found->second;
        if (isNew) trie_.emplace_back();
    }
    trie_[static_cast<std::size_t>(at)].id = id;
}

/// Per end in bytes the best way to get there.
std::vector<Unigram::Node> Unigram::bestPaths(std::string_view word) const {
    std::vector<Node> nodes(word.size() + 1);
    const auto offer = [&](std::size_t end, std::size_t begin, std::int32_t id, double score) {
        Node& node = nodes[end];
        const double whole = score + nodes[begin].score;
        if (node.begin < 0 || whole > node.score) node = {id, whole, static_cast<std::int64_t>(begin)};
    };
    for (std::size_t begin = 0; begin < word.size();) {
        std::size_t next = begin;
        nextCodePoint(word, next);
        bool single = false;
        std::int32_t at = 0;
        for (std::size_t end = begin; end < word.size();) {
            const auto& branches = trie_[static_cast<std::size_t>(at)].next;
            const auto branch = branches.find(static_cast<unsigned char>(word[end]));
            if (branch == branches.end()) break;
            at = branch->second;
            ++end;
            const std::int32_t id = trie_[static_cast<std::size_t>(at)].id;
            if (id < 0) continue;
            offer(end, begin, id, pieces_[static_cast<std::size_t>(id)].score);
            single = single || end == next;
        }
        if (!single) {
            if (!unknown_) throw Error(ErrorCode::Corrupt, "the tokenizer meets a character that it does not know, and its Unigram model names no unknown token");
            offer(next, begin, *unknown_, least_ - kUnknownPenalty);
        }
        begin = next;
    }
    return nodes;
}

void Unigram::appendPiece(std::string_view text, TokenIds& ids) const {
    if (const auto id = idOf(text)) {
        ids.push_back(*id);
        return;
    }
    TokenIds bytes;
    for (const char c : text) {
        const auto id = byteFallback_ ? idOf(byteToken(static_cast<unsigned char>(c))) : std::nullopt;
        if (!id) break;
        bytes.push_back(*id);
    }
    if (byteFallback_ && bytes.size() == text.size()) ids.insert(ids.end(), bytes.begin(), bytes.end());
    else if (unknown_) ids.push_back(*unknown_);
}

void Unigram::encodeWord(std::string_view word, TokenIds& ids) const {
    const std::vector<Node> nodes = bestPaths(word);
    std::vector<std::string_view> pieces;
    std::size_t unknownEnd = 0;  // 0: no run of unknown characters waits
    const auto flush = [&](std::size_t begin) {
        if (unknownEnd > 0) pieces.push_back(word.substr(begin, unknownEnd - begin));
        unknownEnd = 0;
    };
    for (std::size_t end = word.size(); end > 0;) {
        const auto begin = static_cast<std::size_t>(nodes[end].begin);
        if (unknown_ && nodes[end].id == *unknown_) {
            if (unknownEnd == 0) unknownEnd = end;
        } else {
            flush(end);
            pieces.push_back(word.substr(begin, end - begin));
        }
        end = begin;
    }
    flush(0);
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) appendPiece(*piece, ids);
}

std::optional<std::int32_t> Unigram::idOf(std::string_view token) const {
    const auto found = ids_.find(std::string(token));
    return found == ids_.end() ? std::nullopt : std::optional(found->second);
}

const std::string* Unigram::tokenOf(std::int32_t id) const {
    return id >= 0 && id <= largestId() ? &pieces_[static_cast<std::size_t>(id)].text : nullptr;
}

std::unique_ptr<WordModel> makeWordModel(const JsonPlace& model) {
    const std::string type = model.stringOr("type", "BPE");
    if (type == "BPE") return std::make_unique<Bpe>(model);
    if (type == "Unigram") return std::make_unique<Unigram>(model);
    if (type == "WordPiece" || type == "WordLevel") {
        model.unsupported("a " + type + " model cannot be read; choose a base model whose tokenizer.json has a BPE or a Unigram model");
    }
    model.unsupported("model '" + type.substr(0, 40) + "' is not supported");
}

}  // namespace consort
