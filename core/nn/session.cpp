#include "core/nn/session.h"

#include <cstring>
#include <optional>
#include <thread>

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/memory.h"
#include "core/nn/adapter.h"
#include "core/nn/architectures.h"
#include "core/nn/compute_device.h"
#include "core/nn/index_tensor.h"
#include "core/nn/lora_router.h"
#include "core/nn/pass_memory.h"
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

constexpr double kSpare = 1.2;           ///< the weights, and a fifth for what is computed with them
constexpr double kShareForCopies = 0.75;  ///< of the free memory, above which weights stay codes
constexpr double kShareForLayouts = 0.125;  ///< of the machine's memory, up to which layouts stand beside the weights: always the same on one machine

/// Whether the blocks' weights are to stay codes. Throws Error{OutOfMemory} where the base does not fit either way.
bool staysPacked(const nn::ModelConfig& config, const nn::WeightFiles& weights, const Session::Impl& impl) {
    const ModelInfo& info = impl.info;
    const bool nf4 = impl.options.quantize == "nf4";
    if (impl.options.storage == "packed") return nf4;
    const auto bytes = static_cast<double>(torch::elementSize(impl.dtype));
    const double dense = kSpare * static_cast<double>(parametersOf(weights, config)) * bytes;
    const std::optional<std::int64_t> free = nn::freeMemoryOf(impl.device);
    if (!free || impl.options.storage == "dense") return false;
    if (nf4 && dense > kShareForCopies * static_cast<double>(*free)) {
        const double packed = kSpare * (bytes * static_cast<double>(info.parameters - info.blockWeights) + kCodeBytes * static_cast<double>(info.blockWeights));
        requireMemory(packed, static_cast<double>(*free), "the base model in NF4", "use --dtype bfloat16, a smaller model or a larger machine");
        return true;
    }
    requireMemory(dense, static_cast<double>(*free), "the base model", "use --quantize nf4, --dtype bfloat16, a smaller model or a larger machine");
    return false;
}

/// Whether layouts stand beside the weights that are kept.
bool isBlocked(const Session::Impl& impl) {
    if (!impl.device.is_cpu() || impl.dtype == torch::kFloat64) return false;
    return impl.options.storage == "blocked" || (impl.options.storage == "auto" && layoutBytes(impl.info, torch::elementSize(impl.dtype)) > 0);
}

nn::WeightStorage storageFor(const nn::ModelConfig& config, const nn::WeightFiles& weights, const Session::Impl& impl) {
    if (staysPacked(config, weights, impl)) return nn::WeightStorage::Packed;
    return isBlocked(impl) ? nn::WeightStorage::Blocked : nn::WeightStorage::Dense;
}

const char* nameOf(nn::WeightStorage storage) {
    switch (storage) {
        case nn::WeightStorage::Packed: return "packed";
        case nn::WeightStorage::Blocked: return "blocked";
        case nn::WeightStorage::Dense: return "dense";
    }
    return "dense";
}

torch::ScalarType scalarTypeNamed(const std::string& name) {
    if (name == "float32") return torch::kFloat32;
    if (name == "bfloat16") return torch::kBFloat16;
    if (name == "float64") return torch::kFloat64;
    throw Error(ErrorCode::InvalidInput, "the type '" + name + "' is not known: use float32 or bfloat16");
}

}  // namespace

double layoutBytes(const ModelInfo& info, std::int64_t valueBytes) {
    const double one = static_cast<double>(info.blockWeights) * static_cast<double>(valueBytes);
    return 2 * one <= kShareForLayouts * static_cast<double>(totalMemory()) ? one : 0;
}

ModelInfo inspectModel(const fs::path& folder) {
    const nn::ModelConfig config = nn::readModelConfig(folder);
    const nn::WeightFiles weights(folder, nn::WeightUse::CheckShapes);
    nn::architectureOf(config.family).load(config, weights, {});
    return infoOf(folder, config, weights);
}

void checkWeightValues(const fs::path& folder) {
    const nn::ModelConfig config = nn::readModelConfig(folder);
    nn::architectureOf(config.family).load(config, nn::WeightFiles(folder, nn::WeightUse::CheckValues), {});
}

Session::Session(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

Session Session::open(const fs::path& folder, const SessionOptions& options) {
    auto impl = std::make_unique<Impl>();
    impl->options = options;
    impl->device = nn::deviceNamed(options.device);
    impl->options.device = impl->device.str();
    if (options.dtype == "auto") impl->options.dtype = impl->device.is_cuda() ? "bfloat16" : "float32";
    if (options.threads == 0) impl->options.threads = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    impl->dtype = scalarTypeNamed(impl->options.dtype);
    torch::set_num_threads(impl->options.threads);
    const nn::ModelConfig config = nn::readModelConfig(folder);
    const nn::Architecture& architecture = nn::architectureOf(config.family);
    const nn::WeightFiles weights(folder, nn::WeightUse::Values, impl->device);
    impl->info = infoOf(folder, config, weights);
    const nn::WeightStorage storage = storageFor(config, weights, *impl);
    impl->options.storage = nameOf(storage);
    impl->model = architecture.load(config, weights, {impl->dtype, options.quantize == "nf4", storage});
    return Session(std::move(impl));
}

const ModelInfo& Session::info() const { return impl_->info; }
const SessionOptions& Session::options() const { return impl_->options; }
double Session::laneFlops(double flops) const { return impl_->laneFlops(flops); }

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
    batch.ids = nn::indexTensor(std::vector<std::int64_t>(ids.begin(), ids.end()), impl_->device).unsqueeze(0);
    batch.lengths = {static_cast<std::int64_t>(ids.size())};
    const auto router = nn::evaluationRouter(*impl_, adapter);
    const torch::Tensor logits = impl_->model->head(impl_->model->hidden(batch, *router)).to(torch::kCPU, torch::kFloat32).contiguous();
    FloatMatrix result(logits.size(0), logits.size(1));
    std::memcpy(result.values.data(), logits.data_ptr<float>(), result.values.size() * sizeof(float));
    return result;
}

}  // namespace consort
