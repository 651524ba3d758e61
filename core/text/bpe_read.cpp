// Reading the BPE model from tokenizer.json.
#include "core/text/bpe.h"
#include "core/text/bpe_merges.h"
#include "core/text/unicode_text.h"

namespace consort {

namespace {

std::pair<std::string, std::string> mergePair(const JsonPlace& place) {
    if (place.value().isList()) {
        if (place.size() != 2) place.corrupt("must be a pair of strings");
        return {place.item(0).string(), place.item(1).string()};
    }
    const std::string& text = place.string();
    const std::size_t blank = text.find(' ');
    if (blank == std::string::npos || text.find(' ', blank + 1) != std::string::npos) place.corrupt("must be two tokens with a blank between");
    return {text.substr(0, blank), text.substr(blank + 1)};
}

std::size_t charCount(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) nextCodePoint(text, at);
    return count;
}

}  // namespace

Bpe::Bpe(const JsonPlace& model) {
    prefix_ = model.stringOr("continuing_subword_prefix", "");
    suffix_ = model.stringOr("end_of_word_suffix", "");
    plainChars_ = prefix_.empty() && suffix_.empty();
    fuseUnknown_ = model.boolOr("fuse_unk", false);
    byteFallback_ = model.boolOr("byte_fallback", false);
    ignoreMerges_ = model.boolOr("ignore_merges", false);
    readVocabulary(model.at("vocab"));
    readMerges(model.at("merges"));
    if (const auto unknown = model.find("unk_token")) {
        unknownId_ = idOf(unknown->string());
        if (!unknownId_) unknown->corrupt("names a token that is not in the vocabulary: '" + unknown->string().substr(0, 40) + "'");
    }
    readByteTokens();
}

void Bpe::readVocabulary(const JsonPlace& vocabulary) {
    const Value::Object& members = vocabulary.object();
    ids_.reserve(members.size());
    for (const auto& [token, value] : members) {
        const std::int32_t id = vocabulary.member(token, value).tokenId();
        const auto [entry, isNew] = ids_.emplace(token, id);
        if (id >= static_cast<std::int32_t>(tokens_.size())) tokens_.resize(static_cast<std::size_t>(id) + 1, nullptr);
        if (!isNew || tokens_[static_cast<std::size_t>(id)]) {
            vocabulary.member(token, value).corrupt("has the id " + std::to_string(id) + ", which another token has too");
        }
        tokens_[static_cast<std::size_t>(id)] = &entry->first;
    }
}

void Bpe::readMerges(const JsonPlace& merges) {
    const std::size_t count = merges.size();
    merges_ = std::make_unique<BpeMergeTable>(count);
    const std::size_t cut = charCount(prefix_);
    for (std::size_t rank = 0; rank < count; ++rank) {
        const JsonPlace place = merges.item(rank);
        const auto [left, right] = mergePair(place);
        const auto leftId = idOf(left), rightId = idOf(right);
        const auto mergedId = right.size() < cut ? std::nullopt : idOf(left + right.substr(cut));
        if (!leftId || !rightId || !mergedId) {
            place.corrupt("merges '" + left.substr(0, 30) + "' and '" + right.substr(0, 30) + "', but they or their union are not in the vocabulary");
        }
        merges_->insert(BpeMergeTable::pairOf(*leftId, *rightId), static_cast<std::int32_t>(rank), *mergedId);
    }
}

void Bpe::readByteTokens() {
    for (int c = 0; c < 128; ++c) asciiIds_[static_cast<std::size_t>(c)] = idOf(std::string(1, static_cast<char>(c))).value_or(-1);
    constexpr char kDigits[] = "0123456789ABCDEF";
    for (std::size_t b = 0; b < 256; ++b) {
        byteIds_[b] = idOf(std::string("<0x") + kDigits[b >> 4] + kDigits[b & 15] + '>').value_or(-1);
    }
}

}  // namespace consort
