#include "core/pipeline/predict_subset.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/pipeline/subset_estimator.h"

namespace consort {

Value predictSubset(Project& project, const std::vector<std::string>& names, const JobContext& job) {
    if (names.empty()) throw Error(ErrorCode::InvalidInput, "--datasets is empty: name at least one dataset");
    Subset subset;
    for (const std::string& name : names) subset.push_back(static_cast<int>(project.indexOf(name)));
    std::sort(subset.begin(), subset.end());
    subset.erase(std::unique(subset.begin(), subset.end()), subset.end());
    SubsetEstimator estimator = loadEstimator(project, job);
    const auto& predictions = estimator.predict(subset, job);
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

}  // namespace consort
