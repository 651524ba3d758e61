#pragma once
// Internal to core/nn. What becomes of the per-example gradients: sketched, kept, combined, or multiplied with a direction.
#include <span>
#include <vector>

#include "core/nn/gradient_router.h"

namespace consort::nn {

/// Pᵀ g of every row, written into `sketch` (rows, d) on the CPU. Own memory: (batch, d), and a sign tile of some hundred
/// kilobytes. The signs are generated anew for every batch: that costs a hundredth of the pass, and a cache of them would grow with p.
class SketchSink : public GradientSink {
public:
    SketchSink(torch::Tensor sketch, std::uint64_t seed, const Session::Impl& session);
    void beginRows(std::span<const std::int64_t> rows) override;
    void take(const LoraFactor& factor, const torch::Tensor& gradients) override;
    void endRows() override;
    std::unique_ptr<GradientSink> sibling() const override;

private:
    void fillTile(std::uint64_t first, std::int64_t rows);
    std::uint64_t seed_;
    torch::TensorOptions sums_;
    torch::Tensor sketch_, batch_, rows_, tile_;
};

/// Every gradient of every row: (rows, count) a factor, zeros where it was not handed out.
class FullSink : public GradientSink {
public:
    FullSink(std::int64_t rows, const Adapter& point, bool factorA, const Session::Impl& session);
    void beginRows(std::span<const std::int64_t> rows) override;
    void take(const LoraFactor& factor, const torch::Tensor& gradients) override;
    void endRows() override {}
    std::unique_ptr<GradientSink> sibling() const override { return std::make_unique<FullSink>(*this); }
    /// By factor (2 · module, + 1 for A); undefined where not asked for.
    const std::vector<torch::Tensor>& gradients() const { return gradients_; }

private:
    std::vector<torch::Tensor> gradients_;
    torch::Tensor rows_;
};

/// Σ_s coefficients(k, s) g_s for every k.
class CombinationSink : public GradientSink {
public:
    CombinationSink(const torch::Tensor& coefficients, const Adapter& point);
    void beginRows(std::span<const std::int64_t> rows) override;
    void take(const LoraFactor& factor, const torch::Tensor& gradients) override;
    void endRows() override {}
    bool abandonRows() override { return !began_; }
    std::unique_ptr<GradientSink> sibling() const override;
    void absorb(const GradientSink& sibling) override;
    /// By factor: (K, count), undefined where no gradient came.
    const std::vector<torch::Tensor>& sums() const { return sums_; }

private:
    torch::Tensor coefficients_, batch_;  ///< (K, rows), (K, batch)
    bool began_ = false;                  ///< something of these rows is in the sums already
    std::vector<torch::Tensor> sums_;
};

/// g_s · Δ of every row.
class DirectionSink : public GradientSink {
public:
    /// `delta` has the modules of the point, in its order.
    DirectionSink(std::int64_t rows, const Adapter& delta, const Session::Impl& session);
    void beginRows(std::span<const std::int64_t> rows) override;
    void take(const LoraFactor& factor, const torch::Tensor& gradients) override;
    void endRows() override;
    std::unique_ptr<GradientSink> sibling() const override { return std::make_unique<DirectionSink>(*this); }
    const std::vector<double>& products() const { return *products_; }

private:
    std::vector<torch::Tensor> directions_;
    torch::Tensor batch_;
    std::vector<std::int64_t> rows_;
    std::shared_ptr<std::vector<double>> products_;
};

/// Runs several sinks side by side.
class SinkList : public GradientSink {
public:
    explicit SinkList(std::vector<GradientSink*> sinks) : sinks_(std::move(sinks)) {}
    void beginRows(std::span<const std::int64_t> rows) override;
    void take(const LoraFactor& factor, const torch::Tensor& gradients) override;
    void endRows() override;
    bool abandonRows() override;
    std::unique_ptr<GradientSink> sibling() const override;
    void absorb(const GradientSink& sibling) override;

private:
    std::vector<GradientSink*> sinks_;
    std::vector<std::unique_ptr<GradientSink>> owned_;  ///< those of a sibling
};

}  // namespace consort::nn
