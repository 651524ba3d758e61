#include "core/nn/stored_nf4.h"

#include <algorithm>
#include <cstring>

#include "core/base/error.h"
#include "core/base/value.h"

namespace consort::nn {
namespace {

[[noreturn]] void fail(const std::string& name, const std::string& why) {
    throw Error(ErrorCode::Corrupt, "the quantised weight '" + name + "' " + why + "; download the model again");
}

/// What the JSON of a weight says.
struct State {
    std::vector<std::int64_t> shape;
    std::int64_t block = 64, nestedBlock = 256;
    double offset = 0;
    std::string type;
};

State stateOf(const StoredNf4& stored, const std::string& name) {
    const std::string text(reinterpret_cast<const char*>(stored.state.bytes.data()), stored.state.bytes.size());
    State state;
    try {
        const Value value = parseJson(text, name);
        const std::string code = value.stringOr("quant_type", "");
        if (code != "nf4") throw Error(ErrorCode::Unsupported, "the weight '" + name + "' is stored as " + code + "; nf4 alone is read");
        for (const Value& n : value.at("shape").asList()) state.shape.push_back(n.asInt());
        state.block = value.intOr("blocksize", 64);
        state.nestedBlock = value.intOr("nested_blocksize", 256);
        state.offset = value.doubleOr("nested_offset", 0);
        state.type = value.stringOr("dtype", "float32");
    } catch (const Error& e) {
        if (e.code() == ErrorCode::Unsupported) throw;
        fail(name, std::string("has a broken description: ") + e.what());
    }
    for (const std::int64_t n : state.shape) {
        if (n < 1 || n > (std::int64_t{1} << 31)) fail(name, "has an impossible shape");
    }
    if (state.shape.size() != 2 || state.block < 1 || state.nestedBlock < 1) fail(name, "has an impossible shape or block");
    if (static_cast<std::int64_t>(stored.codes.bytes.size()) != (elementsOf(state.shape) + 1) / 2) fail(name, "has another number of codes than its shape needs");
    return state;
}

torch::Tensor floats(const TensorView& view, const std::string& name) {
    const std::vector<float> values = toFloats(view, name);
    return torch::tensor(values, torch::kFloat32);
}

torch::Tensor bytes(const TensorView& view) {
    torch::Tensor tensor = torch::empty({static_cast<std::int64_t>(view.bytes.size())}, torch::kUInt8);
    std::memcpy(tensor.data_ptr(), view.bytes.data(), view.bytes.size());
    return tensor;
}

/// One scale a block.
torch::Tensor scalesOf(const StoredNf4& stored, const State& state, const std::string& name) {
    if (stored.scales.type != TensorType::U8) return floats(stored.scales, name);
    if (!stored.nestedScales || !stored.nestedValues) fail(name, "lacks the scales of its scales");
    const torch::Tensor outer = floats(*stored.nestedScales, name), values = floats(*stored.nestedValues, name), codes = bytes(stored.scales).to(torch::kInt64);
    if (values.size(0) != 256 || outer.size(0) != (codes.size(0) + state.nestedBlock - 1) / state.nestedBlock) fail(name, "has another number of scales than its blocks need");
    const torch::Tensor perCode = outer.repeat_interleave(state.nestedBlock).narrow(0, 0, codes.size(0));
    return values.index_select(0, codes) * perCode + state.offset;
}

torch::ScalarType typeNamed(const std::string& name) {
    if (name == "bfloat16") return torch::kBFloat16;
    if (name == "float16") return torch::kFloat16;
    return torch::kFloat32;
}

}  // namespace

std::vector<std::int64_t> shapeOf(const StoredNf4& stored, const std::string& name) { return stateOf(stored, name).shape; }

torch::Tensor dequantized(const StoredNf4& stored, const std::string& name) {
    const State state = stateOf(stored, name);
    const torch::Tensor values = floats(stored.values, name), scales = scalesOf(stored, state, name);
    const std::int64_t count = elementsOf(state.shape);
    if (values.size(0) != 16 || scales.size(0) != (count + state.block - 1) / state.block) fail(name, "has another number of scales than its blocks need");
    const torch::Tensor packed = bytes(stored.codes);
    const torch::Tensor codes = torch::stack({packed.bitwise_right_shift(4), packed.bitwise_and(15)}, 1).flatten().narrow(0, 0, count);
    const torch::Tensor weight = values.index_select(0, codes.to(torch::kInt64)) * scales.repeat_interleave(state.block).narrow(0, 0, count);
    return weight.to(typeNamed(state.type)).to(torch::kFloat32).view(state.shape);
}

std::shared_ptr<const PackedWeight> packedFrom(const StoredNf4& stored, const std::string& name, torch::ScalarType type, torch::Device device) {
    const State state = stateOf(stored, name);
    if (state.block != 64 || state.nestedBlock != 256 || stored.scales.type != TensorType::U8 || !stored.nestedScales || !stored.nestedValues) return nullptr;
    const std::vector<float> levels = toFloats(stored.values, name), map = toFloats(*stored.nestedValues, name);
    if (!std::equal(levels.begin(), levels.end(), nf4Levels(), nf4Levels() + 16) || !std::equal(map.begin(), map.end(), nf4AbsmaxMap(), nf4AbsmaxMap() + 256)) return nullptr;
    scalesOf(stored, state, name);  // refuses what does not belong together
    PackedCodes codes{bytes(stored.codes).to(device), bytes(stored.scales).to(device), floats(*stored.nestedScales, name).to(device), static_cast<float>(state.offset)};
    return std::make_shared<PackedWeight>(std::move(codes), state.shape, typeNamed(state.type), type);
}

}  // namespace consort::nn
