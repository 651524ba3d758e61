#include "core/nn/pass_memory.h"

#include <algorithm>
#include <string>
#include <vector>

namespace consort {
namespace {

constexpr double kLogitCopies = 3;              ///< logits, their softmax, the gradient
constexpr double kForwardSlack = 2.4;           ///< measured: what a block has freed is not used again at once
constexpr std::int64_t kLeastLaneTokens = 256;  ///< below, a batch is mostly overhead

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

}  // namespace

std::int64_t laneTokens(std::int64_t total, int threads, std::int64_t most) {
    return std::min(most, std::max(kLeastLaneTokens, (total + threads - 1) / threads));
}

/// Which maps an adapter sits on.
struct PassMemory::AdapterShape {
    AdapterShape(const ModelInfo& model, const LoraConfig& config) : modules(selectTargets(model, config.targets)), rank(config.rank), dropout(config.dropout) {}
    explicit AdapterShape(const Adapter& adapter) : dropout(adapter.config.dropout) {
        for (const LoraWeights& module : adapter.modules) {
            modules.push_back({module.path, module.a.cols, module.b.rows});
            rank = std::max(rank, module.a.rows);
        }
    }

    std::vector<LinearModule> modules;
    std::int64_t rank = 0;
    double dropout = 0;
};

PassMemory::PassMemory(const ModelInfo& model, const LoraConfig& adapter) : PassMemory(model, AdapterShape(model, adapter)) {}
PassMemory::PassMemory(const ModelInfo& model, const Adapter& adapter) : PassMemory(model, AdapterShape(adapter)) {}

PassMemory::PassMemory(const ModelInfo& model, const AdapterShape& adapter)
    : hidden_(static_cast<double>(model.hiddenSize)),
      keys_(2 * hidden_ * static_cast<double>(model.kvHeads) / static_cast<double>(std::max<std::int64_t>(1, model.heads))),
      layers_(static_cast<double>(std::max<std::int64_t>(1, model.layers))),
      vocabulary_(static_cast<double>(model.vocabularySize)) {
    for (const LinearModule& linear : model.linears) {
        widest_ = std::max(widest_, static_cast<double>(linear.in));
        outputs_ += static_cast<double>(linear.out) / layers_;
    }
    const auto rank = static_cast<double>(adapter.rank);
    const double copies = adapter.dropout > 0 ? 2 : 1;  // the dropout's factors and what they give
    for (const LinearModule& linear : adapter.modules) {
        dropped_ += copies * static_cast<double>(linear.in) / layers_;
        ranks_ += rank / layers_;
        parameters_ += rank * static_cast<double>(linear.in + linear.out);
    }
    inputs_ = distinctInputs(model, adapter.modules) / layers_;
}

/// At most alive in one block while it is computed: the residual state, its norm, and the feed-forward part's gate, activation and product.
double PassMemory::working() const { return 3 * hidden_ + 3 * widest_; }

/// Kept of a block for the backward pass: both residual states; queries, keys, values, what attention gives, gate, up and their activation.
double PassMemory::kept() const { return outputs_ + hidden_ + widest_; }

/// All blocks keep `own` values a token; or their inputs, and the one that is computed again its own.
double PassMemory::backward(const PassShape& shape, double own, bool recompute) const {
    const double blocks = recompute ? layers_ * hidden_ + own : layers_ * own;
    return shape.bytes * shape.tokens() * (blocks + working()) + logits(shape);
}

double PassMemory::logits(const PassShape& shape) const { return kLogitCopies * std::min(static_cast<double>(kLogitBytes), 4 * shape.labels * vocabulary_); }

double PassMemory::training(const PassShape& shape, bool recompute) const { return backward(shape, kept() + dropped_ + 2 * ranks_, recompute); }

double PassMemory::gradients(const PassShape& shape, bool factorA, bool recompute) const {
    return backward(shape, kept() + ranks_ + (factorA ? inputs_ : 0), recompute);
}

double PassMemory::forward(const PassShape& shape) const { return kForwardSlack * shape.bytes * shape.tokens() * working() + logits(shape); }

double PassMemory::keysAndValues(const PassShape& shape) const { return shape.bytes * shape.tokens() * layers_ * keys_; }

}  // namespace consort
