#include "core/nn/attention.h"

#include <limits>

namespace consort::nn {
namespace {

/// (…, kvHeads, dim) to (…, heads, dim): every key head serves heads / kvHeads query heads.
torch::Tensor expandedHeads(const torch::Tensor& x, std::int64_t heads) {
    const std::int64_t kvHeads = x.size(-2);
    return kvHeads == heads ? x : x.repeat_interleave(heads / kvHeads, -2);
}

}  // namespace

AttentionPlan attentionPlan(const TokenBatch& batch, torch::ScalarType dtype) {
    AttentionPlan plan;
    plan.seq = batch.ids.size(1);
    plan.causal = torch::full({plan.seq, plan.seq}, -std::numeric_limits<double>::infinity(), dtype).triu(1);
    if (batch.wanted.defined()) {
        plan.wantedRow = torch::floor_divide(batch.wanted, plan.seq);
        plan.wantedColumn = torch::remainder(batch.wanted, plan.seq);
    }
    return plan;
}

torch::Tensor windowed(const AttentionPlan& plan, std::int64_t window) {
    if (window == 0 || window >= plan.seq) return plan.causal;
    const torch::Tensor tooOld = torch::ones({plan.seq, plan.seq}, torch::kBool).tril(-window);
    return plan.causal.masked_fill(tooOld, -std::numeric_limits<double>::infinity());
}

torch::Tensor attend(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v, const torch::Tensor& mask, double scale) {
    const std::int64_t heads = q.size(2);
    const torch::Tensor queries = (q * scale).transpose(1, 2);
    const torch::Tensor keys = expandedHeads(k, heads).permute({0, 2, 3, 1}), values = expandedHeads(v, heads).transpose(1, 2);
    const torch::Tensor weights = (queries.matmul(keys) + mask).softmax(-1);
    return weights.matmul(values).transpose(1, 2).flatten(2);
}

torch::Tensor attendWanted(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v, const torch::Tensor& mask,
                           const AttentionPlan& plan, double scale) {
    const std::int64_t heads = q.size(1);
    const torch::Tensor keys = expandedHeads(k, heads).permute({0, 2, 3, 1}).index_select(0, plan.wantedRow);        // (wanted, heads, dim, seq)
    const torch::Tensor values = expandedHeads(v, heads).transpose(1, 2).index_select(0, plan.wantedRow);            // (wanted, heads, seq, dim)
    const torch::Tensor scores = (q * scale).unsqueeze(2).matmul(keys) + mask.index_select(0, plan.wantedColumn).unsqueeze(1).unsqueeze(1);
    return scores.softmax(-1).matmul(values).squeeze(2).flatten(1);
}

}  // namespace consort::nn
