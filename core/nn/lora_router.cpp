#include "core/nn/lora_router.h"

#include <algorithm>
#include <map>

#include "core/base/error.h"
#include "core/nn/device_kernels.h"
#include "core/nn/index_tensor.h"
#include "core/nn/matrix_tensor.h"
#include "gpu/counter_rng.h"
#include "gpu/dropout.h"

namespace consort::nn {
namespace {

/// (keys, width) float32.
torch::Tensor dropoutFactors(const torch::Tensor& keys, std::int64_t width, std::uint64_t shift, double p) {
    torch::Tensor scale = torch::empty({keys.size(0), width}, keys.options().dtype(torch::kFloat32));
    if (const KernelTable* kernels = kernelsFor(scale)) {
        const auto* streams = reinterpret_cast<const std::uint64_t*>(keys.data_ptr<std::int64_t>());
        kernels->dropoutScale(streams, keys.size(0), width, shift, p, scale.data_ptr<float>(), streamFor(scale));
        return scale;
    }
    const torch::Tensor here = keys.to(torch::kCPU).contiguous();
    torch::Tensor factors = torch::empty({keys.size(0), width}, torch::kFloat32);
    dropoutScale(reinterpret_cast<const std::uint64_t*>(here.data_ptr<std::int64_t>()), keys.size(0), width, shift, p, factors.data_ptr<float>());
    return factors.to(scale.device());
}

torch::Tensor joined(const std::vector<torch::Tensor>& parts, std::int64_t dim) { return parts.size() == 1 ? parts.front() : torch::cat(parts, dim); }

}  // namespace

torch::Tensor dropoutKeys(std::span<const DropoutRow> rows, std::int64_t seq) {
    std::vector<std::int64_t> keys;
    for (const DropoutRow& row : rows) {
        const std::uint64_t stream = mixBits(row.step * 0x9e3779b97f4a7c15ULL + row.row);
        for (std::int64_t position = 0; position < seq; ++position) {
            keys.push_back(static_cast<std::int64_t>(row.seed));
            keys.push_back(static_cast<std::int64_t>(mixBits(stream + static_cast<std::uint64_t>(position) * 0xd1342543de82ef95ULL)));
        }
    }
    return indexTensor(keys, torch::kCPU).view({-1, 2});
}

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
        tensors.a[indices[i]] = matrixTensor(adapter->modules[i].a, session);
        tensors.b[indices[i]] = matrixTensor(adapter->modules[i].b, session);
    }
    return tensors;
}

LoraRouter::LoraRouter(const Session::Impl& session, std::vector<LoraTensors> adapters) {
    check(!adapters.empty(), "a LoRA router has adapters");
    dropout_ = adapters.front().dropout;
    modules_.resize(session.model->linears().size());
    for (std::size_t i = 0; i < modules_.size(); ++i) addModule(i, adapters, torch::TensorOptions(session.device).dtype(session.dtype));
}

void LoraRouter::addModule(std::size_t linear, const std::vector<LoraTensors>& adapters, const torch::TensorOptions& options) {
    Module& module = modules_[linear];
    std::vector<torch::Tensor> masks;
    for (std::size_t owner = 0; owner < adapters.size(); ++owner) {
        const LoraTensors& adapter = adapters[owner];
        if (!adapter.a[linear].defined()) continue;
        module.a.push_back(adapter.a[linear]);
        module.b.push_back(adapter.b[linear]);
        masks.push_back(torch::zeros({static_cast<std::int64_t>(adapters.size()), adapter.a[linear].size(0)}, options));
        masks.back()[static_cast<std::int64_t>(owner)].fill_(adapter.scaling);
    }
    if (masks.empty()) return;
    module.mask = torch::cat(masks, 1);
    const bool trained = std::any_of(module.a.begin(), module.a.end(), [](const torch::Tensor& a) { return a.requires_grad(); });
    if (trained) return;
    module.a = {joined(module.a, 0)};
    module.b = {joined(module.b, 1)};
}

void LoraRouter::beginBatch(const TokenBatch& batch, const torch::Tensor& owners, const torch::Tensor& keys) {
    owners_ = owners;
    dropoutKeys_ = dropout_ > 0 ? keys : torch::Tensor();
    wantedKeys_ = dropoutKeys_.defined() && batch.wanted.defined() ? dropoutKeys_.index_select(0, batch.wanted) : torch::Tensor();
    wantedOwners_ = torch::Tensor();
    if (owners.defined() && batch.wanted.defined()) wantedOwners_ = owners.index_select(0, torch::div(batch.wanted, batch.ids.size(1), "floor"));
}

MemberBatch forMembers(const TokenBatch& batch, std::int64_t members) {
    const torch::Tensor numbers = torch::arange(members, batch.ids.options());
    MemberBatch wide{batch, numbers.repeat_interleave(batch.ids.size(0))};
    wide.input.ids = batch.ids.repeat({members, 1});
    wide.input.wanted = ((numbers * batch.ids.numel()).unsqueeze(1) + batch.wanted).flatten();
    for (std::int64_t a = 1; a < members; ++a) wide.input.lengths.insert(wide.input.lengths.end(), batch.lengths.begin(), batch.lengths.end());
    return wide;
}

torch::Tensor LoraRouter::apply(const FrozenLinear& linear, const torch::Tensor& x) {
    const torch::Tensor y = linear(x);
    if (linear.index < 0) return y;
    const Module& module = modules_[static_cast<std::size_t>(linear.index)];
    if (module.a.empty()) return y;
    const torch::Tensor u = torch::linear(dropped(linear, x), joined(module.a, 0).to(x.scalar_type())) * maskFor(module, x);
    const torch::Tensor b = joined(module.b, 1).to(x.scalar_type());
    const bool alike = y.scalar_type() == u.scalar_type() && y.scalar_type() == b.scalar_type();
    if (torch::GradMode::is_enabled() || !alike) return y + torch::linear(u, b);
    y.view({-1, y.size(-1)}).addmm_(u.reshape({-1, u.size(-1)}), b.t());  // one pass over memory instead of three
    return y;
}

/// Broadcasts against (…, all ranks) of x.
torch::Tensor LoraRouter::maskFor(const Module& module, const torch::Tensor& x) const {
    if (!owners_.defined()) return module.mask[0];
    return x.dim() == 2 ? module.mask.index_select(0, wantedOwners_) : module.mask.index_select(0, owners_).unsqueeze(1);
}

torch::Tensor LoraRouter::dropped(const FrozenLinear& linear, const torch::Tensor& x) const {
    if (!dropoutKeys_.defined()) return x;
    const torch::Tensor& keys = x.dim() == 2 ? wantedKeys_ : dropoutKeys_;
    return x * dropoutFactors(keys, x.size(-1), static_cast<std::uint64_t>(linear.index), dropout_).view(x.sizes()).to(x.scalar_type());
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
