// Learning-rate range test (Smith 2017): one short sweep, the loss watched.
#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/nn/batch_order.h"
#include "core/nn/compute_lanes.h"
#include "core/nn/thread_scope.h"
#include "core/nn/trainer.h"
#include "core/nn/training_state.h"

namespace consort {
namespace {

constexpr double kLowest = 1e-5, kHighest = 0.3;
constexpr int kSteps = 48;
constexpr double kSmoothing = 0.7;
constexpr double kStopFactor = 1.5;   ///< the sweep ends where the smoothed loss exceeds this times its minimum
constexpr double kBelowLowest = 4;    ///< the rate stays this many times below that of the lowest loss, where a long run would diverge
constexpr int kWindow = 3;            ///< steps to either side over which the slope is taken

double rateAt(int step) { return kLowest * std::pow(kHighest / kLowest, static_cast<double>(step) / (kSteps - 1)); }

/// The rate at which the smoothed loss falls most steeply per factor of the rate, well before its minimum: where the fall is shallow, noise
/// alone would put the steepest place next to it.
double chosenRate(const std::vector<RangeTestPoint>& curve) {
    const auto lowest = std::min_element(curve.begin(), curve.end(), [](const RangeTestPoint& a, const RangeTestPoint& b) { return a.loss < b.loss; });
    const auto end = lowest - curve.begin();
    std::ptrdiff_t steepest = end;
    double fall = 0;
    for (std::ptrdiff_t k = kWindow; k + kWindow <= end; ++k) {
        const double drop = curve[static_cast<std::size_t>(k - kWindow)].loss - curve[static_cast<std::size_t>(k + kWindow)].loss;
        if (drop <= fall) continue;
        fall = drop;
        steepest = k;
    }
    const double rate = std::min(curve[static_cast<std::size_t>(steepest)].learningRate, lowest->learningRate / kBelowLowest);
    const double decade = std::pow(10.0, std::floor(std::log10(rate)));
    return std::round(rate / decade * 10) / 10 * decade;  // two digits: the sweep knows no more
}

}  // namespace

RangeTest rangeTest(Session& session, const Adapter& start, std::span<const TrainingData> data, const TrainOptions& options, const JobContext& job) {
    nn::BatchOrder order(data, options.seed);
    if (order.rows() == 0) throw Error(ErrorCode::InvalidInput, "there are no train rows to find a learning rate with");
    const nn::ThreadScope threads(lanesFor(1, stepFlops(session.info(), data, options.batch)).threadsEach);
    nn::TrainingState state(session.impl(), start, options), still(session.impl(), start, options);
    RangeTest test;
    double smoothed = 0, level = 0, lowest = INFINITY;
    for (int step = 0; step < kSteps; ++step) {
        job.throwIfStopped();
        // Rows of mixed datasets differ by more than a step changes: what counts is the batch's loss against that of the untouched adapter.
        const double before = still.step(order.batch(step + 1, options.batch), step + 1, 0).loss;
        const auto outcome = state.step(order.batch(step + 1, options.batch), step + 1, rateAt(step));
        if (!outcome.finite) break;
        level += (before - level) / (step + 1);
        smoothed = kSmoothing * smoothed + (1 - kSmoothing) * (outcome.loss - before);
        test.curve.push_back({rateAt(step), smoothed});
        lowest = std::min(lowest, level + smoothed);
        job.progress("learning rate", step + 1, kSteps, "steps");
        if (step > 8 && level + smoothed > kStopFactor * lowest) break;
    }
    for (RangeTestPoint& point : test.curve) point.loss += level;
    job.progress("learning rate", kSteps, kSteps, "steps");
    test.learningRate = test.curve.empty() ? kLowest : chosenRate(test.curve);
    return test;
}

}  // namespace consort
