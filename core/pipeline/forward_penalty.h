#pragma once
// Internal to the pipeline: the length of displacements by what displacements really do to the model (method.md §5–6).
#include <span>
#include <vector>

#include "core/pipeline/estimate_rows.h"

namespace consort {

inline constexpr double kDisplacementBytes = 512.0 * 1024 * 1024;  ///< displacements that are held at once

/// How much further a fit goes than the displacement that is used of it. Fine-tuning goes on long after the linear model has left its
/// regime, first along what is easily learned, then along the rest; only the direction it then has tells which sets it helps (method.md §12).
inline constexpr double kReach = 3;

struct PenaltyPoint {
    Penalty penalty;
    double loss = 0;
};

struct PenaltyChoice {
    Penalty penalty;                  ///< the least loss; the shorter displacement wins a tie
    std::vector<PenaltyPoint> curve;  ///< descending radius
};

/// Δ_S of some subsets at some penalties, from one pass over the rows: element s · |penalties| + p.
std::vector<Adapter> subsetDisplacements(Project& project, const ExpansionPoint& point, std::span<const DatasetRows> datasets,
                                         const EstimateRequest& request, std::span<const Subset> subsets, std::span<const Penalty> penalties,
                                         const JobContext& job);

/// What a displacement is judged on: validation rows per dataset; one that has none does not judge.
using JudgingRows = std::vector<std::vector<Example>>;

/// At most 24 validation rows of a dataset, without their choices.
std::vector<Example> judgingRows(Project& project, const std::string& dataset);

/// The length of displacements that lowers the *real* validation loss most: Δ_S of the full set and three of `subsets`, at the lengths that
/// the full set has for λ = 10⁻³ … 10³, is set into the adapter and the judging rows of its datasets go through the model. The linear
/// model's own validation loss goes on falling far outside the regime where it holds, so it is no judge.
PenaltyChoice forwardPenalty(Project& project, const ExpansionPoint& point, std::span<const DatasetRows> datasets, const EstimateRequest& request,
                             const JudgingRows& rows, std::span<const Subset> subsets, const JobContext& job);

}  // namespace consort
