#include "core/pipeline/group_price.h"

#include <thread>

#include "core/nn/trainer.h"

namespace consort {
namespace {

double trainTokens(const Project& project, const std::string& name) {
    const Value card = project.store().datasetCard(name);
    return card.at("tokens").doubleOr("mean", 0) * card.at("rows").doubleOr("train", 0);
}

/// Measured speed of this project's finished runs, or a cautious guess.
double flopsPerSecond(const Project& project) {
    double flops = 0, seconds = 0;
    for (const RunRecord& run : project.store().runs()) {
        flops += run.flops;
        seconds += run.seconds;
    }
    if (flops > 0 && seconds > 0) return flops / seconds;
    return 2e10 * static_cast<double>(std::max(1u, std::thread::hardware_concurrency()));
}

}  // namespace

GroupPrice priceOf(Project& project, const Partition& groups) {
    const ModelInfo& model = project.model();
    const auto names = project.datasetNames();
    const Adapter adapter = project.startAdapter();
    GroupPrice price;
    double tokens = 0;
    for (const auto& group : groups) {
        for (const int i : group) tokens += trainTokens(project, names[static_cast<std::size_t>(i)]);
        price.bytes += adapter.bytes();
        price.rank += adapter.config.rank;
    }
    price.flops = TrainOptions{}.epochs * tokens * (4.0 * static_cast<double>(model.blockWeights) + 6.0 * static_cast<double>(adapter.parameters()));
    price.seconds = price.flops / flopsPerSecond(project);
    return price;
}

}  // namespace consort
