#pragma once
// What the tensors of one pass through the model take beside the weights: counted from shapes, before anything is computed.
#include <cstdint>
#include <vector>

#include "core/nn/adapter.h"
#include "core/nn/session.h"

namespace consort {

inline constexpr std::int64_t kPassTokens = 4096;  ///< padded tokens that go through the model at once, unless asked otherwise

/// Tokens of one lane's pass where `total` are spread over `threads`: `most`, or less so that every thread has something to do.
std::int64_t laneTokens(std::int64_t total, int threads, std::int64_t most);

/// Which maps an adapter sits on.
struct AdapterShape {
    std::vector<LinearModule> modules;
    std::int64_t rank = 0;
    double dropout = 0;
};
AdapterShape adapterShape(const ModelInfo& model, const LoraConfig& config);
AdapterShape adapterShape(const Adapter& adapter);

/// The rows that go through the model at once.
struct PassShape {
    double rows = 0;     ///< sequences, padded to the longest
    double length = 0;   ///< tokens of the longest
    double labels = 0;   ///< positions that are scored
    double bytes = 4;    ///< of a value: 4, or 2 in bfloat16

    double tokens() const { return rows * length; }
};

/// Peak bytes of a forward and backward pass that trains an adapter (its own parameters and moments not counted). `recompute`: blocks keep their
/// input alone and are computed again.
double trainingPassBytes(const ModelInfo& model, const AdapterShape& adapter, const PassShape& shape, bool recompute);

/// Of a pass for per-example gradients at a point; `factorA`: by A as well as by B.
double gradientPassBytes(const ModelInfo& model, const AdapterShape& adapter, const PassShape& shape, bool factorA, bool recompute);

/// Of a forward pass.
double forwardPassBytes(const ModelInfo& model, const PassShape& shape);

/// Of the keys and values of all blocks, where they are kept for what follows.
double keyValueBytes(const ModelInfo& model, const PassShape& shape);

}  // namespace consort
