#pragma once
// The `added_tokens` of tokenizer.json: texts that are found before anything else and are one token each.
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/word_model.h"
#include "core/text/normalizers.h"

namespace consort {

struct AddedToken {
    std::string content;
    std::int32_t id = 0;
    bool singleWord = false, leftStrip = false, rightStrip = false, normalized = true, special = false;
};

/// Finds the longest of many texts at each place, left to right.
class TokenFinder {
public:
    void add(std::string_view text, const AddedToken* token);
    bool empty() const { return nodes_.size() == 1; }
    /// Calls text(part) and found(token) in order over all of `input`.
    void scan(std::string_view input, const std::function<void(std::string_view)>& text,
              const std::function<void(const AddedToken&)>& found) const;

private:
    struct Node {
        std::map<unsigned char, std::int32_t> next;
        const AddedToken* token = nullptr;
    };
    std::pair<const AddedToken*, std::size_t> longestAt(std::string_view input, std::size_t at) const;

    std::vector<Node> nodes_ = std::vector<Node>(1);
    std::array<bool, 256> starts_{};
};

/// Immutable after construction.
class AddedTokens {
public:
    /// `place` is nullopt where the file has none; `normalizer` may be empty.
    AddedTokens(const std::optional<JsonPlace>& place, const WordModel& model, const Normalizer& normalizer);
    AddedTokens(const AddedTokens&) = delete;
    AddedTokens& operator=(const AddedTokens&) = delete;

    const TokenFinder& raw() const { return raw_; }                ///< looked for before normalising
    const TokenFinder& normalized() const { return normalized_; }  ///< looked for in normalised text
    const AddedToken* byId(std::int32_t id) const;
    const AddedToken* byText(std::string_view text) const;
    std::int32_t largestId() const { return tokens_.empty() ? -1 : tokens_.rbegin()->first; }

private:
    void addToken(AddedToken token, const WordModel& model, const JsonPlace& place);

    std::map<std::int32_t, AddedToken> tokens_;
    std::map<std::string, std::int32_t, std::less<>> ids_;
    TokenFinder raw_, normalized_;
};

}  // namespace consort
