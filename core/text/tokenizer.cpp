#include "core/text/tokenizer.h"

#include <algorithm>

#include "core/text/tokenizer_impl.h"
#include "core/text/unicode_text.h"

namespace consort {
namespace {

template <typename Component>
Component optional(const JsonPlace& top, const char* key, Component (*make)(const JsonPlace&)) {
    const auto place = top.find(key);
    return place ? make(*place) : Component{};
}

}  // namespace

Tokenizer::Impl::Impl(const JsonPlace& top)
    : model(makeWordModel(top.at("model"))),
      normalizer(optional(top, "normalizer", makeNormalizer)),
      preTokenizer(optional(top, "pre_tokenizer", makePreTokenizer)),
      around(optional(top, "post_processor", readPostProcessor)),
      decoder(optional(top, "decoder", makeDecoder)),
      added(top.find("added_tokens"), *model, normalizer) {}

void Tokenizer::Impl::encodeWords(std::string_view text, bool atStart, TokenIds& ids) const {
    WordList list;
    list.words.push_back({text, atStart});
    if (preTokenizer) preTokenizer(list);
    for (const WordList::Word& word : list.words) model->encodeWord(word.text, ids);
}

void Tokenizer::Impl::encodePiece(std::string_view piece, bool atStart, TokenIds& ids) const {
    std::string text(piece);
    if (normalizer) normalizer(text);
    added.normalized().scan(
        text, [&](std::string_view part) { encodeWords(part, atStart && part.data() == text.data(), ids); },
        [&](const AddedToken& token) { ids.push_back(token.id); });
}

TokenIds Tokenizer::encode(std::string_view text, bool special) const {
    std::string repaired;
    if (!isValidUtf8(text)) text = repaired = withReplacedInvalid(text);
    TokenIds ids;
    if (special) ids = impl_->around.before;
    impl_->added.raw().scan(
        text, [&](std::string_view part) { impl_->encodePiece(part, part.data() == text.data(), ids); },
        [&](const AddedToken& token) { ids.push_back(token.id); });
    if (special) ids.insert(ids.end(), impl_->around.after.begin(), impl_->around.after.end());
    return ids;
}

std::string Tokenizer::decode(const TokenIds& ids, bool keepSpecial) const {
    std::vector<std::string> tokens;
    for (const std::int32_t id : ids) {
        const AddedToken* added = impl_->added.byId(id);
        if (added && added->special && !keepSpecial) continue;
        if (const std::string* token = added ? &added->content : impl_->model->tokenOf(id)) tokens.push_back(*token);
    }
    const bool joined = static_cast<bool>(impl_->decoder);
    if (joined) impl_->decoder(tokens);
    std::string text;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!joined && i > 0) text += ' ';
        text += tokens[i];
    }
    return text;
}

std::int32_t Tokenizer::vocabularySize() const { return std::max(impl_->model->largestId(), impl_->added.largestId()) + 1; }

std::optional<std::int32_t> Tokenizer::idOf(std::string_view token) const {
    if (const AddedToken* added = impl_->added.byText(token)) return added->id;
    return impl_->model->idOf(token);
}

const TokenIds& Tokenizer::prefixIds() const { return impl_->around.before; }

std::optional<std::int32_t> Tokenizer::eosId() const { return impl_->eos; }

}  // namespace consort
