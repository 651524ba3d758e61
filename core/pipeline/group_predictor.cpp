#include "core/pipeline/group_predictor.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/ensemble/knee.h"

namespace consort {
namespace {

constexpr double kEstimateError = 0.02;  ///< of a loss, between subsets of one size: the root of what docs/results.md measured (1.5 to 2.5 %)

}  // namespace

std::vector<double> GroupPredictor::scores(const std::vector<Subset>& groups) const {
    const auto outcomes = estimator_.explore(groups, job_);
    std::vector<double> sums(groups.size(), 0.0);
    for (std::size_t k = 0; k < groups.size(); ++k) {
        for (const int i : groups[k]) {
            const Prediction& prediction = outcomes[k][static_cast<std::size_t>(i)];
            sums[k] += smallerIsBetter() ? -prediction.loss : prediction.accuracy;
        }
    }
    return sums;
}

double GroupPredictor::noise(const Partition& before, const Partition& after) const {
    std::map<int, const Subset*> was;
    for (const Subset& group : before) {
        for (const int i : group) was[i] = &group;
    }
    double variance = 0;
    for (const Subset& group : after) {
        for (const int i : group) variance += varianceOfChange(i, *was.at(i), group);
    }
    return std::sqrt(variance);
}

double GroupPredictor::noiseAfar(const Partition& before, const Partition& after) const {
    double variance = std::pow(noise(before, after), 2);
    for (const Subset& group : after) {
        if (!smallerIsBetter() || std::find(before.begin(), before.end(), group) != before.end()) continue;
        for (const int i : group) variance += 2 * std::pow(kEstimateError * estimator_.predict(group, job_)[static_cast<std::size_t>(i)].loss, 2);  // both sides are estimates
    }
    return std::sqrt(variance);
}

double GroupPredictor::varianceOfChange(int dataset, const Subset& before, const Subset& after) const {
    if (before == after) return 0;
    const auto i = static_cast<std::size_t>(dataset);
    std::vector<double> change = estimator_.rowLosses(after, i, job_);
    const auto count = static_cast<double>(change.size());
    if (count < 2) return 0;
    if (!smallerIsBetter()) {
        const double p = estimator_.predict(after, job_)[i].accuracy;
        return p * (1 - p) / count;
    }
    const std::vector<double> was = estimator_.rowLosses(before, i, job_);
    for (std::size_t row = 0; row < change.size(); ++row) change[row] -= was[row];
    return std::pow(standardErrorOf(change), 2);
}

std::vector<Prediction> GroupPredictor::outcome(const Partition& groups) const {
    std::vector<Prediction> outcome(estimator_.count());
    for (const auto& group : groups) {
        const auto& predictions = estimator_.predict(group, job_);
        for (const int i : group) outcome[static_cast<std::size_t>(i)] = predictions[static_cast<std::size_t>(i)];
    }
    return outcome;
}

std::vector<std::vector<double>> GroupPredictor::rowLosses(const Partition& groups) const {
    std::vector<std::vector<double>> rows(estimator_.count());
    for (const auto& group : groups) {
        for (const int i : group) rows[static_cast<std::size_t>(i)] = estimator_.rowLosses(group, static_cast<std::size_t>(i), job_);
    }
    return rows;
}

}  // namespace consort
