#pragma once
// All subset fits at once: many small regularised logistic regressions that share their rows (method.md §5, performance.md §2).
#include <cstdint>
#include <memory>
#include <span>
#include <string>
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
    double lambda = 1e-3;              ///< with a radius: where the search begins
    double radius = 0;                 ///< > 0: every subset gets the λ at which ‖w‖ is the radius (within 1e-3); none where even λ = 1e-8 stays below
    bool uniformOverDatasets = false;  ///< a_i = 1/|S| instead of |D_i|/Σ|D_j| (datasets without rows do not count)
    double gradientTolerance = 1e-6;   ///< of stored fits, which also end within 1e-6 of the least objective, relatively
    double objectiveTolerance = 0;     ///< > 0: the affinity path, single precision, ends at this relative error of the objective instead
    int maxIterations = 200;           ///< L-BFGS steps a precision; Newton's method finishes what then is left
    int threads = 1;
    std::string device = "cpu";        ///< where single-precision fits are computed: "cpu", "cuda", "cuda:N" or "auto"; float64 stays on the CPU
    bool joined = false;               ///< the rows of all datasets as one block: more arithmetic in far fewer calls; always so on a GPU
};

struct SubsetFit {
    double objective = 0;
    double gradientNorm = 0;
    double lambda = 0;      ///< that of the options, or the one found for the radius
    int iterations = 0;
    std::vector<double> w;  ///< (d); zeros for ∅ and where no dataset of the subset has rows
};

/// What fixes the length of the displacements: one λ for every subset, or one length for every subset. Fine-tuning by equal steps of an
/// adaptive optimiser goes about equally far whatever it trains on; with one λ the sets with large gradients go further.
struct Penalty {
    double lambda = 1e-3;
    double radius = 0;  ///< > 0: the length
    double reach = 1;   ///< the fit goes this many times as far; of what it finds, the direction is taken (method.md §12)
    FitOptions options() const {
        FitOptions options;
        options.lambda = lambda;
        options.radius = radius * reach;
        return options;
    }
    /// w of a fit with these options, as long as the penalty says.
    std::vector<double> shortened(std::vector<double> w) const {
        for (double& value : w) value /= reach;
        return w;
    }
};

/// w(S) = argmin Σ_{i∈S} a_i · mean_{s∈D_i} loss_s(w) + λ‖w‖², for every S, in the order given; ∅ gives w = 0.
/// Throws Error{InvalidInput} for λ ≤ 0, an index outside, unequal d, NaN; {NoDevice} where there is no such
/// GPU; Cancelled between chunks.
std::vector<SubsetFit> fitSubsets(std::span<const LinearRows> datasets, std::span<const Subset> subsets, const FitOptions& options,
                                  const JobContext& job);

/// The same fits for many calls on the same rows: what they share (pooled fit, rotation) is computed once. One thread at a time.
class SubsetSolver {
public:
    /// Borrows the rows. Throws as fitSubsets.
    SubsetSolver(std::span<const LinearRows> datasets, const FitOptions& options);
    SubsetSolver(SubsetSolver&&) noexcept;
    SubsetSolver& operator=(SubsetSolver&&) noexcept;
    ~SubsetSolver();
    std::vector<SubsetFit> fit(std::span<const Subset> subsets, const JobContext& job);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Objective of one subset at w in float64: for checks and line displays.
double subsetObjective(std::span<const LinearRows> datasets, const Subset& subset, const FitOptions& options,
                       std::span<const double> w);

/// Its gradient (d) in float64.
std::vector<double> subsetGradient(std::span<const LinearRows> datasets, const Subset& subset, const FitOptions& options,
                                   std::span<const double> w);

/// The λ whose fit w is: what makes the gradient's part along w vanish. For fits to a radius.
double lambdaAt(std::span<const LinearRows> datasets, const Subset& subset, bool uniformOverDatasets, std::span<const double> w);

/// a_i of every dataset in the subset, in its order; 0 for one without rows (method.md §5).
std::vector<double> datasetWeights(std::span<const LinearRows> datasets, const Subset& subset, bool uniformOverDatasets);

/// Coefficients c of the least-norm displacement Δ_S = Σ_s c_s g_s at the optimum w, per dataset of the subset and sketch row:
/// c_s = a_i σ(−h_s) / (2λ|D_i|), in choice mode a_i (1[gold] − p_c) / (2λ|D_i|·length) (method.md §5).
std::vector<std::vector<double>> dualCoefficients(std::span<const LinearRows> datasets, const Subset& subset, const FitOptions& options,
                                                  std::span<const double> w);

/// Linear predictor h0 + sketch·w of every row for many w at once: (K, rows) for `weights` (K, d).
FloatMatrix linearPredictors(const LinearRows& rows, const FloatMatrix& weights);

/// Throws Error{InvalidInput} naming dataset `index` where its rows contradict each other: wrong shapes, NaN or infinity, gold outside.
void checkLinearRows(const LinearRows& rows, std::size_t index);

}  // namespace consort
