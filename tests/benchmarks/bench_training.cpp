// Training: a step against transformers + peft, several adapters side by side against one after another, and the two precisions.
#include <torch/torch.h>

#include <memory>
#include <optional>

#include "core/nn/compute_lanes.h"
#include "core/nn/fused_steps.h"
#include "tests/benchmarks/bench_cases.h"
#include "tests/benchmarks/bench_peers.h"
#include "tests/benchmarks/bench_steps.h"

namespace consort::bench {
namespace {

void stepAgainstPeer(Report& report, PeerProcess& peer, const PeerCase& one) {
    Session session = sessionOf(report, *one.model, one.threads);
    const Adapter start = someAdapters(session, 1, 8).front();
    const std::vector<Example> rows = rowsOfLength(8, 64, one.model->shape.vocabulary);
    RepeatedSteps step(session, start, rows, one.precision);
    Value request;
    againstPeer(report, peer, one, request.set("do", "train"), rows, start, session.info(), [&] { return std::vector<double>{step()}; }, 1.2);
}

/// Four adapters and a batch for each.
struct Crew {
    std::vector<Example> rows;
    std::vector<std::unique_ptr<nn::TrainingState>> states;
    std::int64_t step = 0;

    Crew(Session& session, const CaseShape& shape) : rows(rowsOfLength(shape.rows, shape.tokens, session.info().vocabularySize)) {
        for (const Adapter& adapter : someAdapters(session, 4, shape.rank, shape.targets)) states.push_back(stateOf(session, adapter, "float32"));
    }
    void own(std::size_t k) { states[k]->step(numbered(rows), step, 1e-4); }
    void oneAfterAnother() {
        ++step;
        for (std::size_t k = 0; k < states.size(); ++k) own(k);
    }
};

/// The same on two threads: one after another with both, or side by side.
void sideBySide(Report& report, std::size_t tokens, double promise) {
    Session session = sessionOf(report, k17M, 2);
    Crew crew(session, {"", 1, tokens});
    const double flops = 6.0 * static_cast<double>(session.info().blockWeights) * static_cast<double>(tokens);
    const auto times = takingTurns(report.rounds() * 3, {[&] { crew.oneAfterAnother(); }, [&] {
                                                             ++crew.step;
                                                             forEachInLanes(crew.states.size(), flops, JobContext{}, [&](std::size_t k, const JobContext&) { crew.own(k); });
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

void fusedAgainstEach(Report& report, Session& session, const CaseShape& shape, std::optional<double> promise) {
    Crew crew(session, shape);
    std::vector<nn::TrainingState*> borrowed;
    for (const auto& state : crew.states) borrowed.push_back(state.get());
    nn::FusedSteps together(borrowed);
    const auto times = takingTurns(report.rounds() * 3, {[&] { crew.oneAfterAnother(); }, [&] {
                                                             ++crew.step;
                                                             together.step(std::vector<nn::DueStep>(4, {numbered(crew.rows), crew.step, 1e-4}));
                                                         }},
                                   clockOf(session));
    const std::string name = shape.name + ", 4 adapters, " + std::to_string(shape.rows) + " x " + std::to_string(shape.tokens) + " tokens each: one after another / fused";
    if (promise) report.promised(name, times[0] / times[1], Bound::AtLeast, *promise);
    else report.fact(name, times[0] / times[1], "");
}

void benchTraining(Report& report) {
    report.begin("Training", "random llamas; 8 rows of 64 tokens, LoRA of rank 8 on q, k, v, AdamW; one thread: process CPU time, two: the clock");
    PeerProcess peer;
    stepAgainstPeer(report, peer, {&k17M, "float32", 1});
    if (report.isShort()) return;
    for (const PeerCase& one : {PeerCase{&k8M, "float32", 1}, {&k160M, "float32", 1}, {&k8M, "bfloat16", 1}, {&k17M, "bfloat16", 1}, {&k160M, "bfloat16", 1}, {&k8M, "float32", 2}, {&k17M, "float32", 2}, {&k160M, "float32", 2}}) {
        stepAgainstPeer(report, peer, one);
    }
    Session session = sessionOf(report, k17M, 1);
    fusedAgainstEach(report, session, {"17M, 1 thread", 1, 16}, 1.5);
    fusedAgainstEach(report, session, {"17M, 1 thread", 1, 64}, 1.1);
    for (const std::size_t tokens : {16, 64}) fusedAgainstEach(report, session, {"17M, 1 thread", 8, tokens}, std::nullopt);
    sideBySide(report, 16, 1.5);
    sideBySide(report, 64, 1.1);
    precisions(report);
}

}  // namespace consort::bench
