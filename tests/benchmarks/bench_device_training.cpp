// Training on a GPU: passes that are recorded and repeated against the same passes started kernel by kernel.
#include <torch/torch.h>

#include "core/base/error.h"
#include "core/nn/pass_graphs.h"
#include "core/nn/training_state.h"
#include "tests/benchmarks/bench_models.h"

namespace consort::bench {
namespace {

std::unique_ptr<nn::TrainingState> stateOf(Session& session, const Adapter& start) {
    TrainOptions options;
    options.precision = "float32";
    return std::make_unique<nn::TrainingState>(session.impl(), start, options);
}

void recordedSteps(Report& report, const TimedModel& model) {
    Session session = Session::open(folderOf(report, model), {"cuda:0", "bfloat16", "none", 1});
    const Adapter start = someAdapters(session, 1, 8).front();
    const std::vector<Example> rows = rowsOfLength(8, 64, model.shape.vocabulary);
    std::vector<nn::RunRow> batch;
    for (const Example& row : rows) batch.push_back({&row, batch.size()});
    const auto recorded = stateOf(session, start);
    const nn::PassGraphs::Off off;
    const auto plain = stateOf(session, start);
    std::int64_t step = 0;
    const auto steps = [&](nn::TrainingState& state) {
        for (int k = 0; k < 10; ++k) state.step(batch, ++step, 1e-4);
    };
    const auto times = takingTurns(report.rounds(), {[&] { steps(*plain); }, [&] { steps(*recorded); }}, wallSeconds);
    report.fact(std::string(model.name) + ": kernel by kernel / recorded", times[0] / times[1], "");
}

}  // namespace

void benchDeviceTraining(Report& report) {
    report.begin("Training on a GPU", "steps of 8 rows of 64 tokens, LoRA of rank 8 on q, k, v, bfloat16; the clock");
    try {
        for (const TimedModel& model : {k8M, k160M}) recordedSteps(report, model);
    } catch (const Error& e) {
        if (e.code() != ErrorCode::NoDevice) throw;
        report.skipped("a step kernel by kernel against a recorded one", e.what());
    }
}

}  // namespace consort::bench
