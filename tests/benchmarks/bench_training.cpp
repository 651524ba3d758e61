// Training: a step against transformers + peft, several adapters side by side against one after another, and the two precisions.
#include <torch/torch.h>

#include <memory>

#include "core/nn/compute_lanes.h"
#include "core/nn/training_state.h"
#include "tests/benchmarks/bench_peers.h"

namespace consort::bench {
namespace {

std::vector<nn::RunRow> numbered(const std::vector<Example>& rows) {
    std::vector<nn::RunRow> batch;
    for (const Example& row : rows) batch.push_back({&row, batch.size()});
    return batch;
}

std::unique_ptr<nn::TrainingState> stateOf(Session& session, const Adapter& start, const char* precision) {
    TrainOptions options;
    options.precision = precision;
    options.clip = 0;
    return std::make_unique<nn::TrainingState>(session.impl(), start, options);
}

void stepAgainstPeer(Report& report, PeerProcess& peer, const PeerCase& one) {
    Session session = sessionOf(report, *one.model, one.threads);
    const Adapter start = someAdapters(session, 1, 8).front();
    const std::vector<Example> rows = rowsOfLength(8, 64, one.model->shape.vocabulary);
    const std::vector<nn::RunRow> batch = numbered(rows);
    const auto state = stateOf(session, start, one.precision);
    std::int64_t step = 0;
    Value request;
    againstPeer(report, peer, one, request.set("do", "train"), rows, start, session.info(), [&] { return std::vector<double>{state->step(batch, ++step, 1e-4).loss}; }, 1.2);
}

/// One step of each of four adapters: one after another with all threads, or side by side.
void sideBySide(Report& report, std::size_t tokens, double promise) {
    const int threads = 2;
    Session session = sessionOf(report, k17M, threads);
    const std::vector<Adapter> made = someAdapters(session, 4, 8);
    const std::vector<Example> rows = rowsOfLength(1, tokens, k17M.shape.vocabulary);
    const std::vector<nn::RunRow> batch = numbered(rows);
    std::vector<std::unique_ptr<nn::TrainingState>> states;
    for (const Adapter& adapter : made) states.push_back(stateOf(session, adapter, "float32"));
    std::int64_t step = 0;
    const auto stepOf = [&](std::size_t a) { states[a]->step(batch, step, 1e-4); };
    const double flops = 6.0 * static_cast<double>(session.info().blockWeights) * static_cast<double>(tokens);
    const auto times = takingTurns(report.rounds() * 3, {[&] {
                                                             ++step;
                                                             for (std::size_t a = 0; a < states.size(); ++a) stepOf(a);
                                                         },
                                                         [&] {
                                                             ++step;
                                                             forEachInLanes(states.size(), flops, JobContext{}, [&](std::size_t a, const JobContext&) { stepOf(a); });
                                                         }},
                                   wallSeconds);
    report.promised("17M, 4 adapters, " + std::to_string(tokens) + " tokens each: one after another / side by side, 2 threads", times[0] / times[1], Bound::AtLeast, promise);
}

void precisions(Report& report) {
    Session session = sessionOf(report, k8M, 1);
    const Adapter start = someAdapters(session, 1, 16).front();
    for (const std::size_t count : {8, 64}) {
        const std::vector<Example> rows = randomRows(count, static_cast<std::uint64_t>(k8M.shape.vocabulary), 6);
        const std::vector<nn::RunRow> batch = numbered(rows);
        const auto wide = stateOf(session, start, "float32"), narrow = stateOf(session, start, "bfloat16");
        const auto times = takingTurns(report.rounds(), {[&] { wide->step(batch, 1, 1e-4); }, [&] { narrow->step(batch, 1, 1e-4); }});
        report.fact("8M, step of " + std::to_string(count) + " rows: float32 / bfloat16 (a run keeps the faster one)", times[0] / times[1], "");
    }
}

}  // namespace

void benchTraining(Report& report) {
    report.begin("Training", "random llamas; 8 rows of 64 tokens, LoRA of rank 8 on q, k, v, AdamW; one thread: process CPU time, two: the clock");
    PeerProcess peer;
    stepAgainstPeer(report, peer, {&k17M, "float32", 1});
    if (report.isShort()) return;
    for (const PeerCase& one : {PeerCase{&k8M, "float32", 1}, {&k160M, "float32", 1}, {&k8M, "bfloat16", 1}, {&k17M, "bfloat16", 1}, {&k160M, "bfloat16", 1}, {&k8M, "float32", 2}, {&k17M, "float32", 2}, {&k160M, "float32", 2}}) {
        stepAgainstPeer(report, peer, one);
    }
    sideBySide(report, 16, 1.5);
    sideBySide(report, 64, 1.1);
    precisions(report);
}

}  // namespace consort::bench
