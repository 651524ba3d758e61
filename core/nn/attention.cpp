#include "core/nn/attention.h"

#include <limits>

namespace consort::nn {
namespace {

/// Every key head serves a group of query heads, which stand side by side as further rows of its product: keys and values are
/// never copied. queries (batch, heads, n, dim), keys and values (batch, kvHeads, seq, dim), mask (…, n, seq).
torch::Tensor attended(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values, const torch::Tensor& mask) {
    const std::int64_t heads = queries.size(1), kvHeads = keys.size(1), n = queries.size(2);
    const torch::Tensor grouped = queries.reshape({queries.size(0), kvHeads, heads / kvHeads * n, queries.size(3)});
    const torch::Tensor scores = grouped.matmul(keys.transpose(2, 3)).view({queries.size(0), heads, n, keys.size(2)}) + mask;
    const torch::Tensor weights = scores.softmax(-1).view({queries.size(0), kvHeads, heads / kvHeads * n, keys.size(2)});
    return weights.matmul(values).view({queries.size(0), heads, n, values.size(3)});
}

/// Places the wanted positions, ascending, in a grid of one row per sequence.
void planGrid(AttentionPlan& plan, const torch::Tensor& wanted) {
    const torch::Tensor row = torch::floor_divide(wanted, plan.seq), count = torch::bincount(row, {}, plan.rows);
    plan.width = count.max().item<std::int64_t>();
    if (plan.width * plan.rows == wanted.size(0)) return;
    const torch::Tensor first = count.cumsum(0) - count, order = torch::arange(wanted.size(0));
    plan.slots = row * plan.width + order - first.index_select(0, row);
    plan.sources = torch::zeros({plan.rows * plan.width}, torch::kInt64).index_copy(0, plan.slots, order);
}

}  // namespace

AttentionPlan attentionPlan(const TokenBatch& batch, torch::ScalarType dtype) {
    AttentionPlan plan;
    plan.seq = batch.ids.size(1);
    plan.causal = torch::full({plan.seq, plan.seq}, -std::numeric_limits<double>::infinity(), dtype).triu(1);
    if (batch.wanted.defined()) {
        plan.rows = batch.ids.size(0);
        plan.wantedColumn = torch::remainder(batch.wanted, plan.seq);
        planGrid(plan, batch.wanted);
    }
    return plan;
}

torch::Tensor windowed(const AttentionPlan& plan, std::int64_t window) {
    if (window == 0 || window >= plan.seq) return plan.causal;
    const torch::Tensor tooOld = torch::ones({plan.seq, plan.seq}, torch::kBool).tril(-window);
    return plan.causal.masked_fill(tooOld, -std::numeric_limits<double>::infinity());
}

torch::Tensor attend(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v, const torch::Tensor& mask, double scale) {
    return attended((q * scale).transpose(1, 2), k.transpose(1, 2), v.transpose(1, 2), mask).transpose(1, 2).flatten(2);
}

torch::Tensor attendWanted(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v, const torch::Tensor& mask,
                           const AttentionPlan& plan, double scale) {
    const auto onGrid = [&](const torch::Tensor& x) { return plan.sources.defined() ? x.index_select(0, plan.sources) : x; };
    const torch::Tensor queries = onGrid(q * scale).unflatten(0, {plan.rows, plan.width}).transpose(1, 2);
    const torch::Tensor masks = mask.index_select(0, onGrid(plan.wantedColumn)).view({plan.rows, 1, plan.width, plan.seq});
    const torch::Tensor context = attended(queries, k.transpose(1, 2), v.transpose(1, 2), masks).transpose(1, 2).flatten(2).flatten(0, 1);
    return plan.slots.defined() ? context.index_select(0, plan.slots) : context;
}

}  // namespace consort::nn
