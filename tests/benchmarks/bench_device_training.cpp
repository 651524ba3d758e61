// Training on a GPU: passes that are recorded and repeated against the same passes started kernel by kernel.
#include <torch/torch.h>

#include "core/base/error.h"
#include "core/nn/pass_graphs.h"
#include "tests/benchmarks/bench_models.h"
#include "tests/benchmarks/bench_steps.h"

namespace consort::bench {
namespace {

void recordedSteps(Report& report, const TimedModel& model) {
    Session session = Session::open(folderOf(report, model), {"cuda:0", "bfloat16", "none", 1});
    const Adapter start = someAdapters(session, 1, 8).front();
    const std::vector<Example> rows = rowsOfLength(8, 64, model.shape.vocabulary);
    const std::vector<nn::RunRow> batch = numbered(rows);
    const auto recorded = stateOf(session, start, "float32");
    const nn::PassGraphs::Off off;
    const auto plain = stateOf(session, start, "float32");
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
