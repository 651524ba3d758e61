#pragma once
// Internal to core/nn. 4-bit weights as bitsandbytes saves them beside a model: codes, block scales (perhaps quantised themselves) and a
// little JSON that says how they belong together.
#include <torch/torch.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/safetensors.h"
#include "core/nn/packed_weight.h"

namespace consort::nn {

/// Names of what accompanies a quantised weight, by what they begin with.
inline const std::string kNf4State = ".quant_state.bitsandbytes__nf4";

/// The parts of one weight, as the file has them; the last two only where the scales are quantised.
struct StoredNf4 {
    TensorView codes, state, scales, values;
    const TensorView* nestedScales = nullptr;
    const TensorView* nestedValues = nullptr;
};

/// Shape of the weight. Throws Error{Corrupt} naming the weight, {Unsupported} for another code than nf4.
std::vector<std::int64_t> shapeOf(const StoredNf4& stored, const std::string& name);
/// float32 values, rounded to the type that the weight had before. Throws as shapeOf.
torch::Tensor dequantized(const StoredNf4& stored, const std::string& name);
/// The codes as they are, on `device`, with values() in `type`; null where blocks, levels or scales are not laid out as PackedWeight's.
std::shared_ptr<const PackedWeight> packedFrom(const StoredNf4& stored, const std::string& name, torch::ScalarType type, torch::Device device);

}  // namespace consort::nn
