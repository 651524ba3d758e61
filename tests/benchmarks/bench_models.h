#pragma once
// Models, rows and adapters that the benchmarks of training and evaluation share.
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/rng.h"
#include "core/nn/adapter.h"
#include "core/nn/session.h"
#include "tests/benchmarks/measure.h"
#include "tests/support/demo_rows.h"
#include "tests/support/random_llama.h"

namespace consort::bench {

struct TimedModel {
    const char* name;
    LlamaShape shape;
};
inline constexpr TimedModel k8M{"8M", {6144, 256, 8, 768, 8}}, k17M{"17M", {8192, 384, 8, 1024, 6}}, k160M{"160M", {32000, 768, 12, 3072, 12}};

/// Written once a run.
inline std::filesystem::path folderOf(const Report& report, const TimedModel& model) {
    const std::filesystem::path folder = report.folder() / model.name;
    if (!std::filesystem::exists(folder)) writeRandomLlama(folder, model.shape);
    return folder;
}

inline Session sessionOf(const Report& report, const TimedModel& model, int threads) {
    return Session::open(folderOf(report, model), {"cpu", "float32", "none", threads});
}

/// Adapters on `targets` (none: q, k, v) that do something, without dropout.
inline std::vector<Adapter> someAdapters(const Session& session, int count, std::int64_t rank, const std::vector<std::string>& targets = {}) {
    std::vector<Adapter> made;
    for (int seed = 0; seed < count; ++seed) {
        made.push_back(freshAdapter(session.info(), {rank, 64, 0, targets}, static_cast<std::uint64_t>(seed)));
        for (LoraWeights& module : made.back().modules) std::fill(module.b.values.begin(), module.b.values.end(), 0.01F);
    }
    return made;
}

inline std::vector<const Adapter*> borrowed(const std::vector<Adapter>& adapters) {
    std::vector<const Adapter*> members;
    for (const Adapter& adapter : adapters) members.push_back(&adapter);
    return members;
}

/// Rows of this many tokens, the last three the target; no choices.
inline std::vector<Example> rowsOfLength(std::size_t count, std::size_t tokens, std::int64_t vocabulary) {
    Rng rng(1, 2);
    std::vector<Example> rows(count);
    for (Example& row : rows) {
        row.promptIds = randomIds(rng, tokens - 3, static_cast<std::uint64_t>(vocabulary));
        row.targetIds = randomIds(rng, 3, static_cast<std::uint64_t>(vocabulary));
    }
    return rows;
}

}  // namespace consort::bench
