#pragma once
// Pair of ids to merged id and rank: an open-addressing table, because each character of a text asks it once or more.
#include <cstdint>
#include <vector>

namespace consort {

class BpeMergeTable {
public:
    struct Entry {
        std::uint64_t pair = kEmpty;
        std::int32_t rank = 0, id = 0;
    };

    explicit BpeMergeTable(std::size_t expected) {
        std::size_t size = 16;
        while (size < 2 * expected) size *= 2;
        entries_.resize(size);
    }

    static std::uint64_t pairOf(std::int32_t left, std::int32_t right) {
        return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(left)) << 32) | static_cast<std::uint32_t>(right);
    }

    /// A later rank of the same pair replaces the earlier one. At most `expected` insertions.
    void insert(std::uint64_t pair, std::int32_t rank, std::int32_t id) { entries_[slotOf(pair)] = {pair, rank, id}; }

    /// nullptr where the pair does not merge.
    const Entry* find(std::uint64_t pair) const {
        const Entry& entry = entries_[slotOf(pair)];
        return entry.pair == pair ? &entry : nullptr;
    }

private:
    static constexpr std::uint64_t kEmpty = ~std::uint64_t{0};

    std::size_t slotOf(std::uint64_t pair) const {
        std::size_t slot = (pair * 0x9E3779B97F4A7C15ull >> 20) & (entries_.size() - 1);
        while (entries_[slot].pair != kEmpty && entries_[slot].pair != pair) slot = (slot + 1) & (entries_.size() - 1);
        return slot;
    }

    std::vector<Entry> entries_;
};

}  // namespace consort
