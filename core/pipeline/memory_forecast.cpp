#include "core/pipeline/memory_forecast.h"

#include <algorithm>
#include <thread>

#include "core/base/memory.h"
#include "core/nn/compute_lanes.h"
#include "core/nn/pass_memory.h"
#include "core/pipeline/estimate_rows.h"
#include "core/pipeline/train_runs.h"

namespace consort {
namespace {

// Fitted to measured peaks of the command line (tests/benchmarks/memory.py); everything else is counted.
constexpr double kProgram = 175e6;         ///< the program and its libraries
constexpr double kLane = 38e6;             ///< what the libraries keep for every further lane
constexpr double kGradientsHeap = 1.1, kTrainingHeap = 0.95;  ///< held for a byte that is counted
constexpr int kGroupsAtFirst = 2;          ///< while there is no grouping
constexpr double kMemberCopies = 4;        ///< of every member while systems are measured: itself, its tensors, its share of the merged one
constexpr double kOptimiserCopies = 14;    ///< of the adapter: parameters, gradient, moments, best state, checkpoint in the making
constexpr double kGpuProgram = 0.6e9;      ///< what the driver and the libraries take of a GPU: assumed, not measured
constexpr double kAnswerTokens = 2;        ///< of an answer that is chosen
constexpr double kNarrowBytes = 2.5;       ///< of a value in bfloat16, some of which are computed in float32
constexpr std::size_t kShortLabel = 8;     ///< letters up to which a label counts as one token
constexpr double kTrainingLayouts = 2, kGradientsLayouts = 3;  ///< of the weights: forward and backward; the estimate also tries both precisions
constexpr double kEvaluationScratch = 25e6;  ///< what oneDNN works in (fitted)
constexpr double kScratchCopies = 2;       ///< of the widest weight while its codes are turned into values

/// The largest dataset's rows, as the stages draw them.
struct Rows {
    double longest = 0, mean = 0, sketches = 0, labels = 1;
    std::int64_t trainTokens = 0, validTokens = 0, testTokens = 0;
    bool choices = false;  ///< answers of more than a token to choose from
};

/// Whether a row's answer is one of a few words, not a text.
bool hasChoices(const Value& card) {
    const std::string schema = card.at("schema").asString();
    return schema == "classification" || schema == "multiple_choice";
}

/// Whether rows have choices that are likely to be longer than a token.
bool hasLongAnswers(const Value& card) {
    if (!hasChoices(card)) return false;
    if (card.at("schema").asString() == "multiple_choice") return true;
    const auto& labels = card.at("labels").asList();
    return std::any_of(labels.begin(), labels.end(), [](const Value& label) { return label.asString().size() > kShortLabel; });
}

Rows rowsOf(const std::vector<Value>& cards) {
    Rows most;
    for (const Value& card : cards) {
        const Value &rows = card.at("rows"), &tokens = card.at("tokens");
        const double mean = tokens.doubleOr("mean", 0);
        const double train = std::min(rows.doubleOr("train", 0), static_cast<double>(EstimateRequest{}.rows));
        const double valid = std::min(rows.doubleOr("valid", 0), static_cast<double>(kValidRows));
        most.longest = std::max(most.longest, tokens.doubleOr("max", 0));
        most.labels = std::max(most.labels, hasChoices(card) ? kAnswerTokens : tokens.doubleOr("max", 0));
        most.mean = std::max(most.mean, mean);
        most.trainTokens = std::max(most.trainTokens, static_cast<std::int64_t>(train * mean));
        most.validTokens = std::max(most.validTokens, static_cast<std::int64_t>(valid * mean));
        most.testTokens = std::max(most.testTokens, static_cast<std::int64_t>(rows.doubleOr("test", 0) * mean));
        most.choices = most.choices || hasLongAnswers(card);
        most.sketches += train + valid;
    }
    return most;
}

/// A pass over as many rows of the mean length as fit into a lane.
PassShape passOf(const Rows& rows, std::int64_t tokens, double bytes) {
    const double length = std::max(1.0, rows.mean), count = std::max(1.0, static_cast<double>(tokens) / length);
    return {count, length, count * rows.labels, bytes};
}

class CpuForecast {
public:
    CpuForecast(const ModelInfo& model, const ProjectSettings& settings, const Rows& rows, int threads, int groups)
        : model_(model), settings_(settings), pass_(model, settings.adapter), rows_(rows), threads_(threads), groups_(groups),
          stored_(settings.dtype == "bfloat16" ? 2 : 4), bytes_(settings.dtype == "bfloat16" ? kNarrowBytes : 4) {}

    StageBytes stages() const {
        const double base = kProgram + weights() + kLane * (lanes(2 * flops(kPassTokens)) - 1), moments = kOptimiserCopies * 4 * pass_.adapterParameters();
        const double sketches = 2 * 4 * rows_.sketches * static_cast<double>(EstimateRequest{}.dim);
        const double validation = forward(rows_.validTokens, 1);
        StageBytes stage;
        const double layout = layoutBytes(model_, static_cast<std::int64_t>(stored_));
        stage.training = base + kTrainingLayouts * layout + kTrainingHeap * runs() * moments + std::max(kTrainingHeap * runs() * training(), validation);
        stage.gradients = base + kGradientsLayouts * layout + kGradientsHeap * (sketches + std::max(gradients(), training() + moments));
        stage.evaluation = base + layout + kEvaluationScratch + forward(rows_.testTokens, groups_) + kMemberCopies * (groups_ + 1) * 4 * pass_.adapterParameters();
        return stage;
    }

private:
    double weights() const {
        const double codes = settings_.quantize == "nf4" ? kCodeBytes * static_cast<double>(model_.blockWeights) : 0;
        return stored_ * static_cast<double>(model_.parameters) + codes;
    }
    double flops(double tokens) const { return 2.0 * static_cast<double>(model_.blockWeights) * tokens; }
    int lanes(double flopsEach) const { return lanesFor(static_cast<std::size_t>(threads_), flopsEach, threads_).count; }
    double batch() const { return static_cast<double>(TrainRequest{}.options.batch); }
    int runs() const { return std::min(groups_, lanes(2 * flops(batch() * rows_.mean))); }

    double training() const { return pass_.training({batch(), rows_.longest, batch() * rows_.labels, bytes_}, false); }
    /// Between a fresh point and a warmed one: which it is, is decided later.
    double gradients() const {
        const std::int64_t most = laneTokens(rows_.trainTokens, threads_, kPassTokens);
        const PassShape lane = passOf(rows_, most, bytes_);
        const double both = pass_.gradients(lane, false, false) + pass_.gradients(lane, true, false);
        return lanes(2 * flops(static_cast<double>(most))) * both / 2;
    }
    /// Where answers are long, prompts are shared by them, and all members' keys and values of the prompts are held at once.
    double forward(std::int64_t tokens, int members) const {
        const std::int64_t most = laneTokens(tokens, threads_, kPassTokens);
        const PassShape lane = passOf(rows_, most, bytes_);
        const PassShape shared = passOf(rows_, laneTokens(tokens * members, threads_, kPassTokens), bytes_);
        const double bytes = pass_.forward(lane) + (rows_.choices && members > 1 ? pass_.keysAndValues(shared) : 0);
        return lanes(members * flops(static_cast<double>(most))) * bytes;
    }

    const ModelInfo& model_;
    const ProjectSettings& settings_;
    PassMemory pass_;
    const Rows& rows_;
    int threads_, groups_;
    double stored_, bytes_;  ///< of a weight, of a value that is computed
};

/// In bfloat16.
StageBytes leastOnGpu(const ModelInfo& model, const ProjectSettings& settings, const Rows& rows) {
    const auto blocks = static_cast<double>(model.blockWeights), others = static_cast<double>(model.parameters) - blocks;
    const PassMemory pass(model, settings.adapter);
    const PassShape row{1, rows.longest, rows.labels, kNarrowBytes};
    double widest = 0;
    for (const LinearModule& linear : model.linears) widest = std::max(widest, static_cast<double>(linear.in * linear.out));
    const bool codes = settings.quantize == "nf4";
    const double base = kGpuProgram + 2 * others + (codes ? kCodeBytes * blocks + 2 * kScratchCopies * widest : 2 * blocks);
    StageBytes stage;
    stage.training = base + pass.training(row, true) + kOptimiserCopies * 4 * pass.adapterParameters();
    stage.gradients = base + pass.gradients(row, true, true) + 4 * pass.adapterParameters();
    stage.evaluation = base + pass.forward(row) + pass.keysAndValues(row);
    return stage;
}

}  // namespace

MemoryForecast memoryForecast(const ModelInfo& model, const ProjectSettings& settings, const std::vector<Value>& cards, int threads, const GroupingResult* grouping) {
    if (threads <= 0) threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const Rows rows = rowsOf(cards);
    MemoryForecast forecast;
    forecast.cpu = CpuForecast(model, settings, rows, threads, grouping ? static_cast<int>(grouping->groups.size()) : kGroupsAtFirst).stages();
    forecast.gpu = leastOnGpu(model, settings, rows);
    forecast.total = totalMemory();
    return forecast;
}

}  // namespace consort
