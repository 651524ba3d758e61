#include "core/nn/session.h"

#include <cstring>
#include <thread>

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/memory.h"
#include "core/nn/adapter.h"
#include "core/nn/architectures.h"
#include "core/nn/lora_router.h"
#include "core/nn/weight_check.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

std::string hashOf(const fs::path& folder, const nn::WeightFiles& weights) {
    Sha256 hash;
    hash.update(sha256OfFile(folder / "config.json"));
    for (const fs::path& file : weights.paths()) hash.update(sha256OfFile(file));
    return hash.hexDigest();
}

/// Buffers that old checkpoints carry along are no parameters.
bool isBuffer(const std::string& name) {
    const auto endsWith = [&](const char* suffix) { return name.size() >= std::strlen(suffix) && name.ends_with(suffix); };
    return endsWith(".attn.bias") || endsWith(".masked_bias") || endsWith("rotary_emb.inv_freq") || endsWith(".attention.bias");
}

std::int64_t parametersOf(const nn::WeightFiles& weights, const nn::ModelConfig& config) {
    std::int64_t count = 0;
    bool hasEmbedding = false, hasHead = false;
    for (const auto& [name, elements] : weights.sizes()) {
        if (isBuffer(name)) continue;
        hasHead = hasHead || name.ends_with("lm_head.weight") || name.ends_with("embed_out.weight");
        hasEmbedding = hasEmbedding || name.ends_with("embed_tokens.weight") || name.ends_with("wte.weight") || name.ends_with("embed_in.weight");
        count += elements;
    }
    return config.tied && hasEmbedding && hasHead ? count - config.vocabulary * config.hidden : count;
}

ModelInfo infoOf(const fs::path& folder, const nn::ModelConfig& config, const nn::WeightFiles& weights) {
    const nn::Architecture& architecture = nn::architectureOf(config.family);
    ModelInfo info;
    info.family = config.family;
    info.name = config.name;
    info.sha256 = hashOf(folder, weights);
    info.parameters = parametersOf(weights, config);
    info.vocabularySize = config.vocabulary;
    info.hiddenSize = config.hidden;
    info.layers = config.layers;
    info.heads = config.heads;
    info.kvHeads = config.kvHeads;
    info.maxPositions = config.maxPositions;
    info.linears = architecture.linears(config);
    for (const LinearModule& linear : info.linears) info.blockWeights += linear.in * linear.out;
    info.headWeights = config.vocabulary * config.hidden;
    info.defaultTargets.assign(architecture.defaultTargets.begin(), architecture.defaultTargets.end());
    return info;
}

/// The weights in this type, and a fifth for what is computed with them.
void requireMemoryFor(std::int64_t parameters, torch::ScalarType dtype) {
    requireMemory(1.2 * static_cast<double>(parameters) * static_cast<double>(torch::elementSize(dtype)), "the base model",
                  "use --dtype bfloat16, a smaller model or a larger machine");
}

torch::ScalarType scalarTypeNamed(const std::string& name) {
    if (name == "float32") return torch::kFloat32;
    if (name == "bfloat16") return torch::kBFloat16;
    if (name == "float64") return torch::kFloat64;
    throw Error(ErrorCode::InvalidInput, "the type '" + name + "' is not known: use float32 or bfloat16");
}

void requireCpu(const std::string& device) {
    if (device == "cpu" || device == "auto") return;
    if (device.rfind("cuda", 0) == 0) throw Error(ErrorCode::NoDevice, "there is no device '" + device + "' that this build can use; use --device cpu");
    throw Error(ErrorCode::InvalidInput, "the device '" + device + "' is not known: use cpu, cuda:0 or auto");
}

}  // namespace

ModelInfo inspectModel(const fs::path& folder) {
    const nn::ModelConfig config = nn::readModelConfig(folder);
    const nn::WeightFiles weights(folder, nn::WeightUse::CheckShapes);
    nn::architectureOf(config.family).load(config, weights, {torch::kFloat32, false});
    return infoOf(folder, config, weights);
}

void checkWeightValues(const fs::path& folder) {
    const nn::ModelConfig config = nn::readModelConfig(folder);
    nn::architectureOf(config.family).load(config, nn::WeightFiles(folder, nn::WeightUse::CheckValues), {torch::kFloat32, false});
}

Session::Session(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

Session Session::open(const fs::path& folder, const SessionOptions& options) {
    auto impl = std::make_unique<Impl>();
    requireCpu(options.device);
    impl->options = options;
    impl->options.device = "cpu";
    if (options.dtype == "auto") impl->options.dtype = "float32";
    if (options.threads == 0) impl->options.threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    impl->dtype = scalarTypeNamed(impl->options.dtype);
    torch::set_num_threads(impl->options.threads);
    const nn::ModelConfig config = nn::readModelConfig(folder);
    const nn::Architecture& architecture = nn::architectureOf(config.family);
    const nn::WeightFiles weights(folder);
    requireMemoryFor(parametersOf(weights, config), impl->dtype);
    impl->info = infoOf(folder, config, weights);
    impl->model = architecture.load(config, weights, {impl->dtype, options.quantize == "nf4"});
    return Session(std::move(impl));
}

const ModelInfo& Session::info() const { return impl_->info; }
const SessionOptions& Session::options() const { return impl_->options; }

void Session::requireIds(const TokenIds& ids) const {
    const ModelInfo& info = impl_->info;
    if (ids.empty()) throw Error(ErrorCode::InvalidInput, "a list of token ids is empty");
    if (static_cast<std::int64_t>(ids.size()) > info.maxPositions) {
        throw Error(ErrorCode::InvalidInput, "a row has " + std::to_string(ids.size()) + " tokens, but the model has " +
                                                 std::to_string(info.maxPositions) + " positions");
    }
    for (const std::int32_t id : ids) {
        if (id < 0 || id >= info.vocabularySize) {
            throw Error(ErrorCode::InvalidInput, "the token id " + std::to_string(id) + " is outside the vocabulary (0 … " +
                                                     std::to_string(info.vocabularySize - 1) + ")");
        }
    }
}

FloatMatrix Session::logits(const TokenIds& ids, const Adapter* adapter) {
    requireIds(ids);
    const torch::NoGradGuard noGrad;
    nn::TokenBatch batch;
    batch.ids = torch::tensor(std::vector<std::int64_t>(ids.begin(), ids.end())).unsqueeze(0);
    batch.lengths = {static_cast<std::int64_t>(ids.size())};
    const auto router = nn::evaluationRouter(*impl_, adapter);
    const torch::Tensor logits = impl_->model->head(impl_->model->hidden(batch, *router)).to(torch::kFloat32).contiguous();
    FloatMatrix result(logits.size(0), logits.size(1));
    std::memcpy(result.values.data(), logits.data_ptr<float>(), result.values.size() * sizeof(float));
    return result;
}

}  // namespace consort
