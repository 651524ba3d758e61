#include "core/nn/training_checkpoint.h"

#include <cstring>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/safetensors.h"
#include "core/base/value.h"

namespace consort::nn {
namespace {

constexpr const char* kFile = "checkpoint.safetensors";

Value toValue(const RunProgress& p) {
    Value value;
    value.set("step", p.step).set("best_step", p.bestStep).set("tokens", p.tokens).set("without_gain", p.validationsWithoutGain);
    value.set("best_loss", p.bestLoss).set("smoothed_loss", p.smoothedLoss).set("first_loss", p.firstLoss).set("seconds", p.seconds);
    value.set("flops", p.flops).set("has_best", p.hasBest).set("precision", p.precision);
    return value;
}

RunProgress progressFrom(const Value& value) {
    RunProgress p;
    p.step = value.at("step").asInt();
    p.bestStep = value.at("best_step").asInt();
    p.tokens = value.at("tokens").asInt();
    p.validationsWithoutGain = value.at("without_gain").asInt();
    p.bestLoss = value.at("best_loss").asDouble();
    p.smoothedLoss = value.at("smoothed_loss").asDouble();
    p.firstLoss = value.at("first_loss").asDouble();
    p.seconds = value.at("seconds").asDouble();
    p.flops = value.at("flops").asDouble();
    p.hasBest = value.at("has_best").asBool();
    p.precision = value.at("precision").asString();
    return p;
}

TensorToWrite tensorOf(const std::string& name, const torch::Tensor& flat) {
    return {name, TensorType::F32, {flat.numel()}, std::as_bytes(std::span<const float>(flat.data_ptr<float>(), static_cast<std::size_t>(flat.numel())))};
}

torch::Tensor tensorFrom(const SafetensorsFile& file, const std::string& name) {
    const TensorView& view = file.at(name);
    torch::Tensor tensor = torch::empty({view.elements()}, torch::kFloat32);
    std::memcpy(tensor.data_ptr<float>(), view.bytes.data(), view.bytes.size());
    return tensor;
}

}  // namespace

void writeCheckpoint(const std::filesystem::path& folder, const TrainingCheckpoint& checkpoint) {
    makeFolder(folder);
    writeSafetensors(folder / kFile,
                     {tensorOf("parameters", checkpoint.parameters), tensorOf("first", checkpoint.first), tensorOf("second", checkpoint.second),
                      tensorOf("best", checkpoint.best)},
                     {{"key", checkpoint.key}, {"progress", toJson(toValue(checkpoint.progress))}});
}

std::optional<TrainingCheckpoint> readCheckpoint(const std::filesystem::path& folder, const std::string& key) {
    if (!std::filesystem::exists(folder / kFile)) return std::nullopt;
    const SafetensorsFile file(folder / kFile);
    const auto& metadata = file.metadata();
    if (!metadata.count("key") || metadata.at("key") != key || !metadata.count("progress")) return std::nullopt;
    TrainingCheckpoint checkpoint;
    checkpoint.key = key;
    checkpoint.progress = progressFrom(parseJson(metadata.at("progress"), (folder / kFile).string()));
    checkpoint.parameters = tensorFrom(file, "parameters");
    checkpoint.first = tensorFrom(file, "first");
    checkpoint.second = tensorFrom(file, "second");
    checkpoint.best = tensorFrom(file, "best");
    return checkpoint;
}

}  // namespace consort::nn
