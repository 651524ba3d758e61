#include "core/nn/weighted_sum.h"

#include <cstring>

#include "core/base/error.h"
#include "core/nn/index_tensor.h"
#include "core/nn/lora_router.h"

namespace consort {
namespace {

/// y = W x + b + Σ w_a (y_a − W x − b) with y_a what member a's own router gives.
class WeightedSumRouter : public nn::LinearRouter {
public:
    WeightedSumRouter(const Session::Impl& session, std::span<const Adapter> members, std::span<const double> weights)
        : weights_(weights.begin(), weights.end()) {
        for (const Adapter& member : members) routers_.push_back(nn::evaluationRouter(session, &member));
    }
    torch::Tensor apply(const nn::FrozenLinear& linear, const torch::Tensor& x) override {
        const torch::Tensor base = plain_.apply(linear, x);
        torch::Tensor y = base;
        for (std::size_t a = 0; a < routers_.size(); ++a) y = y + weights_[a] * (routers_[a]->apply(linear, x) - base);
        return y;
    }

private:
    std::vector<double> weights_;
    std::vector<std::unique_ptr<nn::LinearRouter>> routers_;
    nn::PlainRouter plain_;
};

}  // namespace

FloatMatrix weightedSumLogits(Session& session, std::span<const Adapter> members, std::span<const double> weights, const TokenIds& ids) {
    session.requireIds(ids);
    check(members.size() == weights.size(), "one weight a member");
    const torch::NoGradGuard noGrad;
    nn::TokenBatch batch;
    batch.ids = nn::indexTensor(std::vector<std::int64_t>(ids.begin(), ids.end()), session.impl().device).unsqueeze(0);
    batch.lengths = {static_cast<std::int64_t>(ids.size())};
    WeightedSumRouter router(session.impl(), members, weights);
    const auto& model = *session.impl().model;
    const torch::Tensor logits = model.head(model.hidden(batch, router)).to(torch::kCPU, torch::kFloat32).contiguous();
    FloatMatrix result(logits.size(0), logits.size(1));
    std::memcpy(result.values.data(), logits.data_ptr<float>(), result.values.size() * sizeof(float));
    return result;
}

}  // namespace consort
