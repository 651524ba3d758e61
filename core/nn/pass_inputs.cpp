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

/// `values` with so many more of `value` that the grid is met.
template <typename T>
std::vector<T> widened(std::vector<T> values, std::int64_t grid, T value) {
    const auto step = static_cast<std::size_t>(grid);
    values.resize((values.size() + step - 1) / step * step, value);
    return values;
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
    // Every row has one output, so that its label positions are the batch's wanted positions, in their order.
    std::vector<std::int64_t> wanted(batch.input.wanted.const_data_ptr<std::int64_t>(), batch.input.wanted.const_data_ptr<std::int64_t>() + batch.input.wanted.numel());
    PassInputs& in = planned.inputs;
    in.ids = batch.input.ids;
    in.wanted = indexTensor(widened(wanted, grid.labels, wanted.back()), torch::kCPU);
    in.labels = indexTensor(widened(round.tokens, grid.labels, std::int64_t{0}), torch::kCPU).unsqueeze(1);
    in.shares = realTensor(widened(shares, grid.labels, 0.0), torch::kCPU);
    if (parts.size() > 1) in.owners = indexTensor(joint.owner, torch::kCPU);
    if (dropout) in.dropoutKeys = dropoutKeys(joint.dropout, in.ids.size(1));
    return planned;
}

}  // namespace consort::nn
