// Displacements Δ_k = Σ_s a_ks g_s of many subsets from one pass over the rows (method.md §5).
#include "core/base/error.h"
#include "core/nn/gradients.h"
#include "core/nn/gradients_pass.h"
#include "core/nn/gradients_sinks.h"

namespace consort {
namespace {

torch::Tensor coefficientTensor(const Matrix& coefficients, const Session::Impl& session) {
    const torch::Tensor view = torch::from_blob(const_cast<double*>(coefficients.values.data()), {coefficients.rows, coefficients.cols},
                                                torch::kFloat64);
    return view.to(session.device, session.dtype == torch::kFloat64 ? torch::kFloat64 : torch::kFloat32, false, true);
}

/// Row k of `sums` in the shape of `like`; zeros where no gradient came.
FloatMatrix displacementOf(const torch::Tensor& sums, std::int64_t k, const FloatMatrix& like) {
    FloatMatrix matrix(like.rows, like.cols);
    if (!sums.defined()) return matrix;
    const torch::Tensor row = sums[k].to(torch::kCPU, torch::kFloat32).contiguous();
    std::copy_n(row.data_ptr<float>(), matrix.values.size(), matrix.values.begin());
    return matrix;
}

Adapter displacementAdapter(const nn::CombinationSink& sink, std::int64_t k, const Adapter& point) {
    Adapter delta;
    delta.config = point.config;
    for (std::size_t m = 0; m < point.modules.size(); ++m) {
        const LoraWeights& module = point.modules[m];
        delta.modules.push_back({module.path, displacementOf(sink.sums()[2 * m + 1], k, module.a),
                                 displacementOf(sink.sums()[2 * m], k, module.b)});
    }
    return delta;
}

}  // namespace

std::vector<Adapter> displacements(Session& session, const Adapter& point, std::span<const Example> examples, RowMode mode,
                                   const Matrix& coefficients, bool factorA, const JobContext& job) {
    const std::int64_t rows = nn::outputRows(session.info(), examples, mode);
    if (coefficients.cols != rows) {
        throw Error{ErrorCode::InvalidInput, "displacements need one coefficient a row: " + std::to_string(rows) + " rows, " +
                                                 std::to_string(coefficients.cols) + " coefficients"};
    }
    nn::CombinationSink sink(coefficientTensor(coefficients, session.impl()), point);
    nn::PassOptions options;
    options.mode = mode;
    options.factorA = factorA;
    options.stage = "displacements";
    nn::GradientPass(session.impl(), point, options).run(examples, &sink, job);
    std::vector<Adapter> deltas;
    for (std::int64_t k = 0; k < coefficients.rows; ++k) deltas.push_back(displacementAdapter(sink, k, point));
    return deltas;
}

}  // namespace consort
