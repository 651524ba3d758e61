#pragma once
// Per-example gradients of the adapter at an expansion point, sketched on the fly (method.md §2–4).
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/base/matrix.h"
#include "core/data/dataset.h"
#include "core/job/job_context.h"
#include "core/nn/adapter.h"
#include "core/nn/pass_memory.h"
#include "core/nn/session.h"
#include "core/nn/subset_solver.h"

namespace consort {

/// What an example's scalar output h is (method.md §2). Natural-log units.
enum class RowMode {
    Mean,      ///< mean over target tokens of the log-odds of the gold token against the rest of the vocabulary
    Answer,    ///< log(p̄/(1−p̄)), p̄ = exp(−mean cross-entropy): softplus(−h) is the loss exactly
    Choice,    ///< per choice c its score s_c = Σ_t log p(c_t | prompt, c_<t): one row per choice
    PerToken,  ///< one row per target token
};

struct GradientOptions {
    RowMode mode = RowMode::Answer;
    std::int64_t dim = 400;            ///< d; 0: no sketch
    std::uint64_t sketchSeed = 0;
    bool factorA = false;              ///< also A's gradient; at B = 0 it is zero and is left out
    std::int64_t batchTokens = kPassTokens;   ///< padded tokens a batch; the result does not depend on it
    bool full = false;                 ///< also return every gradient (memory O(rows × p): for checks)
};

/// Rows in the order of the examples; Choice and PerToken give several rows an example.
struct GradientRows {
    std::vector<double> h0;               ///< (rows)
    FloatMatrix sketch;                   ///< (rows, d): Pᵀ g, P of independent ±1/√d from (seed, parameter index, column)
    std::vector<std::int64_t> example;    ///< (rows) index of the example a row belongs to
    /// With `full`, per module path: (rows, out·r) of B and, with factorA, (rows, r·in) of A, row-major.
    std::map<std::string, FloatMatrix> gradB, gradA;
    std::int64_t tokens = 0;              ///< unpadded tokens that went through the model
    double flops = 0;
};

/// One batched forward and one batched backward per batch; per-example products are sketched layer by layer and dropped.
/// `point` is θ*: fresh (B = 0) or trained. Throws Error{InvalidInput} for an empty prompt or target, Cancelled between batches.
GradientRows collectGradients(Session& session, const Adapter& point, std::span<const Example> examples,
                              const GradientOptions& options, const JobContext& job);

/// The linearised rows that the subset solver fits. `mode` is the one of `rows`: Answer, Mean and PerToken are copied; Choice becomes
/// blocks of choice scores and one score of "anything else", s_rest = log(1 − Σ p_c) with gradient −Σ p_c ∇s_c / (1 − Σ p_c).
/// 1 − Σ p_c is held at 1e-6 at least: surer rows would have a rest of nothing but rounding. Throws Error{InvalidInput} where an
/// example has no gold choice.
LinearRows linearRows(const GradientRows& rows, std::span<const Example> examples, RowMode mode);

/// Output h of every example at `adapter` (forward only), rows as in collectGradients.
std::vector<double> outputs(Session& session, const Adapter& adapter, std::span<const Example> examples, RowMode mode,
                            const JobContext& job);

/// Δ_k = Σ_s coefficients(k, s) · g_s for every k in one pass over the rows: adapters whose a and b hold the displacement
/// (not the displaced weights). `coefficients` is (K, rows).
std::vector<Adapter> displacements(Session& session, const Adapter& point, std::span<const Example> examples, RowMode mode,
                                   const Matrix& coefficients, bool factorA, const JobContext& job);

/// g_s · Δ of every example, exact (no sketch).
std::vector<double> directionalDerivatives(Session& session, const Adapter& point, std::span<const Example> examples, RowMode mode,
                                           const Adapter& delta, bool factorA, const JobContext& job);

/// point + scale · delta, module by module. Shapes must agree.
Adapter displaced(const Adapter& point, const Adapter& delta, double scale);
double norm(const Adapter& delta);  ///< Euclidean norm over A and B

}  // namespace consort
