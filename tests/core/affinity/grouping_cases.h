#pragma once
// Problems and oracles the grouping tests share.
#include <algorithm>
#include <functional>
#include <limits>
#include <set>

#include "core/affinity/grouping.h"
#include "core/base/rng.h"

namespace consort {

inline Matrix randomSymmetric(int n, std::uint64_t seed) {
    Rng rng(seed, 1);
    Matrix m(n, n);
    for (int i = 0; i < n; ++i) {
        for (int j = 0; j <= i; ++j) m(i, j) = m(j, i) = rng.normal();
    }
    return m;
}

/// Dataset i belongs to family i mod `families`: affinity 1 within, 0 across, plus noise.
inline Matrix plantedBlocks(int n, int families, double noise, std::uint64_t seed) {
    Matrix m = randomSymmetric(n, seed);
    for (int i = 0; i < n; ++i) {
        for (int j = 0; j < n; ++j) m(i, j) = noise * m(i, j) + (i % families == j % families ? 1.0 : 0.0);
    }
    return m;
}

inline Partition plantedPartition(int n, int families) {
    Partition groups(static_cast<std::size_t>(families));
    for (int i = 0; i < n; ++i) groups[static_cast<std::size_t>(i % families)].push_back(i);
    return groups;
}

inline bool together(const Partition& groups, int a, int b) {
    return std::any_of(groups.begin(), groups.end(), [&](const Subset& group) {
        return std::count(group.begin(), group.end(), a) && std::count(group.begin(), group.end(), b);
    });
}

inline bool honours(const Partition& groups, const GroupConstraints& rules) {
    for (const auto& [a, b] : rules.mustLink) {
        if (!together(groups, a, b)) return false;
    }
    for (const auto& [a, b] : rules.cannotLink) {
        if (together(groups, a, b)) return false;
    }
    for (const auto& [a, k] : rules.pinned) {
        for (const auto& [b, l] : rules.pinned) {
            if (together(groups, a, b) != (k == l)) return false;
        }
    }
    return std::all_of(groups.begin(), groups.end(), [&](const Subset& group) {
        return static_cast<int>(group.size()) >= rules.minSize && static_cast<int>(group.size()) <= rules.maxSize.value_or(1 << 20);
    });
}

/// Every dataset exactly once, m non-empty groups, canonical order.
inline bool isPartition(const Partition& groups, int n, int m) {
    std::multiset<int> seen;
    for (const Subset& group : groups) seen.insert(group.begin(), group.end());
    std::vector<int> all;
    for (int i = 0; i < n; ++i) all.push_back(i);
    return static_cast<int>(groups.size()) == m && std::equal(seen.begin(), seen.end(), all.begin(), all.end()) && groups == canonical(groups);
}

/// Calls `visit` with every partition of 0 … n−1 into m non-empty groups (restricted growth strings).
inline void forEachPartition(int n, int m, const std::function<void(const Partition&)>& visit) {
    Partition groups;
    const std::function<void(int)> place = [&](int item) {
        if (item == n) {
            if (static_cast<int>(groups.size()) == m) visit(groups);
            return;
        }
        for (std::size_t g = 0; g < groups.size(); ++g) {
            groups[g].push_back(item);
            place(item + 1);
            groups[g].pop_back();
        }
        groups.push_back({item});
        place(item + 1);
        groups.pop_back();
    };
    place(0);
}

/// Largest density of a partition into m groups that honours `rules`; −∞ where there is none.
inline double bruteForceDensity(const Matrix& affinity, int m, const GroupConstraints& rules) {
    double best = -std::numeric_limits<double>::infinity();
    forEachPartition(static_cast<int>(affinity.rows), m, [&](const Partition& groups) {
        if (honours(groups, rules)) best = std::max(best, densityOf(affinity, groups));
    });
    return best;
}

}  // namespace consort
