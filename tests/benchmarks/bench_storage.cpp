// Storing: points of training curves, and a model's weights by memory map.
#include <cmath>

#include "core/base/safetensors.h"
#include "core/store/store.h"
#include "tests/benchmarks/bench_models.h"

namespace consort::bench {

void benchStorage(Report& report) {
    report.begin("Loading and storing", "one thread, the clock");
    constexpr int kPoints = 200'000;
    int run = 0;
    Store store = Store::create(report.folder() / "store");
    const auto points = [&] {
        const std::string id = "r" + std::to_string(++run);
        for (int k = 0; k < kPoints; ++k) store.addMetric({.run = id, .step = k, .name = "train_loss", .value = std::sin(k)});
        store.flushMetrics();
    };
    report.promised("points of curves a second", kPoints / takingTurns(report.rounds(), {points}, wallSeconds)[0], Bound::AtLeast, 500'000, false);
    const auto file = folderOf(report, k17M) / "model.safetensors";
    report.fact("opening 17M weights by memory map", 1e3 * takingTurns(report.rounds(), {[&] { const SafetensorsFile opened(file); }}, wallSeconds)[0], "ms");
}

}  // namespace consort::bench
