#include "core/nn/representations.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include "core/nn/causal_model.h"
#include "core/nn/compute_lanes.h"
#include "core/nn/index_tensor.h"
#include "core/nn/lora_router.h"

namespace consort {
namespace {

constexpr std::int64_t kBatchTokens = 2048;

/// Rows of similar length together, so that little is padding.
std::vector<std::vector<std::size_t>> batchesByLength(std::span<const Example> examples) {
    std::vector<std::size_t> order(examples.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return examples[a].promptIds.size() > examples[b].promptIds.size(); });
    std::vector<std::vector<std::size_t>> batches;
    std::size_t longest = 0;
    for (const std::size_t row : order) {
        if (batches.empty() || static_cast<std::int64_t>((batches.back().size() + 1) * longest) > kBatchTokens) {
            batches.emplace_back();
            longest = examples[row].promptIds.size();
        }
        batches.back().push_back(row);
    }
    return batches;
}

nn::TokenBatch tokensOf(std::span<const Example> examples, const std::vector<std::size_t>& rows, torch::Device device) {
    const std::size_t width = examples[rows.front()].promptIds.size();
    std::vector<std::int64_t> ids(rows.size() * width, 0);
    nn::TokenBatch batch;
    for (std::size_t b = 0; b < rows.size(); ++b) {
        const TokenIds& prompt = examples[rows[b]].promptIds;
        std::copy(prompt.begin(), prompt.end(), ids.begin() + static_cast<std::ptrdiff_t>(b * width));
        batch.lengths.push_back(static_cast<std::int64_t>(prompt.size()));
    }
    batch.ids = nn::indexTensor(ids, device).view({static_cast<std::int64_t>(rows.size()), static_cast<std::int64_t>(width)});
    return batch;
}

}  // namespace

FloatMatrix representations(Session& session, std::span<const Example> examples, const JobContext& job) {
    for (const Example& example : examples) session.requireIds(example.promptIds);
    FloatMatrix means(static_cast<std::int64_t>(examples.size()), session.info().hiddenSize);
    const auto batches = batchesByLength(examples);
    const double flops = 2.0 * static_cast<double>(session.info().blockWeights) * static_cast<double>(kBatchTokens);
    forEachInLanes(batches.size(), session.laneFlops(flops), job, [&](std::size_t at, const JobContext& laneJob) {
        laneJob.throwIfStopped();
        const torch::NoGradGuard noGrad;
        const std::vector<std::size_t>& rows = batches[at];
        const nn::TokenBatch batch = tokensOf(examples, rows, session.impl().device);
        const auto router = nn::evaluationRouter(session.impl(), static_cast<const Adapter*>(nullptr));
        const torch::Tensor states = session.impl().model->hidden(batch, *router).view({batch.ids.size(0), batch.ids.size(1), -1});
        for (std::size_t b = 0; b < rows.size(); ++b) {
            const torch::Tensor mean = states[static_cast<std::int64_t>(b)].slice(0, 0, batch.lengths[b]).to(torch::kFloat32).mean(0).to(torch::kCPU).contiguous();
            std::copy_n(mean.data_ptr<float>(), means.cols, means.row(static_cast<std::int64_t>(rows[b])).begin());
        }
    });
    return means;
}

}  // namespace consort
