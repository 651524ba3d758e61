#include "core/pipeline/subset_estimator.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/pipeline/estimate_document.h"
#include "core/pipeline/first_order.h"
#include "core/pipeline/fit_store.h"

namespace consort {
namespace {

constexpr double kExploringTolerance = 1e-5;  ///< relative, of the objective: what single precision gives

void copyRow(const std::vector<double>& from, std::span<float> to) {
    std::transform(from.begin(), from.end(), to.begin(), [](double v) { return static_cast<float>(v); });
}

std::vector<Prediction> predictionsIn(const PerformanceTable& table, std::int64_t k, const ProbeCorrection& correction) {
    const Subset& subset = table.subsets[static_cast<std::size_t>(k)];
    std::vector<Prediction> predictions;
    for (std::int64_t i = 0; i < table.loss.cols; ++i) {
        const bool inside = std::find(subset.begin(), subset.end(), static_cast<int>(i)) != subset.end();
        const double loss = correction.empty() ? table.loss(k, i) : correction(inside, static_cast<std::size_t>(i), table.loss(k, i));
        predictions.push_back({loss, table.accuracy(k, i), table.macroF1(k, i)});
    }
    return predictions;
}

}  // namespace

LinearRows withoutRest(const LinearRows& rows) {
    if (rows.choiceOffsets.empty()) return {};
    LinearRows choices;
    const auto examples = static_cast<std::size_t>(rows.examples());
    choices.sketch = FloatMatrix(rows.sketch.rows - static_cast<std::int64_t>(examples), rows.sketch.cols);
    choices.choiceOffsets.push_back(0);
    std::int64_t to = 0;
    for (std::size_t e = 0; e < examples; ++e) {
        for (std::int64_t r = rows.choiceOffsets[e]; r + 1 < rows.choiceOffsets[e + 1]; ++r, ++to) {
            choices.h0.push_back(rows.h0[static_cast<std::size_t>(r)]);
            std::copy_n(rows.sketch.row(r).begin(), rows.sketch.cols, choices.sketch.row(to).begin());
        }
        choices.choiceOffsets.push_back(to);
    }
    choices.gold = rows.gold;
    choices.length = rows.length;
    return choices;
}

SubsetEstimator::SubsetEstimator(std::vector<DatasetRows> datasets, Penalty penalty, std::string device)
    : datasets_(std::move(datasets)), penalty_(penalty), device_(std::move(device)) {
    for (const DatasetRows& dataset : datasets_) {
        train_.push_back(dataset.train);
        valid_.push_back({dataset.valid, withoutRest(dataset.choices), {}});
    }
}

void SubsetEstimator::correct(ProbeCorrection correction) {
    correction_ = std::move(correction);
    predictions_.clear();
    explored_.clear();
}

void SubsetEstimator::learn(const std::vector<Subset>& subsets, const FloatMatrix& weights) {
    for (std::size_t k = 0; k < subsets.size(); ++k) {
        const auto row = weights.row(static_cast<std::int64_t>(k));
        weights_[subsets[k]] = std::vector<double>(row.begin(), row.end());
    }
}

/// On one thread, so that estimates are the same on every number of cores.
FitOptions SubsetEstimator::fitOptions() const {
    FitOptions options = penalty_.options();
    options.device = device_;
    return options;
}

std::size_t SubsetEstimator::fit(const std::vector<Subset>& subsets, const JobContext& job) {
    std::vector<Subset> unknown;
    for (const Subset& subset : subsets) {
        if (!weights_.count(subset)) unknown.push_back(subset);
    }
    if (unknown.empty()) return 0;
    std::vector<SubsetFit> fits = fitSubsets(train_, unknown, fitOptions(), job);
    for (std::size_t k = 0; k < unknown.size(); ++k) weights_[unknown[k]] = penalty_.shortened(std::move(fits[k].w));
    return unknown.size();
}

const std::vector<double>& SubsetEstimator::weights(const Subset& subset, const JobContext& job) {
    fit({subset}, job);
    return weights_.at(subset);
}

FloatMatrix SubsetEstimator::weightsOf(const std::vector<Subset>& subsets, const JobContext& job) {
    fit(subsets, job);
    FloatMatrix weights(static_cast<std::int64_t>(subsets.size()), train_.front().sketch.cols);
    for (std::size_t k = 0; k < subsets.size(); ++k) {
        copyRow(weights_.at(subsets[k]), weights.row(static_cast<std::int64_t>(k)));
    }
    return weights;
}

PerformanceTable SubsetEstimator::table(const std::vector<Subset>& subsets, const JobContext& job) {
    return performanceTable(valid_, subsets, weightsOf(subsets, job));
}

const std::vector<Prediction>& SubsetEstimator::predict(const Subset& subset, const JobContext& job) {
    if (const auto known = predictions_.find(subset); known != predictions_.end()) return known->second;
    return predictions_[subset] = predictionsIn(table({subset}, job), 0, correction_);
}

std::vector<std::vector<Prediction>> SubsetEstimator::explore(const std::vector<Subset>& subsets, const JobContext& job) {
    std::vector<Subset> unknown;
    for (const Subset& subset : subsets) {
        if (weights_.count(subset)) predict(subset, job);
        else if (!explored_.count(subset)) unknown.push_back(subset);
    }
    if (!unknown.empty()) {
        if (!explorer_) {
            FitOptions options = fitOptions();
            options.objectiveTolerance = kExploringTolerance;
            explorer_.emplace(train_, options);
        }
        const std::vector<SubsetFit> fits = explorer_->fit(unknown, job);
        FloatMatrix weights(static_cast<std::int64_t>(unknown.size()), train_.front().sketch.cols);
        for (std::size_t k = 0; k < unknown.size(); ++k) copyRow(penalty_.shortened(fits[k].w), weights.row(static_cast<std::int64_t>(k)));
        const PerformanceTable found = performanceTable(valid_, unknown, weights);
        for (std::size_t k = 0; k < unknown.size(); ++k) explored_[unknown[k]] = predictionsIn(found, static_cast<std::int64_t>(k), correction_);
    }
    std::vector<std::vector<Prediction>> outcomes;
    for (const Subset& subset : subsets) outcomes.push_back(weights_.count(subset) ? predictions_.at(subset) : explored_.at(subset));
    return outcomes;
}

std::vector<double> SubsetEstimator::rowLosses(const Subset& subset, std::size_t dataset, const JobContext& job) {
    const PerformanceTable one = performanceTable({&valid_[dataset], 1}, std::vector<Subset>{subset}, weightsOf({subset}, job));
    const auto row = one.rowLoss.front().row(0);
    return {row.begin(), row.end()};
}

ExpansionPoint currentPoint(Project& project, const JobContext& job) {
    const Project::KeepStored keep(project);
    const Estimate estimate = requireEstimate(project);
    return expansionPoint(project, requestOf(project, estimate), job);
}

SubsetEstimator loadEstimator(Project& project, const JobContext& job) {
    const Project::KeepStored keep(project);
    const Estimate estimate = requireEstimate(project);
    const EstimateRequest request = requestOf(project, estimate);
    const ExpansionPoint point = expansionPoint(project, request, job);
    std::vector<DatasetRows> rows;
    for (const std::string& name : estimate.datasets) rows.push_back(collectRows(project, name, point, request, job));
    const Penalty penalty{estimate.lambda, estimate.radius, estimate.reach};
    SubsetEstimator estimator(std::move(rows), penalty, project.device());
    recallFits(project, fitsKeyFor(project, request, penalty, point.key), estimator);
    estimator.correct(estimate.correction);
    return estimator;
}

}  // namespace consort
