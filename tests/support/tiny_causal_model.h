#pragma once
// A small random decoder without files, for proofs about what runs on top of a base: one head, causal attention, gelu, a last
// block trimmed to the wanted positions.
#include <torch/torch.h>

#include <cmath>
#include <string>
#include <vector>

#include "core/nn/adapter.h"
#include "core/nn/causal_model.h"

namespace consort::nn {

class TinyCausalModel : public CausalModel {
public:
    TinyCausalModel(std::int64_t layers, std::int64_t width, std::int64_t vocabulary, torch::ScalarType dtype) : width_(width) {
        torch::manual_seed(7);
        const auto options = torch::TensorOptions().dtype(dtype);
        embedding_ = torch::randn({vocabulary, width}, options);
        head_ = torch::randn({vocabulary, width}, options) / std::sqrt(static_cast<double>(width));
        for (std::int64_t layer = 0; layer < layers; ++layer) {
            for (const char* name : {"q", "k", "v", "o", "up", "down"}) addLinear(layer, name, options);
        }
        for (const FrozenLinear& linear : storage_) linears_.push_back(&linear);
    }

    torch::Tensor hidden(const TokenBatch& batch, LinearRouter& router) const override {
        torch::Tensor x = torch::embedding(embedding_, batch.ids);
        const std::size_t layers = storage_.size() / 6;
        for (std::size_t layer = 0; layer < layers; ++layer) {
            x = block(layer, x, layer + 1 == layers ? batch.wanted : torch::Tensor(), router);
        }
        return torch::layer_norm(x, {width_});
    }

    bool hasLinearHead() const override { return true; }
    torch::Tensor head(const torch::Tensor& states) const override { return torch::linear(states, head_); }
    const std::vector<const FrozenLinear*>& linears() const override { return linears_; }

    /// A session around this kind of model, and an adapter on its q and v (and others) with random A and, if asked for, B.
    static Session::Impl session(torch::ScalarType dtype) {
        Session::Impl session;
        session.dtype = dtype;
        session.model = std::make_unique<TinyCausalModel>(3, 12, 29, dtype);
        session.info.vocabularySize = 29;
        session.info.maxPositions = 64;
        for (const FrozenLinear* linear : session.model->linears()) {
            session.info.linears.push_back({linear->path, linear->in(), linear->out()});
        }
        return session;
    }

    static Adapter adapter(const Session::Impl& session, bool trained) {
        torch::manual_seed(11);
        Adapter adapter;
        adapter.config.rank = 3;
        adapter.config.alpha = 6;
        for (const FrozenLinear* linear : session.model->linears()) {
            if (linear->path.ends_with(".k")) continue;
            FloatMatrix a = random(3, linear->in(), 0.5), b(linear->out(), 3);
            if (trained) b = random(linear->out(), 3, 0.3);
            adapter.modules.push_back({linear->path, a, b});
        }
        return adapter;
    }

private:
    static FloatMatrix random(std::int64_t rows, std::int64_t cols, double scale) {
        const torch::Tensor values = torch::randn({rows, cols}) * scale;
        FloatMatrix matrix(rows, cols);
        std::copy_n(values.data_ptr<float>(), matrix.values.size(), matrix.values.begin());
        return matrix;
    }

    void addLinear(std::int64_t layer, const std::string& name, const torch::TensorOptions& options) {
        const std::int64_t in = name == "down" ? 2 * width_ : width_, out = name == "up" ? 2 * width_ : width_;
        FrozenLinear linear;
        linear.path = "layers." + std::to_string(layer) + "." + name;
        linear.index = static_cast<int>(storage_.size());
        linear.weight = std::make_shared<DenseWeight>(torch::randn({out, in}, options) / std::sqrt(static_cast<double>(in)));
        if (name == "up") linear.bias = torch::randn({out}, options);
        storage_.push_back(linear);
    }

    torch::Tensor block(std::size_t layer, const torch::Tensor& x, const torch::Tensor& wanted, LinearRouter& router) const {
        const auto linear = [&](std::size_t which, const torch::Tensor& in) { return router.apply(storage_[layer * 6 + which], in); };
        const auto trim = [&](const torch::Tensor& t) { return wanted.defined() ? t.flatten(0, 1).index_select(0, wanted) : t; };
        const torch::Tensor n = torch::layer_norm(x, {width_});
        const torch::Tensor k = linear(1, n), v = linear(2, n), q = linear(0, trim(n));
        const std::int64_t seq = x.size(1);
        const torch::Tensor causal = torch::ones({seq, seq}, torch::kBool).tril();
        torch::Tensor context;
        if (!wanted.defined()) {
            context = attend(q, k, v, causal);
        } else {
            const torch::Tensor row = torch::floor_divide(wanted, seq), column = torch::remainder(wanted, seq);
            context = attend(q.unsqueeze(1), k.index_select(0, row), v.index_select(0, row), causal.index_select(0, column).unsqueeze(1));
            context = context.squeeze(1);
        }
        const torch::Tensor y = trim(x) + linear(3, context);
        return y + linear(5, torch::gelu(linear(4, torch::layer_norm(y, {width_}))));
    }

    torch::Tensor attend(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v, const torch::Tensor& allowed) const {
        const torch::Tensor scores = q.matmul(k.transpose(1, 2)) / std::sqrt(static_cast<double>(width_));
        return scores.masked_fill(allowed.logical_not(), -1e30).softmax(-1).matmul(v);
    }

    std::int64_t width_;
    torch::Tensor embedding_, head_;
    std::vector<FrozenLinear> storage_;
    std::vector<const FrozenLinear*> linears_;
};

}  // namespace consort::nn
