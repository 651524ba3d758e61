#pragma once
// The BPE `model` of tokenizer.json: vocabulary, merges, and one word to ids.
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/word_model.h"

namespace consort {

class BpeMergeTable;

/// Immutable after construction.
class Bpe final : public WordModel {
public:
    /// Throws Error{Corrupt} naming the field.
    explicit Bpe(const JsonPlace& model);
    ~Bpe() override;

    /// Appends the ids of one word; O(n log n) in its characters, less where the thread met it before.
    void encodeWord(std::string_view word, TokenIds& ids) const override;
    std::optional<std::int32_t> idOf(std::string_view token) const override;
    /// nullptr where no token has this id.
    const std::string* tokenOf(std::int32_t id) const override;
    std::int32_t largestId() const override { return static_cast<std::int32_t>(tokens_.size()) - 1; }
    std::size_t size() const override { return ids_.size(); }

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    struct Symbol;
    struct Workspace;

    void readVocabulary(const JsonPlace& vocabulary);
    void readMerges(const JsonPlace& merges);
    void readByteTokens();
    std::int32_t idOfChar(std::string_view word, std::size_t begin, std::size_t end) const;
    bool addBytes(std::string_view text, Workspace& space) const;
    void startSymbols(std::string_view word, Workspace& space) const;
    void mergeSymbols(Workspace& space) const;
    void mergeWord(std::string_view word, TokenIds& ids) const;
    static std::uint64_t nextSerial();

    std::unordered_map<std::string, std::int32_t, Hash, std::equal_to<>> ids_;
    std::vector<const std::string*> tokens_;
    std::unique_ptr<BpeMergeTable> merges_;
    std::array<std::int32_t, 128> asciiIds_{};
    std::array<std::int32_t, 256> byteIds_{};
    std::optional<std::int32_t> unknownId_;
    std::string prefix_, suffix_;
    std::uint64_t serial_ = nextSerial();  ///< what a thread's cache of words belongs to
    bool plainChars_ = true;  ///< no prefix or suffix: a character is looked up as it is
    bool fuseUnknown_ = false, byteFallback_ = false, ignoreMerges_ = false;
};

}  // namespace consort
