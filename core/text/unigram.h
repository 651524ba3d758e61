#pragma once
// The Unigram `model` of tokenizer.json (Kudo 2018): the likeliest way to cut a word.
#include <string>
#include <unordered_map>
#include <vector>

#include "core/text/word_model.h"

namespace consort {

class Unigram final : public WordModel {
public:
    /// Throws Error{Corrupt} naming the field.
    explicit Unigram(const JsonPlace& model);

    /// Viterbi over the word's bytes. A character that no token begins with costs the least score minus 10; unknown ones in a row are one,
    /// spelled as bytes where the vocabulary has them all and the model asks for it.
    void encodeWord(std::string_view word, TokenIds& ids) const override;
    std::optional<std::int32_t> idOf(std::string_view token) const override;
    const std::string* tokenOf(std::int32_t id) const override;
    std::int32_t largestId() const override { return static_cast<std::int32_t>(pieces_.size()) - 1; }
    std::size_t size() const override { return ids_.size(); }

private:
    struct Piece {
        std::string text;
        double score = 0;
    };
    struct Node {
        std::int32_t id = -1;
        double score = 0;
        std::int64_t begin = -1;
    };
    struct Branch {
        std::unordered_map<unsigned char, std::int32_t> next;  ///< node of the trie
        std::int32_t id = -1;
    };
    void addToTrie(const std::string& text, std::int32_t id);
    std::vector<Node> bestPaths(std::string_view word) const;
    void appendPiece(std::string_view text, TokenIds& ids) const;

    std::vector<Piece> pieces_;
    std::unordered_map<std::string, std::int32_t> ids_;
    std::vector<Branch> trie_{Branch{}};
    std::optional<std::int32_t> unknown_;
    double least_ = 0;
    bool byteFallback_ = false;
};

}  // namespace consort
