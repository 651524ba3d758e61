#pragma once
// What a few real fine-tunings teach about all other estimates (method.md §6): a shift a dataset and side, and one slope a side.
#include <array>
#include <span>
#include <vector>

#include "core/base/matrix.h"
#include "core/nn/subset_solver.h"

namespace consort {

/// f ≈ measuredMean_i + slope · (f̂ − estimatedMean_i), apart for datasets outside [0] and inside [1] the subset.
struct ProbeCorrection {
    struct Side {
        std::vector<double> estimatedMean, measuredMean;  ///< per dataset; NaN where no probe told
        double slope = 1;                                 ///< pooled over the datasets, 0 … 1.5
        bool useful = false;                              ///< it lowers the error of probes that it has not seen
    };
    std::array<Side, 2> sides;
    bool empty() const { return !sides[0].useful && !sides[1].useful; }
    /// The corrected estimate; unchanged where the correction knows nothing or is not useful.
    double operator()(bool inside, std::size_t dataset, double estimated) const;
};

/// Least squares over the probes; (K, n) estimates and measurements of `subsets`. A side is useful where its error, every probe corrected by
/// the others, is below that of the bare estimates.
ProbeCorrection fitCorrection(std::span<const Subset> subsets, const Matrix& estimated, const Matrix& measured);

/// (K, n): every probe's estimates corrected by the other probes alone.
Matrix leaveOneOutCorrected(std::span<const Subset> subsets, const Matrix& estimated, const Matrix& measured);

}  // namespace consort
