#include "core/nn/token_batches.h"

#include <algorithm>
#include <numeric>

#include "core/base/error.h"
#include "core/nn/index_tensor.h"
#include "core/nn/pass_memory.h"

namespace consort::nn {
namespace {

std::int64_t padded(std::size_t length, std::int64_t multiple) { return (static_cast<std::int64_t>(length) + multiple - 1) / multiple * multiple; }

[[noreturn]] void refuse(const Example& example, std::size_t index, const std::string& what) {
    const std::string name = example.id.empty() ? "example " + std::to_string(index) : example.id;
    throw Error{ErrorCode::InvalidInput, name + ": " + what};
}

void checkIds(const TokenIds& ids, const char* what, const ModelInfo& model, const auto& fail) {
    if (ids.empty()) fail(std::string("the ") + what + " is empty; it needs at least one token");
    for (const std::int32_t id : ids) {
        if (id >= 0 && id < model.vocabularySize) continue;
        fail(std::string("token id ") + std::to_string(id) + " of the " + what + " is outside the vocabulary of " +
             std::to_string(model.vocabularySize));
    }
}

void checkExample(const Example& example, std::size_t index, RowMode mode, const ModelInfo& model) {
    const auto fail = [&](const std::string& what) { refuse(example, index, what); };
    checkIds(example.promptIds, "prompt", model, fail);
    const auto& mask = example.lossMask;
    if (!mask.empty() && mask.size() != example.targetIds.size()) fail("its loss mask has another length than its target");
    if (!mask.empty() && std::find(mask.begin(), mask.end(), true) == mask.end()) fail("nothing of its target is left by the loss mask");
    if (mode != RowMode::Choice) return checkIds(example.targetIds, "target", model, fail);
    if (example.choices.empty()) fail("has no choices; use the answer or mean row mode");
    for (const TokenIds& choice : example.choices) checkIds(choice, "choice", model, fail);
}

bool isPrefix(const TokenIds& shorter, const TokenIds& longer) {
    return shorter.size() <= longer.size() && std::equal(shorter.begin(), shorter.end(), longer.begin());
}

/// Plans the rows of one example.
class ExamplePlanner {
public:
    ExamplePlanner(const Example& example, std::int64_t index, RowPlan& plan)
        : example_(example), index_(index), plan_(plan), first_(plan.sequences.size()) {}

    void plan(RowMode mode) {
        if (mode == RowMode::Choice) {
            for (const TokenIds& choice : example_.choices) addOutput(choice, 0, choice.size(), {});
        } else if (mode == RowMode::PerToken) {
            for (std::size_t t = 0; t < example_.targetIds.size(); ++t) {
                if (isScored(t)) addOutput(example_.targetIds, t, t + 1, {});
            }
        } else {
            addOutput(example_.targetIds, 0, example_.targetIds.size(), example_.lossMask);
        }
    }

private:
    bool isScored(std::size_t t) const { return example_.lossMask.empty() || example_.lossMask[t]; }

    /// The output over tokens [begin, end) of a continuation of the prompt, or over those of the mask.
    void addOutput(const TokenIds& continuation, std::size_t begin, std::size_t end, const std::vector<bool>& mask) {
        PlannedOutput output;
        output.row = static_cast<std::int64_t>(plan_.example.size());
        for (std::size_t t = begin; t < end; ++t) {
            if (!mask.empty() && !mask[t]) continue;
            output.columns.push_back(static_cast<std::int64_t>(example_.promptIds.size() + t) - 1);
            output.tokens.push_back(continuation[t]);
        }
        TokenIds ids = example_.promptIds;
        ids.insert(ids.end(), continuation.begin(), continuation.begin() + static_cast<std::ptrdiff_t>(end) - 1);
        sequenceFor(std::move(ids)).outputs.push_back(std::move(output));
        plan_.example.push_back(index_);
    }

    /// The last token predicts nothing, so inputs of different outputs are often prefixes of each other: those share a pass.
    PlannedSequence& sequenceFor(TokenIds ids) {
        for (std::size_t s = first_; s < plan_.sequences.size(); ++s) {
            PlannedSequence& known = plan_.sequences[s];
            if (isPrefix(ids, known.ids)) return known;
            if (!isPrefix(known.ids, ids)) continue;
            known.ids = std::move(ids);
            return known;
        }
        plan_.sequences.push_back({std::move(ids), {}});
        return plan_.sequences.back();
    }

    const Example& example_;
    std::int64_t index_;
    RowPlan& plan_;
    std::size_t first_;
};

std::vector<std::int64_t> wantedColumns(const PlannedSequence& sequence) {
    std::vector<std::int64_t> columns;
    for (const PlannedOutput& output : sequence.outputs) columns.insert(columns.end(), output.columns.begin(), output.columns.end());
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    return columns;
}

/// Adds one sequence's outputs to the rounds; `firstState` is the index of its first wanted position.
void addToRounds(const PlannedSequence& sequence, const std::vector<std::int64_t>& columns, std::int64_t firstState,
                 std::vector<BatchRound>& rounds) {
    for (std::size_t r = 0; r < rounds.size(); ++r) {
        const PlannedOutput& output = sequence.outputs[r];
        BatchRound& round = rounds[r];
        round.rows.push_back(output.row);
        for (std::size_t t = 0; t < output.columns.size(); ++t) {
            const auto at = std::lower_bound(columns.begin(), columns.end(), output.columns[t]);
            round.states.push_back(firstState + (at - columns.begin()));
            round.tokens.push_back(output.tokens[t]);
        }
        round.offsets.push_back(round.states.size());
    }
}

}  // namespace

RowPlan planRows(std::span<const Example> examples, RowMode mode, const ModelInfo& model) {
    RowPlan plan;
    for (std::size_t i = 0; i < examples.size(); ++i) {
        checkExample(examples[i], i, mode, model);
        const std::size_t first = plan.sequences.size();
        ExamplePlanner(examples[i], static_cast<std::int64_t>(i), plan).plan(mode);
        for (std::size_t s = first; s < plan.sequences.size(); ++s) {
            const auto length = static_cast<std::int64_t>(plan.sequences[s].ids.size());
            if (length <= model.maxPositions) continue;
            refuse(examples[i], i, "is " + std::to_string(length) + " tokens long, the model has " + std::to_string(model.maxPositions) +
                                       " positions; shorten the prompt");
        }
    }
    return plan;
}

std::vector<std::vector<std::size_t>> bucketSequences(const RowPlan& plan, std::int64_t batchTokens) {
    std::vector<std::size_t> order(plan.sequences.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const PlannedSequence &left = plan.sequences[a], &right = plan.sequences[b];
        if (left.outputs.size() != right.outputs.size()) return left.outputs.size() > right.outputs.size();
        return left.ids.size() > right.ids.size();
    });
    std::vector<std::vector<std::size_t>> batches;
    for (const std::size_t s : order) {
        const auto fits = [&](const std::vector<std::size_t>& batch) {
            const PlannedSequence& longest = plan.sequences[batch.front()];
            const auto rows = static_cast<std::int64_t>(batch.size()) + 1;
            return longest.outputs.size() == plan.sequences[s].outputs.size() && rows * padded(longest.ids.size(), plan.padding) <= batchTokens;
        };
        if (batches.empty() || !fits(batches.back())) batches.emplace_back();
        batches.back().push_back(s);
    }
    return batches;
}

std::int64_t laneTokens(const RowPlan& plan, std::int64_t batchTokens) {
    std::int64_t total = 0;
    for (const PlannedSequence& sequence : plan.sequences) total += padded(sequence.ids.size(), plan.padding);
    return consort::laneTokens(total, torch::get_num_threads(), batchTokens);
}

PlannedBatch planBatch(const RowPlan& plan, std::span<const std::size_t> members, torch::Device device) {
    std::size_t longest = 0;
    for (const std::size_t s : members) longest = std::max(longest, plan.sequences[s].ids.size());
    const std::int64_t width = padded(longest, plan.padding);
    PlannedBatch batch;
    batch.rounds.resize(plan.sequences[members.front()].outputs.size());
    for (BatchRound& round : batch.rounds) round.offsets.push_back(0);
    std::vector<std::int64_t> ids(members.size() * static_cast<std::size_t>(width), 0), wanted;
    for (std::size_t b = 0; b < members.size(); ++b) {
        const PlannedSequence& sequence = plan.sequences[members[b]];
        const std::int64_t first = static_cast<std::int64_t>(b) * width;
        std::copy(sequence.ids.begin(), sequence.ids.end(), ids.begin() + first);
        const std::vector<std::int64_t> columns = wantedColumns(sequence);
        addToRounds(sequence, columns, static_cast<std::int64_t>(wanted.size()), batch.rounds);
        for (const std::int64_t column : columns) wanted.push_back(first + column);
        batch.wantedCounts.push_back(static_cast<std::int64_t>(columns.size()));
        batch.input.lengths.push_back(static_cast<std::int64_t>(sequence.ids.size()));
        batch.tokens += static_cast<std::int64_t>(sequence.ids.size());
    }
    batch.input.ids = indexTensor(ids, device).view({static_cast<std::int64_t>(members.size()), width});
    batch.input.wanted = indexTensor(wanted, device);
    return batch;
}

}  // namespace consort::nn
