#include "core/text/added_tokens.h"

#include <algorithm>

#include "core/text/unicode_text.h"

namespace consort {
namespace {

char32_t lastCodePoint(std::string_view text) {
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return nextCodePoint(text, at);
}

/// Begin of the white space that `text` ends with.
std::size_t trailingSpace(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0) {
        std::size_t at = begin - 1;
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
        std::size_t end = at;
        if (!isWhiteSpace(nextCodePoint(text, end))) break;
        begin = at;
    }
    return begin;
}

std::size_t leadingSpace(std::string_view text) {
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size() && isWhiteSpace(nextCodePoint(text, at));) end = at;
    return end;
}

bool standsAlone(std::string_view input, std::size_t begin, std::size_t end) {
    std::size_t after = end;
    return (begin == 0 || !isWordChar(lastCodePoint(input.substr(0, begin)))) &&
           (end == input.size() || !isWordChar(nextCodePoint(input, after)));
}

AddedToken readToken(const JsonPlace& place) {
    AddedToken token;
    token.content = place.at("content").string();
    token.id = place.at("id").tokenId();
    token.singleWord = place.boolOr("single_word", false);
    token.leftStrip = place.boolOr("lstrip", false);
    token.rightStrip = place.boolOr("rstrip", false);
    token.special = place.boolOr("special", false);
    token.normalized = place.boolOr("normalized", !token.special);
    return token;
}

}  // namespace

void TokenFinder::add(std::string_view text, const AddedToken* token) {
    if (text.empty()) return;
    starts_[static_cast<unsigned char>(text[0])] = true;
    std::int32_t node = 0;
    for (const char c : text) {
        const auto [next, isNew] = nodes_[node].next.try_emplace(static_cast<unsigned char>(c), static_cast<std::int32_t>(nodes_.size()));
        node = next->second;
        if (isNew) nodes_.emplace_back();
    }
    if (!nodes_[node].token) nodes_[node].token = token;
}

std::pair<const AddedToken*, std::size_t> TokenFinder::longestAt(std::string_view input, std::size_t at) const {
    std::pair<const AddedToken*, std::size_t> longest{nullptr, at};
    const Node* node = &nodes_[0];
    for (std::size_t end = at; end < input.size();) {
        const auto next = node->next.find(static_cast<unsigned char>(input[end++]));
        if (next == node->next.end()) break;
        node = &nodes_[next->second];
        if (node->token) longest = {node->token, end};
    }
    return longest;
}

void TokenFinder::scan(std::string_view input, const std::function<void(std::string_view)>& text,
                       const std::function<void(const AddedToken&)>& found) const {
    std::size_t done = 0;
    for (std::size_t at = 0; at < input.size() && !empty();) {
        if (!starts_[static_cast<unsigned char>(input[at])]) {
            ++at;
            continue;
        }
        const auto [token, matchEnd] = longestAt(input, at);
        std::size_t begin = at, end = matchEnd;
        at = token ? matchEnd : at + 1;
        if (!token || (token->singleWord && !standsAlone(input, begin, end))) continue;
        if (token->leftStrip) begin = std::max(trailingSpace(input.substr(0, begin)), done);
        if (token->rightStrip) end += leadingSpace(input.substr(end));
        if (done < begin) text(input.substr(done, begin - done));
        found(*token);
        done = end;
    }
    if (done < input.size()) text(input.substr(done));
}

AddedTokens::AddedTokens(const std::optional<JsonPlace>& place, const WordModel& model, const Normalizer& normalizer) {
    for (std::size_t i = 0; place && i < place->size(); ++i) addToken(readToken(place->item(i)), model, place->item(i));
    for (const auto& [id, token] : tokens_) {
        if (!token.normalized) {
            raw_.add(token.content, &token);
            continue;
        }
        std::string text = token.content;
        if (normalizer) normalizer(text);
        normalized_.add(text, &token);
    }
}

void AddedTokens::addToken(AddedToken token, const WordModel& model, const JsonPlace& place) {
    if (token.content.empty()) return;
    const auto known = model.idOf(token.content);
    if (known) token.id = *known;
    const auto [entry, isNew] = tokens_.try_emplace(token.id, token);
    if (!known && model.tokenOf(token.id)) place.corrupt("has the id " + std::to_string(token.id) + " of another token of the vocabulary");
    if (!isNew && entry->second.content != token.content) place.corrupt("has the id " + std::to_string(token.id) + " of another added token");
    if (!ids_.emplace(token.content, token.id).second && ids_.at(token.content) != token.id) place.corrupt("is there twice with different ids");
    entry->second = std::move(token);
}

const AddedToken* AddedTokens::byId(std::int32_t id) const {
    const auto found = tokens_.find(id);
    return found == tokens_.end() ? nullptr : &found->second;
}

const AddedToken* AddedTokens::byText(std::string_view text) const {
    const auto found = ids_.find(text);
    return found == ids_.end() ? nullptr : byId(found->second);
}

}  // namespace consort
