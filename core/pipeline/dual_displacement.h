#pragma once
// Internal to the pipeline: least-norm displacements Δ_S = Σ_s a_s g_s from fits, many at once (method.md §5).
#include <span>
#include <vector>

#include "core/nn/gradients.h"
#include "core/nn/subset_solver.h"
#include "core/pipeline/estimate_rows.h"

namespace consort {

/// What the rows of a dataset were linearised as.
RowMode rowModeOf(const DatasetRows& dataset, const EstimateRequest& request);

/// A fit as it is used: w, of an optimum that lies `reach` times as far in its direction (Penalty).
struct UsedFit {
    std::vector<double> w;
    double reach = 1;
};

/// Dual coefficients of `count` fits over the rows of some datasets.
class DualCoefficients {
public:
    /// Borrows the datasets.
    DualCoefficients(std::span<const DatasetRows> datasets, std::size_t count);
    const std::vector<LinearRows>& rows() const { return rows_; }
    /// Coefficients of fit k: the subset's at its optimum, shortened as the fit is.
    void set(std::size_t k, const Subset& subset, UsedFit fit);
    /// One pass over the rows of every dataset that has a coefficient.
    std::vector<Adapter> displacements(Session& session, const ExpansionPoint& point, const EstimateRequest& request, const JobContext& job) const;

private:
    std::span<const DatasetRows> datasets_;
    std::vector<LinearRows> rows_;
    std::vector<Matrix> coefficients_;  ///< per dataset (count, gradient rows)
};

}  // namespace consort
