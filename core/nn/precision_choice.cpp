// Which precision trains faster here: both timed, in turns.
#include <algorithm>
#include <chrono>
#include <vector>

#include "core/base/error.h"
#include "core/nn/batch_order.h"
#include "core/nn/compute_lanes.h"
#include "core/nn/thread_scope.h"
#include "core/nn/trainer.h"
#include "core/nn/training_state.h"

namespace consort {
namespace {

constexpr double kClearlyFaster = 1.2;
constexpr int kTimings = 5;

double median(std::vector<double> times) {
    std::nth_element(times.begin(), times.begin() + kTimings / 2, times.end());
    return times[kTimings / 2];
}

}  // namespace

std::string fasterPrecision(Session& session, const Adapter& start, std::span<const TrainingData> data, const TrainOptions& options) {
    if (session.options().dtype != "float32") return "float32";
    nn::BatchOrder order(data, options.seed);
    if (order.rows() == 0) throw Error(ErrorCode::InvalidInput, "there are no train rows to choose a precision with");
    const std::vector<nn::RunRow> rows = order.batch(1, options.batch);
    const nn::ThreadScope threads(lanesFor(1, stepFlops(session.info(), data, options.batch)).threadsEach);
    TrainOptions own = options;
    const auto stateIn = [&](const char* precision) {
        own.precision = precision;
        return nn::TrainingState(session.impl(), start, own);
    };
    nn::TrainingState wide = stateIn("float32"), narrow = stateIn("bfloat16");
    const auto secondsOf = [&](nn::TrainingState& state) {
        const auto begin = std::chrono::steady_clock::now();
        state.tryPass(rows);
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    std::vector<double> wideTimes, narrowTimes;
    for (int timing = 0; timing < kTimings; ++timing) {
        wideTimes.push_back(secondsOf(wide));
        narrowTimes.push_back(secondsOf(narrow));
    }
    return median(wideTimes) > kClearlyFaster * median(narrowTimes) ? "bfloat16" : "float32";
}

}  // namespace consort
