// Fits kept in the project, so that a later estimate with more datasets need not repeat them.
#include <algorithm>
#include <map>

#include "core/pipeline/fit_store.h"

namespace consort {

void keepFits(Project& project, const std::string& fitsKey, const std::vector<Subset>& subsets, SubsetEstimator& estimator, const JobContext& job) {
    const auto names = project.datasetNames();
    FloatMatrix weights(static_cast<std::int64_t>(subsets.size()), 0);
    Value list = Value::List{};
    for (std::size_t k = 0; k < subsets.size(); ++k) {
        const std::vector<double>& w = estimator.weights(subsets[k], job);
        if (k == 0) weights = FloatMatrix(weights.rows, static_cast<std::int64_t>(w.size()));
        for (std::size_t c = 0; c < w.size(); ++c) weights(static_cast<std::int64_t>(k), static_cast<std::int64_t>(c)) = static_cast<float>(w[c]);
        Value members = Value::List{};
        for (const int i : subsets[k]) members.push(names[static_cast<std::size_t>(i)]);
        list.push(members);
    }
    const std::string blob = "fits/" + fitsKey.substr(0, 24);
    project.store().putMatrix(blob, weights);
    Value value;
    value.set("subsets", list).set("blob", blob);
    project.store().putResult({"fits", fitsKey, value, 0, 0});
}

std::string fitsKeyFor(const Project& project, const EstimateRequest& request, const Penalty& penalty, const std::string& pointKey) {
    Value inputs = projectInputs(project, {});
    inputs.set("rows", request.rows).set("row_mode", request.rowMode).set("dim", request.dim).set("point", pointKey);
    if (penalty.radius > 0) inputs.set("radius", penalty.radius).set("reach", penalty.reach);
    else inputs.set("lambda", penalty.lambda);
    return stepKey(inputs);
}

void recallFits(Project& project, const std::string& fitsKey, SubsetEstimator& estimator) {
    const std::vector<DatasetRows>& rows = estimator.datasets();
    const auto known = project.reusable("fits", fitsKey);
    if (!known) return;
    const auto weights = project.store().matrix(known->value.at("blob").asString());
    if (!weights) return;
    std::map<std::string, int> unchanged;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].reused) unchanged[rows[i].name] = static_cast<int>(i);
    }
    std::vector<Subset> subsets;
    std::vector<std::int64_t> kept;
    const auto& list = known->value.at("subsets").asList();
    for (std::size_t k = 0; k < list.size(); ++k) {
        Subset subset;
        for (const Value& name : list[k].asList()) {
            if (const auto at = unchanged.find(name.asString()); at != unchanged.end()) subset.push_back(at->second);
        }
        if (subset.size() != list[k].asList().size()) continue;
        std::sort(subset.begin(), subset.end());
        subsets.push_back(subset);
        kept.push_back(static_cast<std::int64_t>(k));
    }
    FloatMatrix chosen(static_cast<std::int64_t>(kept.size()), weights->cols);
    for (std::size_t k = 0; k < kept.size(); ++k) std::copy_n(weights->row(kept[k]).begin(), weights->cols, chosen.row(static_cast<std::int64_t>(k)).begin());
    estimator.learn(subsets, chosen);
}


}  // namespace consort
