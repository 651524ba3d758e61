#include "core/nn/training_checkpoint.h"

#include <cstring>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/base/safetensors.h"
#include "core/base/value.h"

namespace consort::nn {
namespace {

constexpr const char* kFile = "checkpoint.safetensors";

Value toValue(const RunProgress& p) {
    Value value;
    value.set("step", p.step).set("best_step", p.bestStep).set("tokens", p.tokens).set("without_gain", p.validationsWithoutGain);
    value.set("best_loss", p.bestLoss).set("smoothed_loss", p.smoothedLoss).set("first_loss", p.firstLoss).set("seconds", p.seconds);
    value.set("flops", p.flops).set("has_best", p.hasBest).set("validation_due", p.validationDue);
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
    p.validationDue = value.at("validation_due").asBool();
    return p;
}

TensorToWrite tensorOf(const std::string& name, const torch::Tensor& flat) {
    return {name, TensorType::F32, {flat.numel()}, std::as_bytes(std::span<const float>(flat.data_ptr<float>(), static_cast<std::size_t>(flat.numel())))};
}

[[noreturn]] void corrupt(const std::filesystem::path& file, const std::string& what) {
    throw Error(ErrorCode::Corrupt, "the checkpoint " + file.string() + " " + what);
}

torch::Tensor tensorFrom(const SafetensorsFile& file, const std::string& name, std::int64_t parameters) {
    const TensorView& view = file.at(name);
    if (view.type != TensorType::F32 || view.elements() != parameters) corrupt(file.path(), "has another number of '" + name + "' than the adapter");
    torch::Tensor tensor = torch::empty({parameters}, torch::kFloat32);
    std::memcpy(tensor.data_ptr<float>(), view.bytes.data(), view.bytes.size());
    return tensor;
}

RunProgress progressIn(const SafetensorsFile& file, const std::string& text) {
    try {
        return progressFrom(parseJson(text, file.path().string()));
    } catch (const Error& e) {
        corrupt(file.path(), std::string("has unreadable progress: ") + e.what());
    }
}

std::string hashOf(const std::string& progress, const TrainingCheckpoint& checkpoint) {
    Sha256 hash;
    hash.update(progress);
    for (const torch::Tensor* tensor : {&checkpoint.parameters, &checkpoint.first, &checkpoint.second, &checkpoint.best}) {
        hash.update(tensor->data_ptr<float>(), tensor->nbytes());
    }
    return hash.hexDigest();
}

}  // namespace

void writeCheckpoint(const std::filesystem::path& folder, const TrainingCheckpoint& checkpoint) {
    makeFolder(folder);
    const std::string progress = toJson(toValue(checkpoint.progress));
    writeSafetensors(folder / kFile,
                     {tensorOf("parameters", checkpoint.parameters), tensorOf("first", checkpoint.first), tensorOf("second", checkpoint.second),
                      tensorOf("best", checkpoint.best)},
                     {{"key", checkpoint.key}, {"progress", progress}, {"sha256", hashOf(progress, checkpoint)}});
}

std::optional<TrainingCheckpoint> readCheckpoint(const std::filesystem::path& folder, const std::string& key, std::int64_t parameters) {
    if (!std::filesystem::exists(folder / kFile)) return std::nullopt;
    const SafetensorsFile file(folder / kFile);
    const auto text = [&](const char* name) {
        const auto found = file.metadata().find(name);
        return found == file.metadata().end() ? std::string() : found->second;
    };
    if (text("key") != key) return std::nullopt;
    TrainingCheckpoint checkpoint{key, progressIn(file, text("progress")), tensorFrom(file, "parameters", parameters), tensorFrom(file, "first", parameters),
                                  tensorFrom(file, "second", parameters), tensorFrom(file, "best", parameters)};
    if (hashOf(text("progress"), checkpoint) != text("sha256")) corrupt(file.path(), "has changed bytes");
    return checkpoint;
}

}  // namespace consort::nn
