#pragma once
// The linearised performance of every subset on every dataset (method.md §6): no forward pass, only GEMMs.
#include <span>
#include <vector>

#include "core/base/matrix.h"
#include "core/nn/subset_solver.h"

namespace consort {

/// Estimated performance of every subset on every dataset, rows kept where intervals need them.
struct PerformanceTable {
    std::vector<Subset> subsets;       ///< (K)
    Matrix loss;                       ///< (K, n) mean validation loss f̂, not negated; NaN for a dataset without validation rows
    Matrix accuracy, macroF1;          ///< (K, n); NaN where rows do not allow
    std::vector<FloatMatrix> rowLoss;  ///< per dataset i: (K, validation examples of i)
};

/// Validation rows of one dataset.
struct ValidationRows {
    LinearRows loss;         ///< rows whose mean loss is f̂
    LinearRows choices;      ///< scores of the choices, in choice mode but without a row for the rest; empty where a dataset has none
    std::vector<int> label;  ///< per choice row the label that it stands for; empty: its position among its example's choices
};

/// Performance of every weight vector (row of `weights`, (K, d)) on every dataset. Accuracy: argmax over choices of
/// s_c + g̃_c·w, the first wins a tie; macro-F1 over labels that occur in gold or answer.
/// Throws Error{InvalidInput} for rows that contradict each other or unequal d.
PerformanceTable performanceTable(std::span<const ValidationRows> datasets, std::span<const Subset> subsets, const FloatMatrix& weights);

/// The weight vectors of fits as a (K, d) matrix.
FloatMatrix weightsOf(std::span<const SubsetFit> fits);

}  // namespace consort
