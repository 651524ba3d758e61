#pragma once
// Depth-first search for labels that honour the rules of a grouping.
#include <cstdint>
#include <vector>

#include "core/affinity/constraints.h"

namespace consort {

/// Places one unit after another, the one with the fewest open groups first. Small problems are searched to the end; larger ones
/// up to a limit of steps.
class LabelSearch {
public:
    enum class Outcome { Found, None, GaveUp };

    /// `cost` (units, groups) orders the groups that are tried; an empty one makes all groups alike, so that one empty group stands for all.
    LabelSearch(const GroupRules& rules, const Matrix& cost, std::int64_t steps);
    Outcome run();
    const std::vector<int>& labels() const { return labels_; }

private:
    Outcome placeNext(int placed);
    int nextUnit() const;
    bool fits(int unit, int group) const;
    bool canFinish(int placed) const;
    double costOf(int unit, int group) const { return cost_.empty() ? sizes_[static_cast<std::size_t>(group)] : cost_(unit, group); }
    double regretOf(int unit) const;
    std::vector<int> openGroups(int unit) const;
    void put(int unit, int group, int sign);

    const GroupRules& rules_;
    const Matrix& cost_;
    std::int64_t steps_;
    std::vector<int> labels_, sizes_;
    MatrixOf<int> blocked_;  ///< (units, groups) how many units of the group this unit may not meet
    std::vector<double> regret_;
};

/// Some labels that honour the rules, searched to the end where the problem is small.
LabelSearch::Outcome searchLabels(const GroupRules& rules, std::vector<int>& labels);

}  // namespace consort
