#include "core/nn/lora_router.h"

#include <algorithm>
#include <map>

#include "core/base/error.h"
#include "gpu/counter_rng.h"

namespace consort::nn {
namespace {

torch::Tensor tensorOf(const FloatMatrix& matrix, torch::ScalarType dtype) {
    return torch::from_blob(const_cast<float*>(matrix.values.data()), {matrix.rows, matrix.cols}, torch::kFloat32).to(dtype, false, true);
}

/// Fills `count` scale factors, 0 with probability p else 1 / (1 − p): sixteen bits a channel, four channels a draw.
void fillDropout(std::uint64_t seed, std::uint64_t stream, std::int64_t count, double p, float* out) {
    const auto threshold = static_cast<std::uint64_t>(p * 65536.0);
    const auto kept = static_cast<float>(1.0 / (1.0 - p));
    for (std::int64_t i = 0; i < count; i += 4) {
        std::uint64_t bits = counterBits(seed, stream, static_cast<std::uint64_t>(i / 4));
        for (std::int64_t j = i; j < std::min(i + 4, count); ++j, bits >>= 16) out[j] = (bits & 0xffff) < threshold ? 0.0f : kept;
    }
}

std::uint64_t streamFor(const DropoutRow& row, std::int64_t position, int module) {
    return mixBits(mixBits(row.step * 0x9e3779b97f4a7c15ULL + row.row) + static_cast<std::uint64_t>(position) * 0xd1342543de82ef95ULL) +
           static_cast<std::uint64_t>(module);
}

torch::Tensor joined(const std::vector<torch::Tensor>& parts, std::int64_t dim) { return parts.size() == 1 ? parts.front() : torch::cat(parts, dim); }

}  // namespace

std::vector<std::size_t> linearIndices(const Session::Impl& session, const Adapter& adapter) {
    std::map<std::string, int> index;
    for (const FrozenLinear* linear : session.model->linears()) index[linear->path] = linear->index;
    std::vector<std::size_t> indices;
    for (const LoraWeights& module : adapter.modules) {
        const auto found = index.find(module.path);
        if (found == index.end()) throw Error(ErrorCode::InvalidInput, "the adapter's module '" + module.path + "' does not exist in the model");
        indices.push_back(static_cast<std::size_t>(found->second));
    }
    return indices;
}

LoraTensors loraTensors(const Session::Impl& session, const Adapter* adapter) {
    LoraTensors tensors;
    tensors.a.resize(session.model->linears().size());
    tensors.b.resize(tensors.a.size());
    if (!adapter) return tensors;
    tensors.scaling = adapter->config.scaling();
    const std::vector<std::size_t> indices = linearIndices(session, *adapter);
    for (std::size_t i = 0; i < indices.size(); ++i) {
        tensors.a[indices[i]] = tensorOf(adapter->modules[i].a, session.dtype);
        tensors.b[indices[i]] = tensorOf(adapter->modules[i].b, session.dtype);
    }
    return tensors;
}

LoraRouter::LoraRouter(const Session::Impl& session, std::vector<LoraTensors> adapters) {
    check(!adapters.empty(), "a LoRA router has adapters");
    dropout_ = adapters.front().dropout;
    modules_.resize(session.model->linears().size());
    for (std::size_t i = 0; i < modules_.size(); ++i) addModule(i, adapters, session.dtype);
}

void LoraRouter::addModule(std::size_t linear, const std::vector<LoraTensors>& adapters, torch::ScalarType dtype) {
    Module& module = modules_[linear];
    std::vector<torch::Tensor> masks;
    for (std::size_t owner = 0; owner < adapters.size(); ++owner) {
        const LoraTensors& adapter = adapters[owner];
        if (!adapter.a[linear].defined()) continue;
        module.a.push_back(adapter.a[linear]);
        module.b.push_back(adapter.b[linear]);
        masks.push_back(torch::zeros({static_cast<std::int64_t>(adapters.size()), adapter.a[linear].size(0)}, dtype));
        masks.back()[static_cast<std::int64_t>(owner)].fill_(adapter.scaling);
    }
    if (masks.empty()) return;
    module.mask = torch::cat(masks, 1);
    const bool trained = std::any_of(module.a.begin(), module.a.end(), [](const torch::Tensor& a) { return a.requires_grad(); });
    if (trained) return;
    module.a = {joined(module.a, 0)};
    module.b = {joined(module.b, 1)};
}

void LoraRouter::beginBatch(const TokenBatch& batch, const torch::Tensor& owners, const std::vector<DropoutRow>* rows) {
    batch_ = &batch;
    owners_ = owners;
    dropoutRows_ = rows;
    wantedOwners_ = torch::Tensor();
    if (owners.defined() && batch.wanted.defined()) wantedOwners_ = owners.index_select(0, torch::floor_divide(batch.wanted, batch.ids.size(1)));
}

torch::Tensor LoraRouter::apply(const FrozenLinear& linear, const torch::Tensor& x) {
    const torch::Tensor y = torch::linear(x, linear.weight, linear.bias);
    if (linear.index < 0) return y;
    const Module& module = modules_[static_cast<std::size_t>(linear.index)];
    if (module.a.empty()) return y;
    const torch::Tensor u = torch::linear(dropped(linear, x), joined(module.a, 0).to(x.scalar_type())) * maskFor(module, x);
    return y + torch::linear(u, joined(module.b, 1).to(x.scalar_type()));
}

/// Broadcasts against (…, all ranks) of x.
torch::Tensor LoraRouter::maskFor(const Module& module, const torch::Tensor& x) const {
    if (!owners_.defined()) return module.mask[0];
    return x.dim() == 2 ? module.mask.index_select(0, wantedOwners_) : module.mask.index_select(0, owners_).unsqueeze(1);
}

torch::Tensor LoraRouter::dropped(const FrozenLinear& linear, const torch::Tensor& x) const {
    if (!dropoutRows_ || dropout_ == 0) return x;
    const std::int64_t seq = batch_->ids.size(1), in = x.size(-1), rows = x.numel() / in;
    const bool trimmed = x.dim() == 2;
    const std::int64_t* wanted = trimmed ? batch_->wanted.data_ptr<std::int64_t>() : nullptr;
    torch::Tensor scale = torch::empty({rows, in}, torch::kFloat32);
    for (std::int64_t r = 0; r < rows; ++r) {
        const std::int64_t flat = trimmed ? wanted[r] : r;
        const DropoutRow& row = (*dropoutRows_)[static_cast<std::size_t>(flat / seq)];
        fillDropout(row.seed, streamFor(row, flat % seq, linear.index), in, dropout_, scale.data_ptr<float>() + r * in);
    }
    return x * scale.view(x.sizes()).to(x.scalar_type());
}

std::unique_ptr<LoraRouter> evaluationRouter(const Session::Impl& session, const Adapter* adapter) {
    return evaluationRouter(session, std::span<const Adapter* const>(&adapter, 1));
}

std::unique_ptr<LoraRouter> evaluationRouter(const Session::Impl& session, std::span<const Adapter* const> adapters) {
    std::vector<LoraTensors> tensors;
    for (const Adapter* adapter : adapters) tensors.push_back(loraTensors(session, adapter));
    return std::make_unique<LoraRouter>(session, std::move(tensors));
}

}  // namespace consort::nn
