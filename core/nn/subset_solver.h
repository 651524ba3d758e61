#pragma once
// All subset fits at once: many small regularised logistic regressions that share their rows (method.md §5, performance.md §2).
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/matrix.h"
#include "core/job/job_context.h"

namespace consort {

/// A set of datasets: ascending indices, possibly empty.
using Subset = std::vector<int>;

/// The linearised rows of one dataset: loss of row s at w is softplus(−(h0_s + sketch_sᵀ w)).
/// In choice mode (`choiceOffsets` not empty) row s owns sketch rows [choiceOffsets[s], choiceOffsets[s+1]): linear scores
/// h0_c + sketch_cᵀ w per choice, `gold[s]` the right one (relative), `length[s]` its token count, and the score of
/// "anything else" is fixed at h0 of the last row of the block, whose sketch is a gradient like the others;
/// loss = −log softmax(gold) / length.
struct LinearRows {
    std::vector<float> h0;                    ///< (rows)
    FloatMatrix sketch;                       ///< (rows, d)
    std::vector<std::int64_t> choiceOffsets;  ///< (examples + 1) in choice mode, else empty
    std::vector<int> gold;
    std::vector<int> length;
    std::int64_t examples() const;
};

struct FitOptions {
    double lambda = 1e-3;
    bool uniformOverDatasets = false;  ///< a_i = 1/|S| instead of |D_i|/Σ|D_j|
    double gradientTolerance = 1e-6;   ///< stored fits; the affinity path may take 1e-4 on the objective
    int maxIterations = 200;
    int threads = 1;
};

struct SubsetFit {
    double objective = 0;
    double gradientNorm = 0;
    int iterations = 0;
    std::vector<double> w;  ///< (d); zeros for ∅
};

/// w(S) = argmin Σ_{i∈S} a_i · mean_{s∈D_i} loss_s(w) + λ‖w‖², for every S, in the order given; ∅ gives w = 0.
/// Throws Error{InvalidInput} for λ ≤ 0, an index outside, unequal d, NaN; Cancelled between chunks.
std::vector<SubsetFit> fitSubsets(std::span<const LinearRows> datasets, std::span<const Subset> subsets, const FitOptions& options,
                                  const JobContext& job);

/// Objective of one subset at w in float64: for checks and line displays.
double subsetObjective(std::span<const LinearRows> datasets, const Subset& subset, const FitOptions& options,
                       std::span<const double> w);

/// Linear predictor h0 + sketch·w of every row for many w at once: (K, rows) for `weights` (K, d).
FloatMatrix linearPredictors(const LinearRows& rows, const FloatMatrix& weights);

}  // namespace consort
