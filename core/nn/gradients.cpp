#include "core/nn/gradients.h"

#include <cmath>
#include <optional>

#include "core/base/error.h"
#include "core/nn/gradients_pass.h"
#include "core/nn/gradients_sinks.h"

namespace consort {
namespace {

FloatMatrix toMatrix(const torch::Tensor& tensor) {
    const torch::Tensor values = tensor.to(torch::kCPU, torch::kFloat32).contiguous();
    FloatMatrix matrix;
    matrix.rows = values.size(0);
    matrix.cols = values.size(1);
    matrix.values.assign(values.data_ptr<float>(), values.data_ptr<float>() + values.numel());
    return matrix;
}

torch::Tensor viewOf(FloatMatrix& matrix) { return torch::from_blob(matrix.values.data(), {matrix.rows, matrix.cols}); }

void addFull(const nn::FullSink& sink, const Adapter& point, GradientRows& rows) {
    for (std::size_t m = 0; m < point.modules.size(); ++m) {
        const std::string& path = point.modules[m].path;
        rows.gradB[path] = toMatrix(sink.gradients()[2 * m]);
        if (sink.gradients()[2 * m + 1].defined()) rows.gradA[path] = toMatrix(sink.gradients()[2 * m + 1]);
    }
}

/// Walks two adapters' matrices in step. Throws Error{InvalidInput} where their modules or shapes differ.
void checkSameShape(const Adapter& point, const Adapter& delta) {
    const auto same = [](const FloatMatrix& x, const FloatMatrix& y) { return x.rows == y.rows && x.cols == y.cols; };
    bool agree = point.modules.size() == delta.modules.size();
    for (std::size_t m = 0; agree && m < point.modules.size(); ++m) {
        const LoraWeights &p = point.modules[m], &d = delta.modules[m];
        agree = p.path == d.path && same(p.a, d.a) && same(p.b, d.b);
    }
    if (!agree) throw Error{ErrorCode::InvalidInput, "the displacement does not have the modules and shapes of its adapter"};
}

void addScaled(FloatMatrix& values, const FloatMatrix& delta, double scale) {
    for (std::size_t i = 0; i < values.values.size(); ++i) {
        values.values[i] = static_cast<float>(values.values[i] + scale * delta.values[i]);
    }
}

}  // namespace

GradientRows collectGradients(Session& session, const Adapter& point, std::span<const Example> examples, const GradientOptions& options,
                              const JobContext& job) {
    if (options.dim < 0) throw Error{ErrorCode::InvalidInput, "the sketch's dimension must not be negative"};
    const std::int64_t rowCount = nn::outputRows(session.info(), examples, options.mode);
    GradientRows rows;
    std::optional<nn::SketchSink> sketch;
    std::optional<nn::FullSink> full;
    std::vector<nn::GradientSink*> sinks;
    if (options.dim > 0) {
        rows.sketch = FloatMatrix(rowCount, options.dim);
        sinks.push_back(&sketch.emplace(viewOf(rows.sketch), options.sketchSeed, session.impl()));
    }
    if (options.full) sinks.push_back(&full.emplace(rowCount, point, options.factorA, session.impl()));
    nn::SinkList sink(sinks);
    nn::GradientPass pass(session.impl(), point, {options.mode, options.factorA, options.batchTokens, "gradients"});
    nn::PassResult result = pass.run(examples, &sink, job);
    rows.h0 = std::move(result.h0);
    rows.example = std::move(result.example);
    rows.tokens = result.tokens;
    rows.flops = result.flops;
    if (full) addFull(*full, point, rows);
    return rows;
}

std::vector<double> outputs(Session& session, const Adapter& adapter, std::span<const Example> examples, RowMode mode,
                            const JobContext& job) {
    nn::PassOptions options;
    options.mode = mode;
    options.stage = "outputs";
    return nn::GradientPass(session.impl(), adapter, options).run(examples, nullptr, job).h0;
}

std::vector<double> directionalDerivatives(Session& session, const Adapter& point, std::span<const Example> examples, RowMode mode,
                                           const Adapter& delta, bool factorA, const JobContext& job) {
    checkSameShape(point, delta);
    const std::int64_t rows = nn::outputRows(session.info(), examples, mode);
    nn::DirectionSink sink(rows, delta, session.impl());
    nn::PassOptions options;
    options.mode = mode;
    options.factorA = factorA;
    options.stage = "derivatives";
    nn::GradientPass(session.impl(), point, options).run(examples, &sink, job);
    return sink.products();
}

Adapter displaced(const Adapter& point, const Adapter& delta, double scale) {
    checkSameShape(point, delta);
    Adapter result = point;
    for (std::size_t m = 0; m < result.modules.size(); ++m) {
        addScaled(result.modules[m].a, delta.modules[m].a, scale);
        addScaled(result.modules[m].b, delta.modules[m].b, scale);
    }
    return result;
}

double norm(const Adapter& delta) {
    double sum = 0;
    for (const LoraWeights& module : delta.modules) {
        for (const float v : module.a.values) sum += static_cast<double>(v) * v;
        for (const float v : module.b.values) sum += static_cast<double>(v) * v;
    }
    return std::sqrt(sum);
}

}  // namespace consort
