#pragma once
// Which sources help a target (method.md §10; GradEx, EMNLP Findings 2024, section 3): searches over an estimate of the target's loss.
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "core/nn/subset_solver.h"

namespace consort {

/// Estimated loss of the target after training on its own rows and these sources (indices 0 … n − 1), for many sets at once.
using SourceLoss = std::function<std::vector<double>(const std::vector<Subset>& sources)>;

struct ScoredSet {
    Subset sources;
    double loss = 0;
};

struct SourceSelection {
    std::vector<double> score;         ///< per source, larger is better; see the strategy
    std::vector<int> ranking;          ///< sources by descending score, the first wins a tie
    Subset selected;
    std::vector<ScoredSet> estimates;  ///< every set that was scored, in the order of the search
};

/// Adds the source that lowers the loss most, again and again, while it falls (with `keep`: until so many are chosen). The score of a
/// source is what it lowered the loss by when it came in; those never chosen score by what they would have done last.
SourceSelection forwardSelection(int sources, const SourceLoss& loss, std::optional<int> keep);

/// Drops the source whose absence lowers the loss most while it falls (with `keep`: until so many are left). The score of a source is
/// what its absence would cost, in the last round that held it.
SourceSelection backwardSelection(int sources, const SourceLoss& loss, std::optional<int> keep);

/// Every set of half of the sources where they are few (up to 12), or a balanced draw of `sets` (0: 8 a source).
std::vector<Subset> halfSets(int sources, std::int64_t sets, std::uint64_t seed);

/// Score of a source: minus the mean loss over drawn sets of half of the sources that hold it. Keeps the best `keep`; default: as many
/// of the ranking's first as have the least estimated loss, none where none helps (docs/method.md §12).
/// The sets hold every source equally often where the size allows; `sets` 0: 8 a source.
SourceSelection ensembleSelection(int sources, const SourceLoss& loss, std::optional<int> keep, std::int64_t sets, std::uint64_t seed);

}  // namespace consort
