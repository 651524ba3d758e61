// What a partition is worth, independent of how it was found.
#include <algorithm>
#include <map>

#include "core/affinity/grouping.h"

namespace consort {
namespace {

double pairsOf(double count) { return count * (count - 1) / 2; }

}  // namespace

Partition canonical(Partition groups) {
    for (auto& group : groups) std::sort(group.begin(), group.end());
    std::erase_if(groups, [](const std::vector<int>& group) { return group.empty(); });
    std::sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.front() < b.front(); });
    return groups;
}

double densityOf(const Matrix& affinity, const Partition& groups) {
    double density = 0;
    for (const auto& group : groups) {
        double sum = 0;
        for (const int i : group) {
            for (const int j : group) sum += affinity(i, j);
        }
        if (!group.empty()) density += sum / static_cast<double>(group.size());
    }
    return density;
}

double adjustedRandIndex(const Partition& a, const Partition& b) {
    std::map<int, std::size_t> groupInB;
    for (std::size_t g = 0; g < b.size(); ++g) {
        for (const int item : b[g]) groupInB[item] = g;
    }
    double sumCells = 0, sumA = 0, sumB = 0, items = 0;
    for (const auto& group : a) {
        std::map<std::size_t, double> cells;
        for (const int item : group) cells[groupInB[item]] += 1;
        for (const auto& [cell, count] : cells) sumCells += pairsOf(count);
        sumA += pairsOf(static_cast<double>(group.size()));
        items += static_cast<double>(group.size());
    }
    for (const auto& group : b) sumB += pairsOf(static_cast<double>(group.size()));
    const double expected = items > 1 ? sumA * sumB / pairsOf(items) : 0;
    const double largest = (sumA + sumB) / 2;
    return largest == expected ? 1.0 : (sumCells - expected) / (largest - expected);
}

}  // namespace consort
