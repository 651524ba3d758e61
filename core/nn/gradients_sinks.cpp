#include "core/nn/gradients_sinks.h"

#include <algorithm>
#include <cmath>

#include "core/nn/device_kernels.h"
#include "core/nn/index_tensor.h"
#include "gpu/sketch.h"

namespace consort::nn {
namespace {

/// Bytes of a sign tile: on a CPU it and its share of the gradients stay in the second-level cache, a GPU wants long products.
constexpr std::int64_t kTileBytes = 256 * 1024, kDeviceTileBytes = std::int64_t{64} << 20;

torch::ScalarType sumType(const Session::Impl& session) {
    return session.dtype == torch::kFloat64 ? torch::kFloat64 : torch::kFloat32;
}

}  // namespace

SketchSink::SketchSink(torch::Tensor sketch, std::uint64_t seed, const Session::Impl& session)
    : seed_(seed), sums_(torch::TensorOptions().device(session.device).dtype(sumType(session))), sketch_(std::move(sketch)) {
    const std::int64_t dim = sketch_.size(1);
    const bool onDevice = session.device.is_cuda();
    const std::int64_t rows = (onDevice ? kDeviceTileBytes : kTileBytes) / (4 * dim);
    tile_ = torch::empty({std::clamp<std::int64_t>(rows, 16, onDevice ? 65536 : 4096), dim}, sums_.dtype(torch::kFloat32));
}

void SketchSink::beginRows(std::span<const std::int64_t> rows) {
    rows_ = indexTensor(rows, torch::kCPU);
    batch_ = torch::zeros({static_cast<std::int64_t>(rows.size()), sketch_.size(1)}, sums_);
}

void SketchSink::take(const LoraFactor& factor, const torch::Tensor& gradients) {
    for (std::int64_t done = 0; done < factor.count(); done += tile_.size(0)) {
        const std::int64_t count = std::min(tile_.size(0), factor.count() - done);
        fillTile(factor.first + static_cast<std::uint64_t>(done), count);
        batch_.addmm_(gradients.narrow(1, done, count), tile_.narrow(0, 0, count).to(sums_));
    }
}

void SketchSink::fillTile(std::uint64_t first, std::int64_t rows) {
    if (const KernelTable* kernels = kernelsFor(tile_)) return kernels->fillSignTile(seed_, first, rows, tile_.size(1), 1.0F, tile_.data_ptr<float>(), streamFor(tile_));
    if (tile_.is_cpu()) return fillSignTile(seed_, first, rows, tile_.size(1), 1.0F, tile_.data_ptr<float>());
    const torch::Tensor here = torch::empty({rows, tile_.size(1)}, torch::kFloat32);  // a device without our kernels
    fillSignTile(seed_, first, rows, tile_.size(1), 1.0F, here.data_ptr<float>());
    tile_.narrow(0, 0, rows).copy_(here);
}

void SketchSink::endRows() {
    batch_.mul_(1.0 / std::sqrt(static_cast<double>(sketch_.size(1))));
    sketch_.index_copy_(0, rows_, batch_.to(sketch_.options()));
}

std::unique_ptr<GradientSink> SketchSink::sibling() const {
    auto other = std::make_unique<SketchSink>(*this);
    other->tile_ = torch::empty_like(tile_);
    return other;
}

FullSink::FullSink(std::int64_t rows, const Adapter& point, bool factorA, const Session::Impl& session) {
    for (const LoraFactor& factor : loraFactors(point)) {
        const bool wanted = factorA || !factor.isA;
        gradients_.push_back(wanted ? torch::zeros({rows, factor.count()}, sumType(session)) : torch::Tensor());
    }
}

void FullSink::beginRows(std::span<const std::int64_t> rows) { rows_ = indexTensor(rows, torch::kCPU); }

void FullSink::take(const LoraFactor& factor, const torch::Tensor& gradients) {
    gradients_[2 * factor.module + (factor.isA ? 1 : 0)].index_copy_(0, rows_, gradients.to(torch::kCPU));
}

CombinationSink::CombinationSink(const torch::Tensor& coefficients, const Adapter& point)
    : coefficients_(coefficients), sums_(2 * point.modules.size()) {}

void CombinationSink::beginRows(std::span<const std::int64_t> rows) {
    batch_ = coefficients_.index_select(1, indexTensor(rows, coefficients_.device()));
    began_ = false;
}

void CombinationSink::take(const LoraFactor& factor, const torch::Tensor& gradients) {
    torch::Tensor& sum = sums_[2 * factor.module + (factor.isA ? 1 : 0)];
    if (!sum.defined()) sum = gradients.new_zeros({coefficients_.size(0), factor.count()});
    began_ = true;
    sum.addmm_(batch_.to(gradients.scalar_type()), gradients);
}

std::unique_ptr<GradientSink> CombinationSink::sibling() const {
    auto other = std::make_unique<CombinationSink>(*this);
    other->sums_.assign(sums_.size(), torch::Tensor());
    return other;
}

void CombinationSink::absorb(const GradientSink& sibling) {
    const auto& others = dynamic_cast<const CombinationSink&>(sibling).sums_;
    for (std::size_t i = 0; i < sums_.size(); ++i) {
        if (!others[i].defined()) continue;
        if (sums_[i].defined()) sums_[i].add_(others[i]);
        else sums_[i] = others[i];
    }
}

DirectionSink::DirectionSink(std::int64_t rows, const Adapter& delta, const Session::Impl& session)
    : products_(std::make_shared<std::vector<double>>(static_cast<std::size_t>(rows), 0.0)) {
    for (const LoraWeights& module : delta.modules) {
        for (const FloatMatrix* matrix : {&module.b, &module.a}) {
            const torch::Tensor view = torch::from_blob(const_cast<float*>(matrix->values.data()), {matrix->rows * matrix->cols});
            directions_.push_back(view.to(session.device, sumType(session), false, true));
        }
    }
}

void DirectionSink::beginRows(std::span<const std::int64_t> rows) {
    rows_.assign(rows.begin(), rows.end());
    batch_ = directions_.front().new_zeros({static_cast<std::int64_t>(rows.size())});
}

void DirectionSink::take(const LoraFactor& factor, const torch::Tensor& gradients) {
    batch_.addmv_(gradients, directions_[2 * factor.module + (factor.isA ? 1 : 0)]);
}

void DirectionSink::endRows() {
    const torch::Tensor values = batch_.to(torch::kCPU, torch::kFloat64);
    for (std::size_t i = 0; i < rows_.size(); ++i) (*products_)[static_cast<std::size_t>(rows_[i])] = values.data_ptr<double>()[i];
}

void SinkList::beginRows(std::span<const std::int64_t> rows) {
    for (GradientSink* sink : sinks_) sink->beginRows(rows);
}

void SinkList::take(const LoraFactor& factor, const torch::Tensor& gradients) {
    for (GradientSink* sink : sinks_) sink->take(factor, gradients);
}

bool SinkList::abandonRows() {
    return std::all_of(sinks_.begin(), sinks_.end(), [](GradientSink* sink) { return sink->abandonRows(); });
}

void SinkList::endRows() {
    for (GradientSink* sink : sinks_) sink->endRows();
}

std::unique_ptr<GradientSink> SinkList::sibling() const {
    auto other = std::make_unique<SinkList>(std::vector<GradientSink*>{});
    for (const GradientSink* sink : sinks_) {
        other->owned_.push_back(sink->sibling());
        other->sinks_.push_back(other->owned_.back().get());
    }
    return other;
}

void SinkList::absorb(const GradientSink& sibling) {
    const auto& others = dynamic_cast<const SinkList&>(sibling).sinks_;
    for (std::size_t i = 0; i < sinks_.size(); ++i) sinks_[i]->absorb(*others[i]);
}

}  // namespace consort::nn
