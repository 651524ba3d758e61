// Subsets of one size in which every pair of datasets meets (almost) equally often: greedy blocks, then annealed replacements.
#include <algorithm>
#include <cmath>
#include <set>

#include "core/affinity/subset_sampler.h"
#include "core/base/error.h"
#include "core/base/rng.h"

namespace consort {
namespace {

constexpr std::int64_t kProposalsPerPlace = 600;
constexpr std::int64_t kMostProposals = 3'000'000;
constexpr double kHottest = 1.5, kColdest = 0.15;
constexpr std::int64_t kBalanceCheckEvery = 256;

class Design {
public:
    Design(int datasets, int size, std::uint64_t seed)
        : size_(size), counts_(datasets, datasets), rng_(seed, streamOf("balanced design")) {}
    void addGreedily();
    void anneal();
    std::vector<Subset> blocks() const { return blocks_; }

private:
    std::int64_t costOf(const Subset& block, int item) const;
    void count(const Subset& block, std::int64_t by);
    bool tryReplacement(double temperature);
    bool balanced() const;
    int datasets() const { return static_cast<int>(counts_.rows); }

    int size_;
    MatrixOf<std::int64_t> counts_;  ///< n_il, diagonal included
    Rng rng_;
    std::vector<Subset> blocks_;
    std::set<Subset> present_;
};

/// Increase of Σ n_il² when the item joins, its own use counted once.
std::int64_t Design::costOf(const Subset& block, int item) const {
    std::int64_t cost = counts_(item, item);
    for (const int other : block) cost += 2 * counts_(item, other) + 1;
    return cost;
}

void Design::count(const Subset& block, std::int64_t by) {
    for (const int i : block) {
        for (const int l : block) counts_(i, l) += by;
    }
}

void Design::addGreedily() {
    Subset block;
    // The last places are drawn at random where greedy choice only repeats blocks.
    for (std::int64_t attempt = 0; block.empty() || present_.contains(block); ++attempt) {
        const auto order = shuffledIndices(static_cast<std::size_t>(datasets()), rng_);
        const auto chosen = std::max<std::int64_t>(size_ - attempt, 0);
        block.clear();
        while (static_cast<int>(block.size()) < size_) {
            int best = -1;
            for (const std::size_t candidate : order) {
                const int item = static_cast<int>(candidate);
                if (std::find(block.begin(), block.end(), item) != block.end()) continue;
                if (best < 0 || costOf(block, item) < costOf(block, best)) best = item;
                if (static_cast<std::int64_t>(block.size()) >= chosen) break;
            }
            block.push_back(best);
        }
        std::sort(block.begin(), block.end());
    }
    count(block, 1);
    present_.insert(block);
    blocks_.push_back(std::move(block));
}

bool Design::balanced() const {
    std::int64_t least = INT64_MAX, most = 0;
    for (int i = 0; i < datasets(); ++i) {
        for (int l = 0; l < i; ++l) {
            least = std::min(least, counts_(i, l));
            most = std::max(most, counts_(i, l));
        }
    }
    return most - least <= 1;
}

/// Replaces one item of one block by another where Σ n_il² falls, or by the temperature's chance.
bool Design::tryReplacement(double temperature) {
    Subset& block = blocks_[rng_.below(blocks_.size())];
    const auto place = static_cast<std::size_t>(rng_.below(block.size()));
    const int out = block[place], in = static_cast<int>(rng_.below(static_cast<std::uint64_t>(datasets())));
    if (std::find(block.begin(), block.end(), in) != block.end()) return false;
    std::int64_t change = 0;
    for (const int other : block) {
        if (other != out) change += 2 * (counts_(in, other) - counts_(out, other)) + 2;
    }
    if (change > 0 && rng_.uniform() >= std::exp(-static_cast<double>(change) / (2 * temperature))) return false;
    Subset next = block;
    next[place] = in;
    std::sort(next.begin(), next.end());
    if (present_.contains(next)) return false;
    present_.erase(block);
    present_.insert(next);
    count(block, -1);
    count(next, 1);
    block = std::move(next);
    return true;
}

void Design::anneal() {
    if (size_ < 2 || size_ >= datasets()) return;
    const std::int64_t proposals = std::min(kMostProposals, kProposalsPerPlace * static_cast<std::int64_t>(blocks_.size()) * size_);
    for (std::int64_t p = 0; p < proposals; ++p) {
        if (p % kBalanceCheckEvery == 0 && balanced()) return;
        tryReplacement(kHottest * std::pow(kColdest / kHottest, static_cast<double>(p) / static_cast<double>(proposals)));
    }
}

}  // namespace

std::vector<Subset> balancedDesign(int datasets, int size, std::int64_t count, std::uint64_t seed) {
    check(size >= 1 && size <= datasets, "size of a design");
    Design design(datasets, size, seed);
    for (std::int64_t k = 0; k < count; ++k) design.addGreedily();
    design.anneal();
    return design.blocks();
}

MatrixOf<std::int64_t> pairCounts(const std::vector<Subset>& subsets, int datasets) {
    MatrixOf<std::int64_t> counts(datasets, datasets);
    for (const Subset& subset : subsets) {
        for (const int i : subset) {
            for (const int l : subset) ++counts(i, l);
        }
    }
    return counts;
}

}  // namespace consort
