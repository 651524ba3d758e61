// findOverlap: exact twins by a hash table, near ones by banded MinHash (Broder 1997; one permutation with densification, Shrivastava
// and Li 2014), every candidate verified by its true Jaccard similarity.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "core/data/import.h"
#include "core/data/row_identity.h"

namespace consort {
namespace {

constexpr double kNear = 0.8;
constexpr std::size_t kBands = 16, kBandRows = 5, kBins = kBands * kBandRows;
constexpr std::size_t kComparisons = 64;  // of one row in one bucket: keeps heaps of half-similar rows linear

/// A set of places: (dataset, split) pairs, one bit each.
using Places = std::vector<bool>;
std::size_t placeOf(std::size_t dataset, Split split) { return 3 * dataset + static_cast<std::size_t>(split); }

/// A distinct row and where it, or a near twin of it, occurs.
struct Distinct {
    std::vector<std::uint32_t> grams;
    std::unordered_map<std::size_t, std::int64_t> count;  ///< rows by place
    Places near;
};

using Signature = std::array<std::uint32_t, kBins>;

/// The least hash of each bin; an empty bin takes that of the next filled one, marked by the distance.
Signature signatureOf(const std::vector<std::uint32_t>& grams) {
    constexpr std::uint32_t kEmpty = 0xffffffffu;
    Signature bins;
    bins.fill(kEmpty);
    for (const std::uint32_t gram : grams) {
        const std::uint32_t mixed = (gram ^ (gram >> 15)) * 0x85ebca6bu;
        std::uint32_t& bin = bins[static_cast<std::size_t>((static_cast<std::uint64_t>(mixed) * kBins) >> 32)];
        bin = std::min(bin, mixed * 0xc2b2ae35u >> 1);
    }
    Signature full = bins;
    for (std::size_t i = 0; i < kBins && !grams.empty(); ++i) {
        std::size_t distance = 0;
        while (bins[(i + distance) % kBins] == kEmpty) ++distance;
        full[i] = bins[(i + distance) % kBins] + static_cast<std::uint32_t>(distance) * 0x9e3779b9u;
    }
    return full;
}

class Overlap {
public:
    explicit Overlap(const std::vector<Dataset>& datasets) : datasets_(datasets), places_(3 * datasets.size()) { collect(); }
    OverlapReport report();

private:
    const std::vector<Dataset>& datasets_;
    std::size_t places_;
    std::vector<Distinct> rows_;

    void collect();
    void markNear();
    void compareBucket(const std::vector<std::size_t>& members);
    void compare(Distinct& a, Distinct& b);
    bool within(const Distinct& row, std::size_t dataset) const;
    void addRow(const Distinct& row, OverlapReport& sums) const;
    void divide(OverlapReport& sums) const;
};

void Overlap::collect() {
    std::unordered_map<std::string, std::size_t> seen;
    for (std::size_t d = 0; d < datasets_.size(); ++d) {
        for (const Split split : kSplits) {
            for (const Example& example : datasets_[d].split(split)) {
                const auto [found, isNew] = seen.emplace(identityOf(example, datasets_[d].schema), rows_.size());
                if (isNew) rows_.push_back({gramsOf(example, datasets_[d].schema), {}, Places(places_, false)});
                ++rows_[found->second].count[placeOf(d, split)];
            }
        }
    }
}

void Overlap::compare(Distinct& a, Distinct& b) {
    const auto knows = [](const Distinct& one, const Distinct& other) {
        return std::all_of(other.count.begin(), other.count.end(), [&](const auto& place) { return one.near[place.first]; });
    };
    if (knows(a, b) && knows(b, a)) return;
    const std::size_t small = std::min(a.grams.size(), b.grams.size()), large = std::max(a.grams.size(), b.grams.size());
    if (static_cast<double>(small) < kNear * static_cast<double>(large) || jaccard(a.grams, b.grams) < kNear) return;
    for (const auto& place : b.count) a.near[place.first] = true;
    for (const auto& place : a.count) b.near[place.first] = true;
}

void Overlap::compareBucket(const std::vector<std::size_t>& members) {
    for (std::size_t i = 0; i < members.size(); ++i) {
        const std::size_t end = std::min(members.size(), i + 1 + kComparisons);
        for (std::size_t k = i + 1; k < end; ++k) compare(rows_[members[i]], rows_[members[k]]);
    }
}

void Overlap::markNear() {
    std::vector<Signature> signatures;
    signatures.reserve(rows_.size());
    for (const Distinct& row : rows_) signatures.push_back(signatureOf(row.grams));
    for (std::size_t band = 0; band < kBands; ++band) {
        std::vector<std::pair<std::uint64_t, std::size_t>> keys;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            std::uint64_t key = 0;
            for (std::size_t r = 0; r < kBandRows; ++r) key = (key ^ signatures[i][band * kBandRows + r]) * 0x9e3779b97f4a7c15ULL;
            keys.emplace_back(key ^ (key >> 29), i);
        }
        std::sort(keys.begin(), keys.end());
        for (std::size_t begin = 0, end = 0; begin < keys.size(); begin = end) {
            std::vector<std::size_t> members;
            for (; end < keys.size() && keys[end].first == keys[begin].first; ++end) members.push_back(keys[end].second);
            compareBucket(members);
        }
    }
}

/// True where the row stands more than once in the dataset.
bool Overlap::within(const Distinct& row, std::size_t dataset) const {
    std::int64_t total = 0;
    for (const Split split : kSplits) {
        const auto found = row.count.find(placeOf(dataset, split));
        total += found == row.count.end() ? 0 : found->second;
    }
    return total > 1;
}

void Overlap::addRow(const Distinct& row, OverlapReport& sums) const {
    const auto stands = [&](std::size_t dataset, Split split) { return row.count.contains(placeOf(dataset, split)); };
    const auto isNear = [&](std::size_t dataset, Split split) { return row.near[placeOf(dataset, split)] || stands(dataset, split); };
    for (const auto& [place, count] : row.count) {
        const std::size_t own = place / 3;
        const auto split = static_cast<Split>(place % 3);
        const auto weight = static_cast<double>(count);
        const auto i = static_cast<std::int64_t>(own);
        for (std::size_t other = 0; other < datasets_.size(); ++other) {
            const auto l = static_cast<std::int64_t>(other);
            const bool same = own == other;
            const bool exact = same ? within(row, own) : stands(other, Split::Train) || stands(other, Split::Valid) || stands(other, Split::Test);
            const bool marked = row.near[placeOf(other, Split::Train)] || row.near[placeOf(other, Split::Valid)] || row.near[placeOf(other, Split::Test)];
            if (exact) sums.exact(i, l) += weight;
            if (exact || marked) sums.near(i, l) += weight;
            if (split == Split::Test && isNear(other, Split::Train)) sums.leakage(l, i) += weight;
        }
        if (split == Split::Valid && isNear(own, Split::Train)) sums.betweenSplits(i, 0) += weight;
        if (split == Split::Test && isNear(own, Split::Train)) sums.betweenSplits(i, 1) += weight;
        if (split == Split::Test && isNear(own, Split::Valid)) sums.betweenSplits(i, 2) += weight;
    }
}

void Overlap::divide(OverlapReport& sums) const {
    const auto share = [](double& sum, std::size_t rows) { sum = rows == 0 ? 0 : sum / static_cast<double>(rows); };
    for (std::size_t i = 0; i < datasets_.size(); ++i) {
        const Dataset& dataset = datasets_[i];
        const std::size_t valid = dataset.split(Split::Valid).size(), test = dataset.split(Split::Test).size();
        const auto row = static_cast<std::int64_t>(i);
        for (std::int64_t l = 0; l < sums.exact.cols; ++l) {
            share(sums.exact(row, l), dataset.split(Split::Train).size() + valid + test);
            share(sums.near(row, l), dataset.split(Split::Train).size() + valid + test);
            share(sums.leakage(l, row), test);
        }
        share(sums.betweenSplits(row, 0), valid);
        share(sums.betweenSplits(row, 1), test);
        share(sums.betweenSplits(row, 2), test);
    }
}

OverlapReport Overlap::report() {
    markNear();
    const auto n = static_cast<std::int64_t>(datasets_.size());
    OverlapReport sums{{}, Matrix(n, n), Matrix(n, n), Matrix(n, n), Matrix(n, 3)};
    for (const Dataset& dataset : datasets_) sums.datasets.push_back(dataset.name);
    for (const Distinct& row : rows_) addRow(row, sums);
    divide(sums);
    return sums;
}

}  // namespace

OverlapReport findOverlap(const std::vector<Dataset>& datasets) { return Overlap(datasets).report(); }

}  // namespace consort
