#include "core/nn/pass_inputs.h"

#include <numeric>

#include "core/nn/index_tensor.h"
#include "core/nn/lora_router.h"
#include "core/nn/token_batches.h"

namespace consort::nn {
namespace {

constexpr torch::Tensor PassInputs::*kTensors[] = {&PassInputs::ids, &PassInputs::wanted, &PassInputs::labels, &PassInputs::shares, &PassInputs::owners, &PassInputs::dropoutKeys};

/// The rows of all parts end to end.
struct JointRows {
    std::vector<Example> examples;
    std::vector<DropoutRow> dropout;
    std::vector<std::int64_t> owner;  ///< row to part
};

JointRows jointRows(std::span<const PassPart> parts) {
    JointRows joint;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        for (const RunRow& row : parts[p].rows) {
            joint.examples.push_back(*row.example);
            joint.dropout.push_back({parts[p].seed, parts[p].step, row.number});
            joint.owner.push_back(static_cast<std::int64_t>(p));
        }
    }
    return joint;
}

PlannedBatch batchOf(const JointRows& joint, const ModelInfo& model, const PassGrid& grid) {
    RowPlan plan = planRows(joint.examples, RowMode::Answer, model);
    plan.padding = grid.sequence;
    std::vector<std::size_t> order(plan.sequences.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    return planBatch(plan, order, torch::kCPU);
}

std::int64_t onGrid(std::int64_t count, std::int64_t grid) { return (count + grid - 1) / grid * grid; }

/// With so many zeros more that the grid is met.
torch::Tensor padded(const torch::Tensor& values, std::int64_t grid) { return torch::constant_pad_nd(values, {0, onGrid(values.size(0), grid) - values.size(0)}); }

/// With its last value as often again.
torch::Tensor prolonged(const torch::Tensor& values, std::int64_t grid) {
    return values.index_select(0, torch::arange(onGrid(values.size(0), grid)).clamp_max(values.size(0) - 1));
}

}  // namespace

PassInputs PassInputs::to(torch::Device device) const {
    PassInputs there;
    for (const auto tensor : kTensors) {
        if ((this->*tensor).defined()) there.*tensor = (this->*tensor).to(device);
    }
    return there;
}

void PassInputs::copyFrom(const PassInputs& other) {
    for (const auto tensor : kTensors) {
        if ((this->*tensor).defined()) (this->*tensor).copy_(other.*tensor);
    }
}

PlannedPass planPass(const ModelInfo& model, std::span<const PassPart> parts, bool dropout, const PassGrid& grid) {
    const JointRows joint = jointRows(parts);
    const PlannedBatch batch = batchOf(joint, model, grid);
    const BatchRound& round = batch.rounds.front();
    PlannedPass planned;
    std::vector<double> shares;
    for (std::size_t r = 0; r < joint.owner.size(); ++r) {
        const auto part = static_cast<std::size_t>(joint.owner[r]);
        const PassRow row{part, round.offsets[r], round.offsets[r + 1] - round.offsets[r], batch.input.lengths[r]};
        shares.insert(shares.end(), row.labels, 1.0 / (static_cast<double>(row.labels) * static_cast<double>(parts[part].stepRows)));
        planned.rows.push_back(row);
    }
    PassInputs& in = planned.inputs;
    in.ids = batch.input.ids;
    in.wanted = prolonged(batch.input.wanted, grid.labels);  // every row has one output: its label positions are the wanted ones, in their order
    in.labels = padded(indexTensor(round.tokens, torch::kCPU), grid.labels).unsqueeze(1);
    in.shares = padded(realTensor(shares, torch::kCPU), grid.labels);
    if (parts.size() > 1) in.owners = indexTensor(joint.owner, torch::kCPU);
    if (dropout) in.dropoutKeys = dropoutKeys(joint.dropout, in.ids.size(1));
    return planned;
}

}  // namespace consort::nn
