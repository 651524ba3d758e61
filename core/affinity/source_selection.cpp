#include "core/affinity/source_selection.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "core/affinity/subset_sampler.h"
#include "core/base/error.h"

namespace consort {
namespace {

constexpr std::int64_t kSetsASource = 8;
constexpr int kAllSetsUpTo = 12;  ///< sources whose halves are few enough to take all of them

Subset withSource(Subset set, int source) {
    set.insert(std::lower_bound(set.begin(), set.end(), source), source);
    return set;
}

Subset withoutSource(Subset set, int source) {
    set.erase(std::find(set.begin(), set.end(), source));
    return set;
}

/// Scores sets and keeps what was seen.
std::vector<double> scored(const std::vector<Subset>& sets, const SourceLoss& loss, SourceSelection& selection) {
    const std::vector<double> losses = loss(sets);
    check(losses.size() == sets.size(), "one loss a set");
    for (std::size_t k = 0; k < sets.size(); ++k) selection.estimates.push_back({sets[k], losses[k]});
    return losses;
}

void rank(SourceSelection& selection) {
    selection.ranking.resize(selection.score.size());
    std::iota(selection.ranking.begin(), selection.ranking.end(), 0);
    std::stable_sort(selection.ranking.begin(), selection.ranking.end(), [&](int a, int b) {
        return selection.score[static_cast<std::size_t>(a)] > selection.score[static_cast<std::size_t>(b)];
    });
}

std::vector<Subset> allOfSize(int sources, int size) {
    std::vector<Subset> all;
    for (unsigned mask = 0; mask < 1u << sources; ++mask) {
        Subset set;
        for (int i = 0; i < sources; ++i) {
            if (mask >> i & 1u) set.push_back(i);
        }
        if (static_cast<int>(set.size()) == size) all.push_back(set);
    }
    return all;
}

Subset firstOf(const std::vector<int>& ranking, int count) {
    Subset set(ranking.begin(), ranking.begin() + count);
    std::sort(set.begin(), set.end());
    return set;
}

/// As many of the best sources as have the least estimated loss; none where none helps.
Subset bestPrefix(SourceSelection& selection, const SourceLoss& loss) {
    std::vector<Subset> prefixes;
    for (int count = 0; count <= static_cast<int>(selection.ranking.size()); ++count) prefixes.push_back(firstOf(selection.ranking, count));
    const std::vector<double> losses = scored(prefixes, loss, selection);
    return prefixes[static_cast<std::size_t>(std::min_element(losses.begin(), losses.end()) - losses.begin())];
}

}  // namespace

std::vector<Subset> halfSets(int sources, std::int64_t sets, std::uint64_t seed) {
    const int size = std::max(1, sources / 2);
    const std::int64_t wanted = sets > 0 ? sets : kSetsASource * sources;
    if (sources > kAllSetsUpTo) return balancedDesign(sources, size, wanted, seed);
    const std::vector<Subset> all = allOfSize(sources, size);
    const bool fewer = sets > 0 && sets < static_cast<std::int64_t>(all.size());
    return fewer ? balancedDesign(sources, size, sets, seed) : all;
}

SourceSelection forwardSelection(int sources, const SourceLoss& loss, std::optional<int> keep) {
    SourceSelection selection;
    selection.score.assign(static_cast<std::size_t>(sources), 0.0);
    double current = scored({{}}, loss, selection).front();
    while (static_cast<int>(selection.selected.size()) < keep.value_or(sources)) {
        std::vector<int> left;
        std::vector<Subset> trials;
        for (int source = 0; source < sources; ++source) {
            if (holds(selection.selected, source)) continue;
            left.push_back(source);
            trials.push_back(withSource(selection.selected, source));
        }
        if (left.empty()) break;
        const std::vector<double> losses = scored(trials, loss, selection);
        const auto best = static_cast<std::size_t>(std::min_element(losses.begin(), losses.end()) - losses.begin());
        for (std::size_t k = 0; k < left.size(); ++k) selection.score[static_cast<std::size_t>(left[k])] = current - losses[k];
        if (!keep && losses[best] >= current) break;
        current = losses[best];
        selection.selected = trials[best];
    }
    rank(selection);
    return selection;
}

SourceSelection backwardSelection(int sources, const SourceLoss& loss, std::optional<int> keep) {
    SourceSelection selection;
    selection.score.assign(static_cast<std::size_t>(sources), 0.0);
    selection.selected.resize(static_cast<std::size_t>(sources));
    std::iota(selection.selected.begin(), selection.selected.end(), 0);
    double current = scored({selection.selected}, loss, selection).front();
    while (static_cast<int>(selection.selected.size()) > keep.value_or(0)) {
        const Subset held = selection.selected;
        std::vector<Subset> trials;
        for (const int source : held) trials.push_back(withoutSource(held, source));
        if (trials.empty()) break;
        const std::vector<double> losses = scored(trials, loss, selection);
        const auto best = static_cast<std::size_t>(std::min_element(losses.begin(), losses.end()) - losses.begin());
        for (std::size_t k = 0; k < held.size(); ++k) selection.score[static_cast<std::size_t>(held[k])] = losses[k] - current;
        if (!keep && losses[best] >= current) break;
        current = losses[best];
        selection.selected = trials[best];
    }
    rank(selection);
    return selection;
}

SourceSelection ensembleSelection(int sources, const SourceLoss& loss, std::optional<int> keep, std::int64_t sets, std::uint64_t seed) {
    SourceSelection selection;
    const std::vector<Subset> drawn = halfSets(sources, sets, seed);
    const std::vector<double> losses = scored(drawn, loss, selection);
    for (int source = 0; source < sources; ++source) {
        double sum = 0, count = 0;
        for (std::size_t k = 0; k < drawn.size(); ++k) {
            if (!holds(drawn[k], source)) continue;
            sum -= losses[k];
            count += 1;
        }
        selection.score.push_back(count > 0 ? sum / count : -std::numeric_limits<double>::infinity());
    }
    rank(selection);
    selection.selected = keep ? firstOf(selection.ranking, std::min(sources, *keep)) : bestPrefix(selection, loss);
    return selection;
}

}  // namespace consort
