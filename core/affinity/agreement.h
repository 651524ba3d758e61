#pragma once
// Estimates held against real fine-tunings, apart for datasets inside and outside the subset (method.md §6).
#include <cstdint>
#include <limits>
#include <span>

#include "core/base/matrix.h"
#include "core/nn/subset_solver.h"

namespace consort {

/// How well f̂ agrees with f over the pairs (S, i) of one side. NaN where a figure is undefined.
struct Agreement {
    std::int64_t pairs = 0;
    double error = std::numeric_limits<double>::quiet_NaN();            ///< Σ (f̂ − f)² / Σ f²
    double spearman = std::numeric_limits<double>::quiet_NaN();         ///< rank correlation over the subsets, mean over datasets
    double trivialError = std::numeric_limits<double>::quiet_NaN();     ///< of the membership predictor: mean of f_i over the subsets with (without) i
    double trivialSpearman = std::numeric_limits<double>::quiet_NaN();  ///< of that predictor; undefined on one side, where it is constant
    double r2 = std::numeric_limits<double>::quiet_NaN();               ///< 1 − Σ (f̂ − f)² / Σ (membership predictor − f)²
    double ceiling = std::numeric_limits<double>::quiet_NaN();          ///< Spearman of the same trainings with another seed
};

struct AgreementReport {
    Agreement inside;   ///< i ∈ S
    Agreement outside;  ///< i ∉ S
    Agreement all;
};

/// (K, n) estimates and measurements of the same subsets; `repeated` holds those of a second seed, or has no rows.
/// Ranks need three subsets of a dataset on a side. Throws Error{InvalidInput} where shapes differ.
AgreementReport agreementOf(std::span<const Subset> subsets, const Matrix& estimated, const Matrix& measured, const Matrix& repeated);

}  // namespace consort
