#include "core/pipeline/predict_subset.h"

#include <algorithm>
#include <optional>

#include "core/affinity/affinity_matrix.h"
#include "core/base/error.h"
#include "core/pipeline/subset_estimator.h"

namespace consort {

Value predictSubset(Project& project, const std::vector<std::string>& names, const JobContext& job, SubsetEstimator* estimator) {
    if (names.empty()) throw Error(ErrorCode::InvalidInput, "--datasets is empty: name at least one dataset");
    Subset subset;
    for (const std::string& name : names) subset.push_back(static_cast<int>(project.indexOf(name)));
    std::sort(subset.begin(), subset.end());
    subset.erase(std::unique(subset.begin(), subset.end()), subset.end());
    std::optional<SubsetEstimator> own;
    if (!estimator) estimator = &own.emplace(loadEstimator(project, job));
    const auto& predictions = estimator->predict(subset, job);
    Value datasets = Value::Object{}, value;
    const auto all = project.datasetNames();
    for (std::size_t i = 0; i < all.size(); ++i) {
        Value entry;
        entry.set("loss", predictions[i].loss).set("accuracy", predictions[i].accuracy);
        datasets.set(all[i], entry);
    }
    value.set("datasets", datasets);
    return value;
}

Matrix pairwiseView(SubsetEstimator& estimator, const JobContext& job) {
    const auto n = static_cast<int>(estimator.count());
    std::vector<Subset> subsets;
    for (int i = 0; i < n; ++i) {
        subsets.push_back({i});
        for (int l = i + 1; l < n; ++l) subsets.push_back({i, l});
    }
    estimator.fit(subsets, job);
    return pairwiseTransfer(estimator.table(subsets, job));
}

}  // namespace consort
