#pragma once
// The best grouping for every number of groups: what `group` chooses from and what the slider of the window looks up.
#include <string>
#include <vector>

#include "core/pipeline/estimate_subsets.h"
#include "core/pipeline/group_datasets.h"
#include "core/pipeline/group_price.h"

namespace consort {

class SubsetEstimator;

/// One partition with what it is predicted to give and to cost.
struct GroupCandidate {
    std::vector<std::vector<std::string>> groups;  ///< ordered by their first dataset
    double density = 0;
    double mean = 0, worst = 0;     ///< over datasets, in the unit of the metric
    std::string worstDataset;
    double low = 0, high = 0;       ///< 95 % interval of the mean over validation rows (knee.h: datasets fixed)
    std::vector<Prediction> outcome;  ///< per dataset in its own group, import order
    GroupPrice price;
    bool knee = false;
    int m() const { return static_cast<int>(groups.size()); }
};

/// m = 1 … min(n, 32); an m that the constraints forbid is absent.
struct GroupTable {
    std::vector<GroupCandidate> rows;
    const GroupCandidate* find(int m) const;
    const GroupCandidate* knee() const;  ///< null for an empty table
};

/// The table of a request; its `groups` and `assigned` play no part. Kept in the project per estimate, method, metric and constraints.
/// `estimator`: one that is already loaded, or null. Throws Error{InvalidInput} naming `consort estimate`, or the contradiction.
GroupTable groupTable(Project& project, const GroupRequest& request, SubsetEstimator* estimator, const JobContext& job);

/// Throws Error{InvalidInput} naming the contradiction where the constraints leave no partition into `request.groups`; nothing is written.
void requireFeasible(const Project& project, const GroupRequest& request);

/// What a partition by hand is predicted to give. Throws Error{InvalidInput} naming datasets that are missing or named twice.
GroupCandidate priceGroups(Project& project, SubsetEstimator& estimator, const GroupRequest& request,
                           const std::vector<std::vector<std::string>>& groups, const JobContext& job);

/// m groups outside the table. Throws Error{InvalidInput} naming the contradiction, or m outside 1 … n.
GroupCandidate groupInto(Project& project, SubsetEstimator& estimator, const GroupRequest& request, int groups, const JobContext& job);

/// The part of a request that a table depends on.
Value tableRequestValue(const GroupRequest& request);
Value toValue(const GroupCandidate& candidate, const std::vector<std::string>& datasets);
GroupCandidate groupCandidateFrom(const Value& value);
GroupTable groupTableFrom(const Value& value);

}  // namespace consort
