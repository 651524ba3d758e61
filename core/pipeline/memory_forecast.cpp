#include "core/pipeline/memory_forecast.h"

#include <algorithm>
#include <thread>

#include "core/base/memory.h"
#include "core/pipeline/estimate_rows.h"
#include "core/pipeline/train_runs.h"

namespace consort {
namespace {

// Fitted to measured peaks of the command line (8 M, 44 M and 152 M parameters; nf4 and none; rows of 30 to 120 tokens; batches of 8 to
// 32; ranks 16 and 64), which they meet within a fifth.
constexpr double kProgram = 140e6;             ///< the program and its libraries
constexpr double kTrainingExtra = 25e6, kGradientsExtra = 50e6, kEvaluationExtra = 30e6;
constexpr double kQuantizedBytes = 0.53;       ///< a weight's code and its share of the scales; the computing copy is kept beside it
constexpr double kTrainingActivations = 2.6;   ///< values kept per token, in inputs and outputs of all linear maps
constexpr double kGradientActivations = 1.0;
constexpr double kEvaluationActivations = 0.25;
constexpr double kOptimiserCopies = 14;        ///< of the adapter: parameters, gradient, moments, best state, checkpoint in the making
constexpr std::int64_t kBatchTokens = 4096;    ///< of a gradient or evaluation batch
constexpr double kLanePiece = 2e11;            ///< FLOP of a batch from which on all threads work on one

struct Shape {
    double weights = 0, channels = 0, bytes = 4;  ///< bytes of the base; inputs and outputs of all linear maps; bytes of a value
};

Shape shapeOf(const ModelInfo& model, const ProjectSettings& settings) {
    Shape shape;
    if (settings.dtype == "bfloat16") shape.bytes = 2;
    shape.weights = shape.bytes * static_cast<double>(model.parameters);
    if (settings.quantize == "nf4") shape.weights += kQuantizedBytes * static_cast<double>(model.blockWeights);
    for (const LinearModule& linear : model.linears) shape.channels += static_cast<double>(linear.in + linear.out);
    return shape;
}

double adapterParameters(const ModelInfo& model, const LoraConfig& config) {
    double count = 0;
    for (const LinearModule& linear : selectTargets(model, config.targets)) count += static_cast<double>(config.rank) * static_cast<double>(linear.in + linear.out);
    return count;
}

/// Tokens of the largest split that goes through the model at once, over all lanes.
double tokensInFlight(const ModelInfo& model, double tokens, int threads) {
    const double lane = std::min(static_cast<double>(kBatchTokens), tokens / threads);
    const bool side = 4.0 * static_cast<double>(model.blockWeights) * static_cast<double>(kBatchTokens) < kLanePiece;
    return lane * (side ? threads : 1);
}

}  // namespace

MemoryForecast memoryForecast(const ModelInfo& model, const ProjectSettings& settings, const std::vector<Value>& cards, int threads) {
    if (threads <= 0) threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    double longest = 0, gradientTokens = 0, testTokens = 0, sketchRows = 0;
    for (const Value& card : cards) {
        const Value &rows = card.at("rows"), &tokens = card.at("tokens");
        const double train = std::min(rows.doubleOr("train", 0), static_cast<double>(EstimateRequest{}.rows)), mean = tokens.doubleOr("mean", 0);
        longest = std::max(longest, tokens.doubleOr("max", 0));
        gradientTokens = std::max(gradientTokens, train * mean);
        testTokens = std::max(testTokens, rows.doubleOr("test", 0) * mean);
        sketchRows += train + std::min(rows.doubleOr("valid", 0), static_cast<double>(kValidRows));
    }
    const Shape shape = shapeOf(model, settings);
    const double token = shape.bytes * shape.channels, base = kProgram + shape.weights;
    MemoryForecast forecast;
    forecast.training = base + kTrainingExtra + kTrainingActivations * token * static_cast<double>(TrainRequest{}.options.batch) * longest +
                        kOptimiserCopies * 4 * adapterParameters(model, settings.adapter);
    forecast.gradients = base + kGradientsExtra + kGradientActivations * token * tokensInFlight(model, gradientTokens, threads) +
                         4 * sketchRows * static_cast<double>(EstimateRequest{}.dim);
    forecast.evaluation = base + shape.bytes * static_cast<double>(model.parameters) + kEvaluationExtra +
                          kEvaluationActivations * token * tokensInFlight(model, testTokens, threads);
    forecast.total = totalMemory();
    return forecast;
}

}  // namespace consort
