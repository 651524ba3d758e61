// Evaluation of m adapters in one wide pass against one after another (performance.md §5), rows with many choices with and without
// shared prompts, one call of the combined loss, and a training step in float32 and bfloat16. Random weights, one thread, medians.
#include <torch/torch.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>

#include "core/base/rng.h"
#include "core/nn/evaluator.h"
#include "core/nn/lora_router.h"
#include "core/nn/training_state.h"
#include "tests/support/demo_rows.h"
#include "tests/support/random_llama.h"

using namespace consort;

namespace {

constexpr std::int64_t kVocabulary = 6144, kMembers = 4;
constexpr LlamaShape kTimed{kVocabulary, 384, 8, 1024, 6}, kSmall{kVocabulary, 256, 8, 768, 8};
constexpr int kRounds = 7;

double seconds(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// Medians of two works that take turns.
std::pair<double, double> medians(const std::function<void()>& a, const std::function<void()>& b) {
    std::vector<double> first, second;
    a();
    b();
    for (int round = 0; round < kRounds; ++round) {
        first.push_back(seconds(a));
        second.push_back(seconds(b));
    }
    std::sort(first.begin(), first.end());
    std::sort(second.begin(), second.end());
    return {first[kRounds / 2], second[kRounds / 2]};
}

std::vector<Adapter> adapters(const Session& session, std::int64_t rank) {
    std::vector<Adapter> made;
    for (std::uint64_t seed = 0; seed < kMembers; ++seed) {
        made.push_back(freshAdapter(session.info(), {rank, 64, 0.1, {}}, seed));
        for (LoraWeights& module : made.back().modules) std::fill(module.b.values.begin(), module.b.values.end(), 0.01F);
    }
    return made;
}

std::vector<const Adapter*> borrowed(const std::vector<Adapter>& adapters) {
    std::vector<const Adapter*> members;
    for (const Adapter& adapter : adapters) members.push_back(&adapter);
    return members;
}

nn::TokenBatch randomBatch(std::int64_t rows, std::int64_t tokens) {
    nn::TokenBatch batch;
    batch.ids = torch::randint(kVocabulary, {rows, tokens}, torch::kInt64);
    batch.lengths.assign(static_cast<std::size_t>(rows), tokens);
    batch.wanted = torch::arange(rows) * tokens + tokens - 1;
    return batch;
}

void benchMembers(Session& session) {
    const torch::NoGradGuard noGrad;
    const std::vector<Adapter> made = adapters(session, 8);
    const std::vector<const Adapter*> members = borrowed(made);
    std::vector<std::unique_ptr<nn::LoraRouter>> alone;
    for (const Adapter* member : members) alone.push_back(nn::evaluationRouter(session.impl(), member));
    const auto wide = nn::evaluationRouter(session.impl(), members);
    for (const auto& [rows, tokens] : {std::pair<std::int64_t, std::int64_t>{1, 16}, {1, 64}, {4, 16}, {4, 64}, {16, 64}}) {
        const nn::TokenBatch batch = randomBatch(rows, tokens), all = randomBatch(rows * kMembers, tokens);
        const torch::Tensor owners = torch::arange(kMembers).repeat_interleave(rows);
        const auto [separate, together] = medians([&] { for (const auto& router : alone) session.impl().model->hidden(batch, *router); },
                                                  [&] {
                                                      wide->beginBatch(all, owners, nullptr);
                                                      session.impl().model->hidden(all, *wide);
                                                  });
        std::printf("%2ld x %2ld tokens, %ld members: one by one %.2f ms, together %.2f ms, ratio %.2f\n", rows, tokens, kMembers, 1e3 * separate,
                    1e3 * together, separate / together);
    }
}

/// 77 answers of two to six tokens to prompts of about thirty.
std::vector<Example> manyChoices(std::size_t count) {
    Rng rng(3, 4);
    std::vector<TokenIds> choices;
    for (int c = 0; c < 77; ++c) choices.push_back(randomIds(rng, 2 + rng.below(5), kVocabulary));
    std::vector<Example> rows(count);
    for (Example& row : rows) {
        row.promptIds = randomIds(rng, 20 + rng.below(20), kVocabulary);
        row.choices = choices;
        row.gold = static_cast<int>(rng.below(77));
        row.targetIds = choices[static_cast<std::size_t>(*row.gold)];
    }
    return rows;
}

void benchChoices(Session& session) {
    const std::vector<Adapter> made = adapters(session, 8);
    const std::vector<const Adapter*> one{&made[0]};
    constexpr std::size_t kRows = 2;
    const std::vector<Example> rows = manyChoices(kRows);
    std::vector<Example> each;
    for (const Example& row : rows) {
        for (const TokenIds& choice : row.choices) each.push_back({"", "", row.promptIds, choice, {}, std::nullopt, false});
    }
    const auto [apart, shared] = medians([&] { MemberStates::compute(session, one, each, JobContext{}); },
                                         [&] { MemberStates::compute(session, one, rows, JobContext{}); });
    std::printf("77 choices a row: %.0f ms a row with a prompt a choice, %.0f ms with one prompt, ratio %.2f\n", 1e3 * apart / kRows, 1e3 * shared / kRows,
                apart / shared);
}

void benchLoss(Session& session) {
    const std::vector<Adapter> made = adapters(session, 8);
    std::vector<Example> rows = randomRows(200, kVocabulary, 5);
    for (Example& row : rows) row.choices.clear();
    const MemberStates states = MemberStates::compute(session, borrowed(made), rows, JobContext{});
    Derivatives derivatives;
    const std::vector<double> weights(kMembers, 0.25);
    const auto call = [&] { states.loss(weights, &derivatives); };
    std::printf("combined loss, gradient and Hessian, 200 rows, %ld members, vocabulary %ld: %.1f ms\n", kMembers, kVocabulary, 1e3 * medians(call, call).first);
}

void benchPrecision(Session& session) {
    const Adapter start = adapters(session, 16).front();
    for (const std::size_t count : {8, 64}) {
        const std::vector<Example> rows = randomRows(count, kVocabulary, 6);
        std::vector<nn::RunRow> batch;
        for (const Example& row : rows) batch.push_back({&row, batch.size()});
        const auto stepper = [&](const char* precision) {
            TrainOptions options;
            options.precision = precision;
            return std::make_shared<nn::TrainingState>(session.impl(), start, options);
        };
        const auto wide = stepper("float32"), narrow = stepper("bfloat16");
        const auto [float32, bfloat16] = medians([&] { wide->step(batch, 1, 1e-4); }, [&] { narrow->step(batch, 1, 1e-4); });
        std::printf("step of %2zu rows: float32 %.1f ms, bfloat16 %.1f ms, ratio %.2f\n", count, 1e3 * float32, 1e3 * bfloat16, float32 / bfloat16);
    }
}

}  // namespace

int main() {
    const auto folder = std::filesystem::temp_directory_path() / ("bench_training." + std::to_string(::getpid()));
    writeRandomLlama(folder / "timed", kTimed);
    writeRandomLlama(folder / "small", kSmall);
    const SessionOptions options{"cpu", "float32", "none", 1};
    Session timed = Session::open(folder / "timed", options), small = Session::open(folder / "small", options);
    benchMembers(timed);
    benchChoices(small);
    benchLoss(small);
    benchPrecision(small);
    std::filesystem::remove_all(folder);
}
