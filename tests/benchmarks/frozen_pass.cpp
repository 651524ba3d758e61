#include "tests/benchmarks/frozen_pass.h"

#include <numeric>

#include "core/nn/index_tensor.h"
#include "core/nn/label_head.h"
#include "core/nn/row_outputs.h"
#include "tests/benchmarks/bench_cases.h"

namespace consort::bench {
namespace {

class FrozenRouter : public nn::LinearRouter {
public:
    torch::Tensor apply(const nn::FrozenLinear& linear, const torch::Tensor& x) override {
        torch::Tensor y = torch::linear(x, linear.weight->values());
        return x.requires_grad() ? y : y.requires_grad_(true);
    }
};

nn::PlannedBatch planned(Session& session, std::span<const Example> rows) {
    const nn::RowPlan plan = nn::planRows(rows, RowMode::Answer, session.info());
    std::vector<std::size_t> all(plan.sequences.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return nn::planBatch(plan, all, session.impl().device);
}

}  // namespace

FrozenPass::FrozenPass(Session& session, std::span<const Example> rows) : session_(session), batch_(planned(session, rows)) {}

torch::Tensor FrozenPass::logits(nn::LinearRouter& router) const {
    const nn::CausalModel& model = *session_.impl().model;
    return model.head(model.hidden(batch_.input, router).index_select(0, nn::indexTensor(round().states, session_.impl().device)));
}

torch::Tensor FrozenPass::gradientOf(const torch::Tensor& logits, std::vector<double>* h) const {
    const nn::LabelOdds odds = nn::labelOdds(logits, nn::indexTensor(round().tokens, session_.impl().device));
    std::vector<double> weights;
    for (std::size_t e = 0; e + 1 < round().offsets.size(); ++e) {
        const auto part = std::span(odds.logOdds).subspan(round().offsets[e], round().offsets[e + 1] - round().offsets[e]);
        const nn::RowOutput row = nn::rowOutput(RowMode::Answer, part);
        weights.insert(weights.end(), row.weights.begin(), row.weights.end());
        if (h) h->push_back(row.h);
    }
    return odds.derivative * nn::realTensor(weights, session_.impl().device).to(torch::kFloat32).unsqueeze(1);
}

std::vector<double> FrozenPass::operator()() const {
    FrozenRouter router;
    std::vector<double> h;
    const torch::Tensor found = logits(router);
    found.backward(gradientOf(found.detach(), &h));
    finish(session_);
    return h;
}

}  // namespace consort::bench
