#pragma once
// The verb `estimate`: gradients at the expansion point, subset fits, affinity (method.md §2–7).
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/affinity/affinity_matrix.h"
#include "core/base/value.h"
#include "core/job/job_context.h"
#include "core/pipeline/project.h"

namespace consort {

struct EstimateRequest {
    std::int64_t rows = 500;                ///< train rows a dataset, stratified; 200 validation rows
    bool allSubsets = false;                ///< --subsets all
    std::optional<std::int64_t> subsets;    ///< --subsets K
    std::optional<int> subsetSize;
    std::int64_t dim = 400;
    std::optional<double> lambda;           ///< default: calibrated
    std::string mode = "linear";
    std::string rowMode = "answer";         ///< "answer", "choice", "mean"
    std::string expand = "auto";            ///< "fresh", "warmed", "auto"
};

struct FirstOrderPoint {
    double distance = 0;  ///< ‖Δ‖
    double error = 0;     ///< mean(((h0 + g·Δ − h_new) / max(|h_new|, |h0|))²)
    double relative = 0;  ///< its root
};
inline constexpr std::size_t kFullDisplacement = 3;  ///< entry of the full set's own displacement; the others are shares and multiples of it
inline constexpr double kLinearError = 0.03;         ///< up to here the model counts as linear (method.md §11)

/// What is estimated for one dataset; accuracy and macro-F1 are NaN where rows do not allow.
struct Prediction {
    double loss = 0, accuracy = 0, macroF1 = 0;
};

struct Estimate {
    std::vector<std::string> datasets;
    std::int64_t subsets = 0, dim = 0;
    std::uint64_t seed = 0;
    double lambda = 0;
    std::string expand;                        ///< "fresh" or "warmed"
    std::string rowMode;
    AffinityMatrix affinity;
    std::vector<Prediction> single, alone;     ///< f̂_i(all), f̂_i({i})
    std::vector<FirstOrderPoint> firstOrder;
    double gradientSeconds = 0, fitSeconds = 0, affinitySeconds = 0, flops = 0;
    std::string key;
    /// The first-order error where fine-tuning on everything would go; null where none was measured.
    const FirstOrderPoint* atFullDisplacement() const { return firstOrder.size() > kFullDisplacement ? &firstOrder[kFullDisplacement] : nullptr; }
    double seconds() const { return gradientSeconds + fitSeconds + affinitySeconds; }
};

/// Reuses gradients of datasets that did not change and fits of subsets whose gradients did not.
Estimate estimateSubsets(Project& project, const EstimateRequest& request, const JobContext& job);

/// The latest estimate of exactly the project's datasets, or nullopt.
std::optional<Estimate> currentEstimate(const Project& project);
/// As currentEstimate, but throws Error{InvalidInput} naming `consort estimate`.
Estimate requireEstimate(const Project& project);

Value toValue(const Estimate& estimate);

}  // namespace consort
