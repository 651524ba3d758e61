#pragma once
// The penalty λ, chosen by validation loss instead of guessed (method.md §5).
#include <cstdint>
#include <span>
#include <vector>

#include "core/affinity/performance_table.h"
#include "core/job/job_context.h"
#include "core/nn/subset_solver.h"

namespace consort {

struct LambdaPoint {
    double lambda = 0;
    double loss = 0;  ///< mean over the drawn subsets and their own datasets with validation rows
};

struct LambdaChoice {
    double lambda = 0;                ///< the least loss; the larger λ wins a tie
    std::vector<LambdaPoint> curve;   ///< ascending λ
};

/// What λ is chosen on.
struct LambdaData {
    std::span<const LinearRows> train;
    std::span<const ValidationRows> validation;
    std::span<const Subset> subsets;  ///< the stored ones; ∅ is left out, 64 are drawn where there are more
};

/// 10⁻⁵ … 10 in steps of √10.
std::vector<double> lambdaGrid();

/// Fits the drawn subsets at every λ of the grid to 1e-4 of the objective; `options.lambda` is not looked at.
/// Throws Error{InvalidInput} where no dataset has validation rows or there is no subset, Cancelled between fits.
LambdaChoice calibrateLambda(const LambdaData& data, FitOptions options, std::uint64_t seed, const JobContext& job);

}  // namespace consort
