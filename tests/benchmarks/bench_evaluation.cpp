// Evaluation: against transformers + peft, members together against one by one, many choices, the loss of an ensemble's weights.
#include <torch/torch.h>

#include "core/nn/evaluator.h"
#include "core/nn/generator.h"
#include "core/nn/lora_router.h"
#include "tests/benchmarks/bench_cases.h"
#include "tests/benchmarks/bench_peers.h"

namespace consort::bench {
namespace {

constexpr std::int64_t kMembers = 4;

void scoresAgainstPeer(Report& report, PeerProcess& peer, const PeerCase& one) {
    Session session = sessionOf(report, *one.model, one.threads);
    const Adapter adapter = someAdapters(session, 1, 8).front();
    const Adapter* member = &adapter;
    const std::vector<Example> rows = rowsOfLength(8, 64, one.model->shape.vocabulary);
    const std::vector<double> alone{1.0};
    const auto own = [&] {
        std::vector<double> losses;
        for (const RowScore& score : MemberStates::compute(session, std::span(&member, 1), rows, JobContext{}).scores(alone)) losses.push_back(score.loss);
        return losses;
    };
    Value request;
    againstPeer(report, peer, one, request.set("do", "evaluate"), rows, adapter, session.info(), own, 1.5);
}

/// Four answers a row: a sequence each for the peer, as harnesses of evaluation do it; one prompt for ours.
void choicesAgainstPeer(Report& report, PeerProcess& peer, const PeerCase& one) {
    Session session = sessionOf(report, *one.model, one.threads);
    const Adapter adapter = someAdapters(session, 1, 8).front();
    const Adapter* member = &adapter;
    std::vector<Example> rows = rowsOfLength(8, 64, one.model->shape.vocabulary), each;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t c = 0; c < 4; ++c) rows[r].choices.push_back(rows[(r + c) % rows.size()].targetIds);
        rows[r].gold = 0;
        for (const TokenIds& choice : rows[r].choices) {
            each.push_back(rows[r]);
            each.back().targetIds = choice;
        }
    }
    const std::vector<double> alone{1.0};
    const auto own = [&] {
        std::vector<double> losses;
        for (const RowScore& score : MemberStates::compute(session, std::span(&member, 1), rows, JobContext{}).scores(alone)) {
            for (const double logProbability : score.choiceScores) losses.push_back(-logProbability / 3);
        }
        return losses;
    };
    Value request;
    againstPeer(report, peer, one, request.set("do", "evaluate"), each, adapter, session.info(), own, 1.5);
}

/// Wanted are the last positions alone, or all.
nn::TokenBatch randomBatch(Session& session, std::int64_t rows, std::int64_t tokens, bool all) {
    const torch::Device device = session.impl().device;
    nn::TokenBatch batch;
    batch.ids = torch::randint(session.info().vocabularySize, {rows, tokens}, torch::kInt64).to(device);
    batch.lengths.assign(static_cast<std::size_t>(rows), tokens);
    if (!all) batch.wanted = (torch::arange(rows) * tokens + tokens - 1).to(device);
    return batch;
}

/// 77 answers of two to six tokens to prompts of about thirty.
std::vector<Example> manyChoices(std::size_t count) {
    const auto vocabulary = static_cast<std::uint64_t>(k8M.shape.vocabulary);
    Rng rng(3, 4);
    std::vector<TokenIds> choices;
    for (int c = 0; c < 77; ++c) choices.push_back(randomIds(rng, 2 + rng.below(5), vocabulary));
    std::vector<Example> rows(count);
    for (Example& row : rows) {
        row.promptIds = randomIds(rng, 20 + rng.below(20), vocabulary);
        row.choices = choices;
        row.gold = static_cast<int>(rng.below(77));
        row.targetIds = choices[static_cast<std::size_t>(*row.gold)];
    }
    return rows;
}

void sharedPrompts(Report& report) {
    Session session = sessionOf(report, k8M, 1);
    const std::vector<Adapter> made = someAdapters(session, 1, 8);
    const std::vector<const Adapter*> one = borrowed(made);
    const std::vector<Example> rows = manyChoices(2);
    std::vector<Example> each;
    for (const Example& row : rows) {
        for (const TokenIds& choice : row.choices) {
            each.emplace_back();
            each.back().promptIds = row.promptIds;
            each.back().targetIds = choice;
        }
    }
    const auto times = takingTurns(report.rounds(), {[&] { MemberStates::compute(session, one, each, JobContext{}); }, [&] { MemberStates::compute(session, one, rows, JobContext{}); }});
    report.fact("8M, 77 choices a row: a prompt a choice / one prompt", times[0] / times[1], "");
}

void weightsLoss(Report& report) {
    Session session = sessionOf(report, k8M, 1);
    const std::vector<Adapter> made = someAdapters(session, kMembers, 8);
    std::vector<Example> rows = randomRows(200, static_cast<std::uint64_t>(k8M.shape.vocabulary), 5);
    for (Example& row : rows) row.choices.clear();
    const MemberStates states = MemberStates::compute(session, borrowed(made), rows, JobContext{});
    Derivatives derivatives;
    const std::vector<double> weights(kMembers, 0.25);
    report.fact("8M, loss of 4 weights over 200 rows with gradient and Hessian", 1e3 * takingTurns(report.rounds(), {[&] { states.loss(weights, &derivatives); }})[0], "ms");
}

}  // namespace

void membersTogether(Report& report, Session& session, const CaseShape& shape, double promise) {
    const torch::NoGradGuard noGrad;
    const std::vector<Adapter> made = someAdapters(session, kMembers, shape.rank, shape.targets);
    const std::vector<const Adapter*> members = borrowed(made);
    std::vector<std::unique_ptr<nn::LoraRouter>> alone;
    for (const Adapter* member : members) alone.push_back(nn::evaluationRouter(session.impl(), member));
    const auto wide = nn::evaluationRouter(session.impl(), members);
    const nn::CausalModel& model = *session.impl().model;
    const auto rows = static_cast<std::int64_t>(shape.rows), tokens = static_cast<std::int64_t>(shape.tokens);
    const nn::TokenBatch whole = randomBatch(session, rows, tokens, true), batch = randomBatch(session, rows, tokens, false), all = randomBatch(session, rows * kMembers, tokens, false);
    const torch::Tensor owners = torch::arange(kMembers).repeat_interleave(rows).to(session.impl().device);
    const auto each = [&](const nn::TokenBatch& input) {
        for (const auto& router : alone) model.head(model.hidden(input, *router));
        finish(session);
    };
    const auto times = takingTurns(3 * report.rounds(), {[&] { each(whole); }, [&] { each(batch); }, [&] {
                                                             wide->beginBatch(all, owners);
                                                             model.head(model.hidden(all, *wide));
                                                             finish(session);
                                                         }},
                                   clockOf(session));
    const std::string name = shape.name + ", 4 members, " + std::to_string(rows) + " x " + std::to_string(tokens) + " tokens: ";
    report.promised(name + "a pass over all positions each / together", times[0] / times[2], Bound::AtLeast, promise);
    report.fact(name + "a pass over wanted positions each / together", times[1] / times[2], "");
}

void membersDecode(Report& report, Session& session, const CaseShape& shape, std::optional<double> promise) {
    const std::vector<Adapter> made = someAdapters(session, kMembers, shape.rank, shape.targets);
    std::vector<WeightedMember> all;
    for (const Adapter& adapter : made) all.push_back({&adapter, 1.0 / static_cast<double>(kMembers)});
    const TokenIds prompt = rowsOfLength(1, shape.tokens + 3, session.info().vocabularySize).front().promptIds;
    GenerateOptions options;
    options.maxNewTokens = 32;
    const auto times = takingTurns(report.rounds(), {[&] {
                                                         for (const WeightedMember& one : all) generate(session, prompt, options, std::span(&one, 1), JobContext{});
                                                     },
                                                     [&] { generate(session, prompt, options, all, JobContext{}); }},
                                   clockOf(session));
    const std::string name = shape.name + ", 32 tokens of 4 members after " + std::to_string(shape.tokens) + ": one after another / together";
    if (promise) report.promised(name, times[0] / times[1], Bound::AtLeast, *promise);
    else report.fact(name, times[0] / times[1], "");
}

void benchEvaluation(Report& report) {
    report.begin("Evaluation", "random llamas; 8 rows of 64 tokens with targets of 3; one thread: process CPU time, two: the clock");
    PeerProcess peer;
    scoresAgainstPeer(report, peer, {&k17M, "float32", 1});
    choicesAgainstPeer(report, peer, {&k17M, "float32", 1, ", 4 choices a row"});
    {
        Session session = sessionOf(report, k17M, 1);
        membersTogether(report, session, {"17M", 1, 16}, 1.6);
        membersTogether(report, session, {"17M", 4, 64}, 1.15);
        if (!report.isShort()) membersDecode(report, session, {"17M", 1, 64}, std::nullopt);
    }
    if (report.isShort()) return;
    for (const PeerCase& one : {PeerCase{&k8M, "float32", 1}, {&k160M, "float32", 1}, {&k8M, "float32", 2}, {&k17M, "float32", 2}, {&k160M, "float32", 2}}) scoresAgainstPeer(report, peer, one);
    sharedPrompts(report);
    weightsLoss(report);
}

}  // namespace consort::bench
