#pragma once
// The verb `estimate`: gradients at the expansion point, subset fits, affinity (method.md §2–7).
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/affinity/affinity_matrix.h"
#include "core/affinity/agreement.h"
#include "core/affinity/probe_correction.h"
#include "core/base/value.h"
#include "core/job/job_context.h"
#include "core/pipeline/project.h"

namespace consort {

/// Real fine-tunings that the estimate is held against (mode "probe").
struct ProbeRequest {
    std::optional<std::int64_t> count;   ///< --probes: the most informative subsets first; default 20
    std::optional<std::int64_t> steps;   ///< of every probe; default: one epoch over a subset's rows
    std::optional<double> learningRate;  ///< default: the project's range test
    std::string start = "point";         ///< "point": the expansion point; "fresh": a fresh adapter
    std::vector<std::vector<std::string>> subsets;  ///< exactly these, in this order; empty: the most informative of the affinity's
    std::int64_t repeats = 1;            ///< 2: every subset twice, with another seed, for the noise ceiling
};

inline constexpr std::int64_t kValidRows = 200;  ///< validation rows a dataset that estimates, probes and members are judged by

struct EstimateRequest {
    std::int64_t rows = 500;                ///< train rows a dataset, stratified
    std::int64_t validRows = kValidRows;    ///< validation rows a dataset
    bool allSubsets = false;                ///< --subsets all
    std::optional<std::int64_t> subsets;    ///< --subsets K
    std::optional<int> subsetSize;
    std::int64_t dim = 400;
    std::optional<double> lambda;           ///< default: every displacement gets the same length, chosen by real validation loss
    std::string mode = "linear";
    std::string rowMode = "answer";         ///< "answer", "choice", "mean"
    std::string expand = "auto";            ///< "fresh", "warmed", "auto"
    std::int64_t warmEpochs = 1;            ///< of the joint training behind a warmed point
    ProbeRequest probes;
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

/// A real fine-tuning beside its estimate.
struct ProbeOutcome {
    Subset subset;
    std::uint64_t seed = 0;
    std::int64_t steps = 0;
    std::vector<Prediction> estimated, measured;  ///< per dataset, import order; the estimates as they were before any probe
    double distance = 0, firstOrder = 0;          ///< of the displacement that the training reached
    double trainSeconds = 0, seconds = 0, flops = 0;
};

struct Estimate {
    std::vector<std::string> datasets;
    std::int64_t subsets = 0, dim = 0;
    std::uint64_t seed = 0;
    double lambda = 0;                         ///< with a radius: the median over the counted subsets
    double radius = 0;                         ///< > 0: length of every subset's displacement, which its λ follows from
    double reach = 1;                          ///< of a radius: how much further the fits went (Penalty)
    std::string expand;                        ///< "fresh" or "warmed"
    std::string rowMode;
    AffinityMatrix affinity;
    std::vector<Prediction> single, alone;     ///< f̂_i(all), f̂_i({i})
    std::vector<FirstOrderPoint> firstOrder;
    std::string mode = "linear";               ///< where the figures come from: "linear", "forward", "probe" (linear, held against probes)
    std::vector<ProbeOutcome> probes;
    AgreementReport agreement;                 ///< of the losses, over the probes; empty without
    AgreementReport corrected;                 ///< the same after every probe's estimates were corrected by the other probes
    ProbeCorrection correction;                ///< what all probes teach: applied to predicted losses
    double gradientSeconds = 0, fitSeconds = 0, affinitySeconds = 0, probeSeconds = 0, flops = 0;
    std::string key;
    /// The first-order error where fine-tuning on everything would go; null where none was measured.
    const FirstOrderPoint* atFullDisplacement() const { return firstOrder.size() > kFullDisplacement ? &firstOrder[kFullDisplacement] : nullptr; }
    double seconds() const { return gradientSeconds + fitSeconds + affinitySeconds + probeSeconds; }
};

/// Reuses gradients of datasets that did not change and fits of subsets whose gradients did not.
Estimate estimateSubsets(Project& project, const EstimateRequest& request, const JobContext& job);

/// The latest estimate of exactly the project's datasets, or nullopt.
std::optional<Estimate> currentEstimate(const Project& project);
/// As currentEstimate, but throws Error{InvalidInput} naming `consort estimate`.
Estimate requireEstimate(const Project& project);

/// The request that a stored estimate answered.
EstimateRequest requestOf(const Project& project, const Estimate& estimate);

Value toValue(const Estimate& estimate);

}  // namespace consort
