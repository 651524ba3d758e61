#pragma once
// What the tensors of one pass through the model take beside the weights: counted from shapes, before anything is computed.
#include <cstdint>

#include "core/nn/adapter.h"
#include "core/nn/session.h"

namespace consort {

inline constexpr std::int64_t kPassTokens = 4096;  ///< padded tokens that go through the model at once, unless asked otherwise
inline constexpr std::int64_t kLogitBytes = std::int64_t{256} << 20;  ///< of the head's output at once
inline constexpr double kCodeBytes = 0.53;         ///< of a weight in NF4: its code and its share of the scales

/// Tokens of one lane's pass where `total` are spread over `threads`: `most`, or less so that every thread has something to do.
std::int64_t laneTokens(std::int64_t total, int threads, std::int64_t most);

/// The rows that go through the model at once.
struct PassShape {
    double rows = 0;     ///< sequences, padded to the longest
    double length = 0;   ///< tokens of the longest
    double labels = 0;   ///< positions that are scored
    double bytes = 4;    ///< of a value: 4, or 2 in bfloat16

    double tokens() const { return rows * length; }
};

/// Of one base with one adapter. Immutable; asking costs nothing.
class PassMemory {
public:
    PassMemory(const ModelInfo& model, const LoraConfig& adapter);
    PassMemory(const ModelInfo& model, const Adapter& adapter);

    /// Peak bytes of a forward and backward pass that trains the adapter (its own parameters and moments not counted). `recompute`: blocks
    /// keep their input alone and are computed again.
    double training(const PassShape& shape, bool recompute) const;
    /// Of a pass for per-example gradients at the adapter; `factorA`: by A as well as by B.
    double gradients(const PassShape& shape, bool factorA, bool recompute) const;
    /// Of a forward pass.
    double forward(const PassShape& shape) const;
    /// Of the keys and values of all blocks, where they are kept for what follows.
    double keysAndValues(const PassShape& shape) const;
    double adapterParameters() const { return parameters_; }

private:
    struct AdapterShape;
    PassMemory(const ModelInfo& model, const AdapterShape& adapter);
    double working() const;
    double kept() const;
    double backward(const PassShape& shape, double own, bool recompute) const;
    double logits(const PassShape& shape) const;

    // Values of one token in one block.
    double hidden_ = 0;   ///< of a residual state
    double widest_ = 0;   ///< of the widest map's input: the activation of the feed-forward part
    double outputs_ = 0;  ///< of all linear maps
    double keys_ = 0;     ///< of keys and values
    double dropped_ = 0;  ///< inputs of the adapted maps, one each, with their dropout
    double inputs_ = 0;   ///< inputs of the adapted maps, those that several share once
    double ranks_ = 0;    ///< what goes between the factors
    double layers_ = 1, vocabulary_ = 0, parameters_ = 0;
};

}  // namespace consort
