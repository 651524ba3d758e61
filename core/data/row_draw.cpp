#include "core/data/row_draw.h"

#include <algorithm>
#include <map>

#include "core/base/rng.h"

namespace consort {
namespace {

using Indices = std::vector<std::size_t>;

/// Row indices by label, each label's rows in the order of their draw.
std::map<int, Indices> strata(const std::vector<Example>& rows, std::uint64_t seed) {
    std::map<int, Indices> byLabel;
    for (std::size_t i = 0; i < rows.size(); ++i) byLabel[rows[i].gold.value_or(-1)].push_back(i);
    for (auto& [label, indices] : byLabel) {
        std::sort(indices.begin(), indices.end(), [&](std::size_t a, std::size_t b) {
            const auto ka = counterBits(seed, streamOf(rows[a].id), 0), kb = counterBits(seed, streamOf(rows[b].id), 0);
            return ka != kb ? ka < kb : rows[a].id < rows[b].id;
        });
    }
    return byLabel;
}

}  // namespace

std::vector<Example> drawnRows(const std::vector<Example>& rows, std::int64_t count, std::uint64_t seed) {
    if (count >= static_cast<std::int64_t>(rows.size())) return rows;
    const auto byLabel = strata(rows, seed);
    const double share = static_cast<double>(count) / static_cast<double>(rows.size());
    std::vector<std::pair<double, int>> remainders;  // negated, so that the largest come first
    std::map<int, std::size_t> quota;
    std::int64_t left = count;
    for (const auto& [label, indices] : byLabel) {
        const double wanted = share * static_cast<double>(indices.size());
        quota[label] = static_cast<std::size_t>(wanted);
        left -= static_cast<std::int64_t>(quota[label]);
        const bool wouldVanish = quota[label] == 0;
        remainders.emplace_back(-(wanted - static_cast<double>(quota[label])) - (wouldVanish ? 1.0 : 0.0), label);
    }
    std::sort(remainders.begin(), remainders.end());
    for (const auto& [key, label] : remainders) {
        if (left-- <= 0) break;
        ++quota[label];
    }
    Indices chosen;
    for (const auto& [label, indices] : byLabel) chosen.insert(chosen.end(), indices.begin(), indices.begin() + static_cast<std::ptrdiff_t>(quota[label]));
    std::sort(chosen.begin(), chosen.end());
    std::vector<Example> drawn;
    for (const std::size_t i : chosen) drawn.push_back(rows[i]);
    return drawn;
}

}  // namespace consort
