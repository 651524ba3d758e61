#include "core/nn/attention.h"

#include <limits>
#include <optional>

#include "core/nn/index_tensor.h"

namespace consort::nn {

torch::Tensor capped(const torch::Tensor& x, double cap) { return cap > 0 ? (x / cap).tanh() * cap : x; }

namespace {

/// Every key head serves a group of query heads, which stand side by side as further rows of its product: keys and values are
/// never copied. queries (batch, heads, n, dim), keys and values (batch, kvHeads, seq, dim), mask (…, n, seq).
torch::Tensor attended(const torch::Tensor& queries, const torch::Tensor& keys, const torch::Tensor& values, const torch::Tensor& mask, double cap) {
    const std::int64_t heads = queries.size(1), kvHeads = keys.size(1), n = queries.size(2);
    const torch::Tensor grouped = queries.reshape({queries.size(0), kvHeads, heads / kvHeads * n, queries.size(3)});
    const torch::Tensor scores = capped(grouped.matmul(keys.transpose(2, 3)).view({queries.size(0), heads, n, keys.size(2)}), cap);
    const torch::Tensor weights = (scores + mask).softmax(-1).view({queries.size(0), kvHeads, heads / kvHeads * n, keys.size(2)});
    return weights.matmul(values).view({queries.size(0), heads, n, values.size(3)});
}

/// 0 where a query at (…, seq) positions may look at a key at (…, keys) positions, else −inf.
torch::Tensor additive(const torch::Tensor& hidden, torch::ScalarType dtype) {
    return torch::zeros(hidden.sizes(), hidden.options().dtype(dtype)).masked_fill(hidden, -std::numeric_limits<double>::infinity());
}

/// Positions of past and own keys, (batch, past + seq), and which of them every query may see.
void planPast(AttentionPlan& plan, const KeyValues& past, torch::ScalarType dtype) {
    const torch::Tensor begin = past.lengths.unsqueeze(1), old = torch::arange(past.keys.front().size(1), begin.options()).unsqueeze(0);
    plan.positions = begin + torch::arange(plan.seq, begin.options());
    plan.keyPositions = torch::cat({old.expand({begin.size(0), -1}), plan.positions}, 1);
    const torch::Tensor padding = torch::cat({old >= begin, torch::zeros_like(plan.positions, torch::kBool)}, 1);
    const torch::Tensor later = plan.keyPositions.unsqueeze(1) > plan.positions.unsqueeze(2);
    plan.causal = additive(later.bitwise_or(padding.unsqueeze(1)), dtype).unsqueeze(1);
}

/// The additive mask with a sliding window of `window` tokens (0: none).
torch::Tensor windowed(const AttentionPlan& plan, std::int64_t window) {
    if (window == 0 || window >= plan.causal.size(-1)) return plan.causal;
    torch::Tensor tooOld = plan.keyPositions.unsqueeze(-2) <= plan.positions.unsqueeze(-1) - window;
    if (plan.past) tooOld = tooOld.unsqueeze(1);
    return plan.causal.masked_fill(tooOld, -std::numeric_limits<double>::infinity());
}

torch::Tensor attendAll(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v, const AttentionPlan& plan, const ScoreShape& shape) {
    const torch::Tensor mask = windowed(plan, shape.window), queries = q.transpose(1, 2), keys = k.transpose(1, 2), values = v.transpose(1, 2);
    if (shape.cap > 0) return attended(queries * shape.scale, keys, values, mask, shape.cap).transpose(1, 2).flatten(2);
    const bool causal = !plan.past && mask.is_same(plan.causal);  // the fused kernel then leaves out what no query sees
    const auto given = causal ? std::optional<torch::Tensor>() : std::optional(mask);
    return torch::scaled_dot_product_attention(queries, keys, values, given, 0.0, causal, shape.scale, keys.size(1) != queries.size(1)).transpose(1, 2).flatten(2);
}

torch::Tensor attendWanted(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v, const AttentionPlan& plan, const ScoreShape& shape) {
    const torch::Tensor mask = windowed(plan, shape.window);
    const torch::Tensor keys = k.transpose(1, 2).index_select(0, plan.wantedRow), values = v.transpose(1, 2).index_select(0, plan.wantedRow);
    const torch::Tensor seen = plan.past ? mask.squeeze(1).index({plan.wantedRow, plan.wantedColumn}) : mask.index_select(0, plan.wantedColumn);
    return attended((q * shape.scale).unsqueeze(2), keys, values, seen.unsqueeze(1).unsqueeze(1), shape.cap).squeeze(2).flatten(1);
}

}  // namespace

KeyValues KeyValues::rows(const torch::Tensor& index) const {
    KeyValues chosen;
    for (const torch::Tensor& k : keys) chosen.keys.push_back(k.index_select(0, index));
    for (const torch::Tensor& v : values) chosen.values.push_back(v.index_select(0, index));
    chosen.lengths = lengths.index_select(0, index);
    chosen.longest = longest;
    return chosen;
}

AttentionPlan attentionPlan(const TokenBatch& batch, torch::ScalarType dtype) {
    AttentionPlan plan;
    plan.seq = batch.ids.size(1);
    plan.past = batch.past;
    plan.record = batch.record;
    plan.longest = plan.seq + (batch.past ? batch.past->longest : 0);
    if (batch.past) {
        planPast(plan, *batch.past, dtype);
    } else {
        plan.positions = plan.keyPositions = torch::arange(plan.seq, batch.ids.options());
        plan.causal = additive(plan.positions.unsqueeze(0) > plan.positions.unsqueeze(1), dtype);
    }
    if (batch.record) {
        const torch::Tensor own = indexTensor(batch.lengths, batch.ids.device());
        *batch.record = KeyValues{{}, {}, batch.past ? batch.past->lengths + own : own, plan.longest};
    }
    if (!batch.wanted.defined()) return plan;
    plan.wantedRow = torch::div(batch.wanted, plan.seq, "floor");
    plan.wantedColumn = torch::remainder(batch.wanted, plan.seq);
    plan.wantedPositions = batch.past ? plan.positions.flatten().index_select(0, batch.wanted) : plan.wantedColumn;
    return plan;
}

std::pair<torch::Tensor, torch::Tensor> withPast(const AttentionPlan& plan, std::size_t layer, const torch::Tensor& k, const torch::Tensor& v) {
    std::pair<torch::Tensor, torch::Tensor> all{k, v};
    if (plan.past) all = {torch::cat({plan.past->keys[layer], k}, 1), torch::cat({plan.past->values[layer], v}, 1)};
    if (plan.record) {
        plan.record->keys.push_back(all.first);
        plan.record->values.push_back(all.second);
    }
    return all;
}

torch::Tensor attend(const torch::Tensor& q, const torch::Tensor& k, const torch::Tensor& v, const AttentionPlan& plan, const ScoreShape& shape) {
    const bool wanted = q.dim() == 3;
    return wanted ? attendWanted(q, k, v, plan, shape) : attendAll(q, k, v, plan, shape);
}

}  // namespace consort::nn
