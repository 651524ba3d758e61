#include "core/nn/pass_memory.h"

#include <algorithm>
#include <string>
#include <vector>

namespace consort {
namespace {

constexpr double kLogitBytes = 256.0 * 1024 * 1024;  ///< of the head's output at once (training_pass.cpp, evaluator.cpp)
constexpr double kLogitCopies = 3;                   ///< logits, their softmax, the gradient
constexpr double kForwardSlack = 2.4;                ///< measured: what a block has freed is not used again at once

/// Values of one token in one block.
struct BlockValues {
    double hidden = 0;   ///< of a residual state
    double widest = 0;   ///< of the widest map's input: the activation of the feed-forward part
    double outputs = 0;  ///< of all linear maps
    double adapted = 0;  ///< inputs of the adapted ones, one each
    double inputs = 0;   ///< the same, those that several maps share once
    double ranks = 0;    ///< what goes between the factors
    double layers = 1;
};

std::string parentOf(const std::string& path) { return path.substr(0, path.rfind('.')); }

/// Inputs of adapted maps. All maps of a part (attention, feed-forward) share theirs but the last, which writes to the residual stream.
double distinctInputs(const ModelInfo& model, const std::vector<LinearModule>& adapted) {
    double inputs = 0;
    std::string shared;
    for (const LinearModule& linear : adapted) {
        const std::string parent = parentOf(linear.path);
        const auto next = std::find_if(model.linears.rbegin(), model.linears.rend(), [&](const LinearModule& other) { return parentOf(other.path) == parent; });
        const bool last = next == model.linears.rend() || next->path == linear.path;
        if (last || shared != parent) inputs += static_cast<double>(linear.in);
        if (!last) shared = parent;
    }
    return inputs;
}

/// `adapter` may be null.
BlockValues valuesOf(const ModelInfo& model, const AdapterShape* adapter) {
    BlockValues values;
    values.hidden = static_cast<double>(model.hiddenSize);
    values.layers = static_cast<double>(std::max<std::int64_t>(1, model.layers));
    for (const LinearModule& linear : model.linears) {
        values.widest = std::max(values.widest, static_cast<double>(linear.in));
        values.outputs += static_cast<double>(linear.out) / values.layers;
    }
    if (!adapter) return values;
    values.inputs = distinctInputs(model, adapter->modules) / values.layers;
    for (const LinearModule& linear : adapter->modules) {
        values.adapted += static_cast<double>(linear.in) / values.layers;
        values.ranks += static_cast<double>(adapter->rank) / values.layers;
    }
    return values;
}

double logitBytes(const ModelInfo& model, const PassShape& shape) {
    return kLogitCopies * std::min(kLogitBytes, 4 * shape.labels * static_cast<double>(model.vocabularySize));
}

/// At most alive in one block while it is computed: the residual state, its norm, and the feed-forward part's gate, activation and product.
double working(const BlockValues& block) { return 3 * block.hidden + 3 * block.widest; }

/// Kept of a block for the backward pass: both residual states; queries, keys, values, what attention gives, gate, up and their activation.
double kept(const BlockValues& block) { return block.outputs + block.hidden + block.widest; }

/// Of all blocks, each of which keeps `own`; or of their inputs and the one that is computed again.
double blocksKept(const BlockValues& block, double own, bool recompute) {
    return recompute ? block.layers * block.hidden + own : block.layers * own;
}

constexpr std::int64_t kLeastLaneTokens = 256;  ///< below, a batch is mostly overhead

}  // namespace

AdapterShape adapterShape(const ModelInfo& model, const LoraConfig& config) { return {selectTargets(model, config.targets), config.rank, config.dropout}; }

AdapterShape adapterShape(const Adapter& adapter) {
    AdapterShape shape{{}, 0, adapter.config.dropout};
    for (const LoraWeights& module : adapter.modules) {
        shape.modules.push_back({module.path, module.a.cols, module.b.rows});
        shape.rank = std::max(shape.rank, module.a.rows);
    }
    return shape;
}

std::int64_t laneTokens(std::int64_t total, int threads, std::int64_t most) {
    return std::min(most, std::max(kLeastLaneTokens, (total + threads - 1) / threads));
}

double trainingPassBytes(const ModelInfo& model, const AdapterShape& adapter, const PassShape& shape, bool recompute) {
    const BlockValues block = valuesOf(model, &adapter);
    const double dropped = adapter.dropout > 0 ? 2 * block.adapted : block.adapted;  // the factors and what they give
    const double own = kept(block) + dropped + 2 * block.ranks;
    return shape.bytes * shape.tokens() * (blocksKept(block, own, recompute) + working(block)) + logitBytes(model, shape);
}

double gradientPassBytes(const ModelInfo& model, const AdapterShape& adapter, const PassShape& shape, bool factorA, bool recompute) {
    const BlockValues block = valuesOf(model, &adapter);
    const double own = kept(block) + block.ranks + (factorA ? block.inputs : 0);
    return shape.bytes * shape.tokens() * (blocksKept(block, own, recompute) + working(block)) + logitBytes(model, shape);
}

double forwardPassBytes(const ModelInfo& model, const PassShape& shape) {
    return kForwardSlack * shape.bytes * shape.tokens() * working(valuesOf(model, nullptr)) + logitBytes(model, shape);
}

double keyValueBytes(const ModelInfo& model, const PassShape& shape) {
    const double grouped = static_cast<double>(model.kvHeads) / static_cast<double>(std::max<std::int64_t>(1, model.heads));
    return shape.bytes * shape.tokens() * 2 * static_cast<double>(model.layers * model.hiddenSize) * grouped;
}

}  // namespace consort
