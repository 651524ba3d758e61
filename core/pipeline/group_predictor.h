#pragma once
// Internal to the pipeline: the estimator's view of a grouping problem.
#include <string>
#include <vector>

#include "core/affinity/grouping.h"
#include "core/pipeline/subset_estimator.h"

namespace consort {

/// Borrows the estimator and the job. `metric` is "loss" or "accuracy".
class GroupPredictor {
public:
    GroupPredictor(SubsetEstimator& estimator, std::string metric, const JobContext& job) : estimator_(estimator), metric_(std::move(metric)), job_(job) {}

    /// Sum over each group's members; larger is better: −loss or accuracy.
    std::vector<double> scores(const std::vector<Subset>& groups) const;
    /// Standard error of the difference of two divisions' scores over validation rows; losses are compared row by row.
    double noise(const Partition& before, const Partition& after) const;
    /// The same with the estimate's own error as real fine-tunings showed it (docs/results.md): for divisions that have little in common.
    double noiseAfar(const Partition& before, const Partition& after) const;
    /// Each dataset's outcome in its own group.
    std::vector<Prediction> outcome(const Partition& groups) const;
    /// Each dataset's validation losses in its own group.
    std::vector<std::vector<double>> rowLosses(const Partition& groups) const;
    double inUnit(const Prediction& prediction) const { return smallerIsBetter() ? prediction.loss : prediction.accuracy; }
    bool smallerIsBetter() const { return metric_ == "loss"; }

private:
    double varianceOfChange(int dataset, const Subset& before, const Subset& after) const;

    SubsetEstimator& estimator_;
    std::string metric_;
    const JobContext& job_;
};

}  // namespace consort
