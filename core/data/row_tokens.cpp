#include "core/data/row_tokens.h"

#include <algorithm>

namespace consort {
namespace {

constexpr const char* kBlanks = " \t\r\n";

bool startsWithBlank(const std::string& text) { return !text.empty() && std::string_view(kBlanks).find(text.front()) != std::string_view::npos; }

}  // namespace

RowEncoder::RowEncoder(const Tokenizer& tokenizer, std::int64_t maxTokens) : tokenizer_(tokenizer), maxTokens_(maxTokens) {
    // A tokenizer that prepends ▁ turns one blank into two of them.
    const auto mark = tokenizer.idOf("▁");
    if (mark && tokenizer.encode(" ") != TokenIds{*mark}) lonePrefix_ = mark;
}

TokenIds RowEncoder::encodeAlone(const std::string& target) const {
    TokenIds ids = tokenizer_.encode(target);
    if (lonePrefix_ && ids.size() > 1 && ids.front() == *lonePrefix_) ids.erase(ids.begin());
    return ids;
}

void RowEncoder::appendEnd(TokenIds& ids) const {
    const auto end = tokenizer_.eosId();
    if (end && (ids.empty() || ids.back() != *end)) ids.push_back(*end);
}

std::vector<std::string> RowEncoder::targetTexts(const RowText& row, const std::string& prompt) {
    const std::string blanks = row.prompt.substr(prompt.size());
    std::vector<std::string> texts;
    for (const std::string& target : row.targets) {
        const bool separate = blanks.empty() && !prompt.empty() && !row.filledGap && !startsWithBlank(target);
        texts.push_back((separate ? " " : blanks) + target);
    }
    return texts;
}

std::vector<TokenIds> RowEncoder::targetIds(const std::string& prompt, const TokenIds& promptIds, const std::vector<std::string>& texts) const {
    std::vector<TokenIds> targets;
    for (const std::string& text : texts) {
        const TokenIds whole = tokenizer_.encode(prompt + text);
        const bool isPrefix = whole.size() > promptIds.size() && std::equal(promptIds.begin(), promptIds.end(), whole.begin());
        if (!isPrefix) break;
        targets.emplace_back(whole.begin() + static_cast<std::ptrdiff_t>(promptIds.size()), whole.end());
    }
    if (targets.size() == texts.size()) return targets;
    targets.clear();
    for (const std::string& text : texts) targets.push_back(encodeAlone(text));
    return targets;
}

std::optional<Example> RowEncoder::encode(const RowText& row) const {
    const auto last = row.prompt.find_last_not_of(kBlanks);
    Example example;
    example.text = last == std::string::npos ? "" : row.prompt.substr(0, last + 1);
    const TokenIds promptIds = tokenizer_.encode(example.text);
    std::vector<TokenIds> targets = targetIds(example.text, promptIds, targetTexts(row, example.text));
    if (!row.gold) appendEnd(targets.front());

    std::size_t longest = 0;
    for (const TokenIds& target : targets) {
        if (target.empty()) return std::nullopt;
        longest = std::max(longest, target.size());
    }
    const TokenIds& begin = tokenizer_.prefixIds();
    const auto room = maxTokens_ - static_cast<std::int64_t>(longest + begin.size());
    const auto length = static_cast<std::int64_t>(promptIds.size());
    if (room < 0 || (begin.empty() && std::min(room, length) == 0)) return std::nullopt;

    example.truncated = length > room;
    example.promptIds = begin;
    example.promptIds.insert(example.promptIds.end(), promptIds.end() - std::min(room, length), promptIds.end());
    example.gold = row.gold;
    example.targetIds = targets[static_cast<std::size_t>(row.gold.value_or(0))];
    if (row.gold) example.choices = std::move(targets);
    return example;
}

std::optional<Example> RowEncoder::encodeChat(const ChatText& chat) const {
    const auto& said = chat.lossMask;
    const TokenIds& bos = tokenizer_.prefixIds();
    const bool begins = !bos.empty() && bos.size() < chat.ids.size() && std::equal(bos.begin(), bos.end(), chat.ids.begin());
    const std::size_t lead = begins ? bos.size() : 1;  // what a prompt keeps in any case
    const auto end = static_cast<std::size_t>(said.rend() - std::find(said.rbegin(), said.rend(), true));
    std::optional<std::size_t> first, fitting;
    for (std::size_t t = lead; t < end; ++t) {
        if (!said[t] || (t > lead && said[t - 1])) continue;
        if (!first) first = t;
        if (!fitting && static_cast<std::int64_t>(end - t + lead) <= maxTokens_) fitting = t;
    }
    if (!fitting) return std::nullopt;

    const std::size_t kept = std::min(*fitting - lead, static_cast<std::size_t>(maxTokens_) - (end - *fitting) - lead);
    const auto at = [&](std::size_t token) { return chat.ids.begin() + static_cast<std::ptrdiff_t>(token); };
    Example example;
    example.truncated = kept < *fitting - lead || *fitting != *first;
    example.text = tokenizer_.decode(TokenIds(chat.ids.begin(), at(*fitting)), true);
    if (begins) example.promptIds = bos;
    example.promptIds.insert(example.promptIds.end(), at(*fitting - kept - (begins ? 0 : 1)), at(*fitting));
    example.targetIds.assign(at(*fitting), at(end));
    const std::vector<bool> mask(said.begin() + static_cast<std::ptrdiff_t>(*fitting), said.begin() + static_cast<std::ptrdiff_t>(end));
    if (std::find(mask.begin(), mask.end(), false) != mask.end()) example.lossMask = mask;
    return example;
}

std::vector<Example> RowEncoder::encodeText(const std::string& text) const {
    TokenIds ids = tokenizer_.encode(text);
    appendEnd(ids);
    const TokenIds& begin = tokenizer_.prefixIds();
    const std::size_t lead = begin.empty() ? 1 : begin.size();
    const std::size_t room = static_cast<std::size_t>(maxTokens_) - (begin.empty() ? 0 : begin.size());
    std::vector<Example> rows;
    for (std::size_t at = 0; at < ids.size(); at += room) {
        const TokenIds piece(ids.begin() + static_cast<std::ptrdiff_t>(at), ids.begin() + static_cast<std::ptrdiff_t>(std::min(at + room, ids.size())));
        Example row;
        row.promptIds = begin.empty() ? TokenIds(piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(lead)) : begin;
        row.targetIds = TokenIds(piece.begin() + (begin.empty() ? static_cast<std::ptrdiff_t>(lead) : 0), piece.end());
        if (begin.empty()) row.text = tokenizer_.decode(row.promptIds);
        if (!row.targetIds.empty()) rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace consort
