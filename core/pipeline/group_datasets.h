#pragma once
// The verb `group`: a partition of the datasets, its predicted outcome and its price (method.md §8).
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/affinity/grouping.h"
#include "core/base/value.h"
#include "core/job/job_context.h"
#include "core/pipeline/project.h"

namespace consort {

class SubsetEstimator;

struct GroupRequest {
    std::optional<int> groups;          ///< m; default: the knee
    std::string method = "refined";
    std::string metric = "loss";        ///< what `mean`, `worst` and the table are in
    std::vector<std::pair<std::string, std::string>> mustLink, cannotLink;
    std::vector<std::pair<std::string, int>> pinned;  ///< dataset, group number from 1
    int minSize = 1;
    std::optional<int> maxSize;
    std::optional<std::vector<std::vector<std::string>>> assigned;  ///< --assign: method "manual"
};

/// A stored grouping. `value` is the whole document that the command prints.
struct GroupingResult {
    std::vector<std::vector<std::string>> groups;  ///< ordered by their first dataset
    std::string method;
    Value value;
};

/// Stores the grouping. `estimator`: one that is already loaded, or null.
GroupingResult groupDatasets(Project& project, const GroupRequest& request, const JobContext& job, SubsetEstimator* estimator = nullptr);

/// Groups of names from their document, a list of lists.
std::vector<std::vector<std::string>> namedGroupsFrom(const Value& groups);

/// The request that a stored grouping answered, from the member `request` of its document.
GroupRequest groupRequestFromStored(const Value& value);

/// The last grouping of exactly the project's datasets, or nullopt.
std::optional<GroupingResult> currentGrouping(const Project& project);

}  // namespace consort
