#pragma once
// Ids of words met before, for one thread: running text repeats its words. Internal to core/text/bpe.cpp.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string_view>
#include <vector>

#include "core/text/tokenizer.h"

namespace consort {

/// Direct-mapped; short words of few ids only. Belongs to the model with the serial number it was last used with.
class WordCache {
public:
    /// Appends the ids of a known word; false where it is not there.
    bool append(std::uint64_t model, std::string_view word, TokenIds& ids) {
        if (word.size() > kLongest) return false;
        if (model != model_) clearFor(model);
        const Entry& entry = entryOf(word);
        if (entry.length != word.size() || std::memcmp(entry.text.data(), word.data(), word.size()) != 0) return false;
        ids.insert(ids.end(), entry.ids.begin(), entry.ids.begin() + entry.count);
        return true;
    }

    /// After a miss: keeps ids[begin …) as those of the word where they are few.
    void keep(std::string_view word, const TokenIds& ids, std::size_t begin) {
        const std::size_t count = ids.size() - begin;
        if (word.empty() || word.size() > kLongest || count > kMostIds) return;
        Entry& entry = entryOf(word);
        entry.length = static_cast<std::uint8_t>(word.size());
        entry.count = static_cast<std::uint8_t>(count);
        std::memcpy(entry.text.data(), word.data(), word.size());
        std::copy(ids.begin() + static_cast<std::ptrdiff_t>(begin), ids.end(), entry.ids.begin());
    }

private:
    static constexpr std::size_t kLongest = 22, kMostIds = 6, kEntries = std::size_t{1} << 14;
    struct Entry {
        std::array<char, kLongest> text;
        std::uint8_t length = 0, count = 0;  ///< length 0: free
        std::array<std::int32_t, kMostIds> ids;
    };

    Entry& entryOf(std::string_view word) { return entries_[std::hash<std::string_view>{}(word) % kEntries]; }
    void clearFor(std::uint64_t model) {
        entries_.assign(kEntries, Entry{});
        model_ = model;
    }

    std::vector<Entry> entries_;
    std::uint64_t model_ = 0;
};

}  // namespace consort
