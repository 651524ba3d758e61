#include "core/nn/training_router.h"

#include <algorithm>
#include <cstring>
#include <map>

#include "core/base/error.h"
#include "gpu/counter_rng.h"

namespace consort::nn {
namespace {

/// Fills `count` scale factors, 0 with probability p else 1 / (1 − p): sixteen bits a channel, four channels a draw.
void fillDropout(std::uint64_t seed, std::uint64_t stream, std::int64_t count, double p, float* out) {
    const auto threshold = static_cast<std::uint64_t>(p * 65536.0);
    const auto kept = static_cast<float>(1.0 / (1.0 - p));
    for (std::int64_t i = 0; i < count; i += 4) {
        std::uint64_t bits = counterBits(seed, stream, static_cast<std::uint64_t>(i / 4));
        for (std::int64_t j = i; j < std::min(i + 4, count); ++j, bits >>= 16) out[j] = (bits & 0xffff) < threshold ? 0.0f : kept;
    }
}

std::uint64_t streamFor(const DropoutKey& key, std::uint64_t row, std::int64_t position, int module) {
    return mixBits(mixBits(key.step * 0x9e3779b97f4a7c15ULL + row) + static_cast<std::uint64_t>(position) * 0xd1342543de82ef95ULL) +
           static_cast<std::uint64_t>(module);
}

void copyInto(const FloatMatrix& matrix, float*& out) {
    std::memcpy(out, matrix.values.data(), matrix.values.size() * sizeof(float));
    out += matrix.values.size();
}

void copyFrom(const float*& in, FloatMatrix& matrix) {
    std::memcpy(matrix.values.data(), in, matrix.values.size() * sizeof(float));
    in += matrix.values.size();
}

}  // namespace

TrainingRouter::TrainingRouter(const Session::Impl& session, const Adapter& shape, torch::Tensor parameters, torch::Tensor gradients)
    : scaling_(shape.config.scaling()), dropout_(shape.config.dropout) {
    std::map<std::string, int> index;
    for (const FrozenLinear* linear : session.model->linears()) index[linear->path] = linear->index;
    byLinear_.resize(index.size());
    std::int64_t offset = 0;
    const auto leaf = [&](const FloatMatrix& matrix) {
        const std::int64_t count = matrix.rows * matrix.cols;
        torch::Tensor tensor = parameters.narrow(0, offset, count).view({matrix.rows, matrix.cols}).detach().requires_grad_(true);
        tensor.mutable_grad() = gradients.narrow(0, offset, count).view({matrix.rows, matrix.cols});
        offset += count;
        return tensor;
    };
    for (const LoraWeights& module : shape.modules) {
        const auto found = index.find(module.path);
        if (found == index.end()) throw Error(ErrorCode::InvalidInput, "the adapter's module '" + module.path + "' does not exist in the model");
        Module& target = byLinear_[static_cast<std::size_t>(found->second)];
        target.a = leaf(module.a);
        target.b = leaf(module.b);
    }
}

void TrainingRouter::beginBatch(const TokenBatch& batch, const DropoutKey* key) {
    batch_ = &batch;
    key_ = key;
}

torch::Tensor TrainingRouter::apply(const FrozenLinear& linear, const torch::Tensor& x) {
    const torch::Tensor y = torch::linear(x, linear.weight, linear.bias);
    const Module& module = byLinear_[static_cast<std::size_t>(linear.index)];
    if (!module.a.defined()) return y;
    const torch::Tensor u = torch::linear(dropped(linear, x), module.a.to(x.scalar_type()));
    return y + torch::linear(u, module.b.to(x.scalar_type())) * scaling_;
}

torch::Tensor TrainingRouter::dropped(const FrozenLinear& linear, const torch::Tensor& x) const {
    if (!key_ || dropout_ == 0) return x;
    const std::int64_t seq = batch_->ids.size(1), in = x.size(-1), rows = x.numel() / in;
    const bool trimmed = x.dim() == 2;
    const std::int64_t* wanted = trimmed ? batch_->wanted.data_ptr<std::int64_t>() : nullptr;
    torch::Tensor scale = torch::empty({rows, in}, torch::kFloat32);
    for (std::int64_t r = 0; r < rows; ++r) {
        const std::int64_t flat = trimmed ? wanted[r] : r;
        const std::uint64_t row = key_->rows[static_cast<std::size_t>(flat / seq)];
        fillDropout(key_->seed, streamFor(*key_, row, flat % seq, linear.index), in, dropout_, scale.data_ptr<float>() + r * in);
    }
    return x * scale.view(x.sizes()).to(x.scalar_type());
}

torch::Tensor flattened(const Adapter& adapter) {
    torch::Tensor flat = torch::empty({adapter.parameters()}, torch::kFloat32);
    float* out = flat.data_ptr<float>();
    for (const LoraWeights& module : adapter.modules) {
        copyInto(module.a, out);
        copyInto(module.b, out);
    }
    return flat;
}

Adapter unflattened(const torch::Tensor& flat, const Adapter& shape) {
    Adapter adapter = shape;
    const torch::Tensor values = flat.contiguous();
    const float* in = values.data_ptr<float>();
    for (LoraWeights& module : adapter.modules) {
        copyFrom(in, module.a);
        copyFrom(in, module.b);
    }
    return adapter;
}

}  // namespace consort::nn
