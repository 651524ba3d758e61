#pragma once
// Internal to the pipeline: the estimated outcome of fine-tuning on any subset, from the stored gradients; every answer is kept.
#include <map>
#include <optional>
#include <vector>

#include "core/affinity/performance_table.h"
#include "core/job/job_context.h"
#include "core/pipeline/estimate_rows.h"

namespace consort {

/// Not thread-safe. Subsets that were fitted before are looked up.
class SubsetEstimator {
public:
    /// `device`: where fits begin (FitOptions).
    SubsetEstimator(std::vector<DatasetRows> datasets, Penalty penalty, std::string device);

    /// Predicted losses are corrected from now on.
    void correct(ProbeCorrection correction);
    /// The fits already known: their weights (K, d) in the order of `subsets`.
    void learn(const std::vector<Subset>& subsets, const FloatMatrix& weights);
    /// Fits those that are not known yet; returns how many were.
    std::size_t fit(const std::vector<Subset>& subsets, const JobContext& job);
    /// Outcome on every dataset, in import order. Fits the subset where it is not known.
    const std::vector<Prediction>& predict(const Subset& subset, const JobContext& job);
    /// Outcomes of many subsets that are only weighed against each other: where no fit is known, one as exact as affinities need.
    std::vector<std::vector<Prediction>> explore(const std::vector<Subset>& subsets, const JobContext& job);
    /// Validation losses row by row of dataset i after fine-tuning on `subset`.
    std::vector<double> rowLosses(const Subset& subset, std::size_t dataset, const JobContext& job);
    /// The full table of some subsets.
    PerformanceTable table(const std::vector<Subset>& subsets, const JobContext& job);
    const std::vector<double>& weights(const Subset& subset, const JobContext& job);

    const std::vector<DatasetRows>& datasets() const { return datasets_; }
    const Penalty& penalty() const { return penalty_; }
    std::size_t count() const { return datasets_.size(); }

private:
    FloatMatrix weightsOf(const std::vector<Subset>& subsets, const JobContext& job);
    FitOptions fitOptions() const;
    std::vector<DatasetRows> datasets_;
    std::vector<LinearRows> train_;
    std::vector<ValidationRows> valid_;
    Penalty penalty_;
    std::string device_;
    std::map<Subset, std::vector<double>> weights_;
    std::map<Subset, std::vector<Prediction>> predictions_;  ///< of finished fits
    std::map<Subset, std::vector<Prediction>> explored_;     ///< of preliminary ones
    std::optional<SubsetSolver> explorer_;
    ProbeCorrection correction_;
};

/// Choice rows without the score of "anything else": what accuracy is taken from.
LinearRows withoutRest(const LinearRows& rows);

/// The estimator behind the project's current estimate, its fits included. Throws Error{InvalidInput} naming `consort estimate`.
SubsetEstimator loadEstimator(Project& project, const JobContext& job);

}  // namespace consort
