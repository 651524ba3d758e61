#include "core/nn/state_collector.h"

#include <algorithm>
#include <optional>

#include "core/nn/compute_lanes.h"
#include "core/nn/index_tensor.h"
#include "core/nn/lora_router.h"
#include "core/nn/out_of_memory.h"
#include "core/nn/pass_memory.h"

namespace consort::nn {
namespace {

constexpr std::int64_t kSuffixTokens = 512;     ///< a row of suffixes carries its prompt's keys and values along
constexpr std::int64_t kTogetherTokens = 64;    ///< padded tokens of one member's batch up to which one wide pass is faster
constexpr double kWorthSharing = 0.75;          ///< share of tokens that may remain for prompts to be shared

/// Where the continuations of one example begin, and which sequences they are.
struct PromptGroup {
    std::int64_t example = 0;
    std::vector<std::size_t> sequences;
};

std::vector<PromptGroup> promptGroups(const RowPlan& plan) {
    std::vector<PromptGroup> groups;
    for (std::size_t s = 0; s < plan.sequences.size(); ++s) {
        const std::int64_t example = plan.example[static_cast<std::size_t>(plan.sequences[s].outputs.front().row)];
        if (groups.empty() || groups.back().example != example) groups.push_back({example, {}});
        groups.back().sequences.push_back(s);
    }
    return groups;
}

bool isWorthSharing(const RowPlan& plan, std::span<const Example> examples) {
    double apart = 0, shared = 0;
    for (const PlannedSequence& sequence : plan.sequences) apart += static_cast<double>(sequence.ids.size());
    shared = apart;
    for (const PromptGroup& group : promptGroups(plan)) {
        const auto prompt = static_cast<double>(examples[static_cast<std::size_t>(group.example)].promptIds.size());
        shared -= prompt * static_cast<double>(group.sequences.size() - 1);
    }
    return shared < kWorthSharing * apart;
}

/// The part of an output that the prompt's last position predicts (its first token), and the rest, which the suffix predicts.
PlannedOutput firstToken(const PlannedOutput& output) { return {output.row, {output.columns.front()}, {output.tokens.front()}}; }

PlannedOutput laterTokens(const PlannedOutput& output, std::size_t prompt) {
    PlannedOutput rest{output.row, {}, TokenIds(output.tokens.begin() + 1, output.tokens.end())};
    for (std::size_t t = 1; t < output.columns.size(); ++t) rest.columns.push_back(output.columns[t] - static_cast<std::int64_t>(prompt));
    return rest;
}

/// One sequence an example: its prompt, which predicts the first token of every output.
RowPlan promptPlan(const RowPlan& plan, const std::vector<PromptGroup>& groups, std::span<const Example> examples) {
    RowPlan prompts;
    for (const PromptGroup& group : groups) {
        PlannedSequence sequence{examples[static_cast<std::size_t>(group.example)].promptIds, {}};
        for (const std::size_t s : group.sequences) {
            for (const PlannedOutput& output : plan.sequences[s].outputs) sequence.outputs.push_back(firstToken(output));
        }
        prompts.sequences.push_back(std::move(sequence));
    }
    return prompts;
}

/// Adds what follows the prompt in the sequences of a group.
void addGroupSuffixes(const RowPlan& plan, const PromptGroup& group, std::size_t prompt, RowPlan& suffixes) {
    for (const std::size_t s : group.sequences) {
        const PlannedSequence& whole = plan.sequences[s];
        if (whole.ids.size() == prompt) continue;
        PlannedSequence suffix{TokenIds(whole.ids.begin() + static_cast<std::ptrdiff_t>(prompt), whole.ids.end()), {}};
        for (const PlannedOutput& output : whole.outputs) {
            if (output.columns.size() > 1) suffix.outputs.push_back(laterTokens(output, prompt));
        }
        suffixes.sequences.push_back(std::move(suffix));
    }
}

/// One lane's part of the work.
class StateCollector {
public:
    StateCollector(Session::Impl& session, std::span<const Adapter* const> members)
        : session_(session), all_(evaluationRouter(session, members)) {
        for (const Adapter* member : members) routers_.push_back(evaluationRouter(session, member));
    }

    void addSequences(const PlannedBatch& batch) {
        const bool small = routers_.size() > 1 && batch.input.ids.numel() <= kTogetherTokens;
        add(batch, small ? together(batch.input) : oneByOne(batch.input));
    }

    /// The prompts of some groups (rows of `batch` in `prompts`), then what follows them.
    void addGroups(const RowPlan& plan, const std::vector<PromptGroup>& groups, const RowPlan& prompts, std::span<const std::size_t> batch) {
        RowPlan suffixes;
        suffixes.padding = 1;
        std::vector<std::int64_t> promptOf;
        for (std::size_t row = 0; row < batch.size(); ++row) {
            addGroupSuffixes(plan, groups[batch[row]], prompts.sequences[batch[row]].ids.size(), suffixes);
            promptOf.resize(suffixes.sequences.size(), static_cast<std::int64_t>(row));
        }
        PlannedBatch begin = planBatch(prompts, batch, session_.device);
        if (suffixes.sequences.empty()) return add(begin, oneByOne(begin.input));
        addSuffixes(suffixes, promptOf, addPrompts(std::move(begin)));
    }

    /// How far it has come, and back to there: work that memory did not suffice for leaves nothing behind.
    struct Mark {
        std::size_t parts, tokens;
        std::int64_t states, tokenCount;
        double flops;
    };
    Mark mark() const { return {parts_.size(), out_.tokens.size(), states_, out_.tokenCount, out_.flops}; }
    void backTo(const Mark& mark) {
        parts_.resize(mark.parts);
        out_.tokens.resize(mark.tokens);
        states_ = mark.states;
        out_.tokenCount = mark.tokenCount;
        out_.flops = mark.flops;
    }

    /// Appends what was collected to `out` and `parts`.
    void moveInto(CollectedStates& out, std::vector<torch::Tensor>& parts) {
        std::int64_t before = 0;
        for (const torch::Tensor& part : parts) before += part.size(1);
        parts.insert(parts.end(), parts_.begin(), parts_.end());
        for (ScoredToken token : out_.tokens) {
            token.state += before;
            out.tokens.push_back(token);
        }
        out.tokenCount += out_.tokenCount;
        out.flops += out_.flops;
    }

private:
    std::vector<KeyValues> addPrompts(PlannedBatch batch);
    void addSuffixes(const RowPlan& suffixes, const std::vector<std::int64_t>& promptOf, const std::vector<KeyValues>& past);
    /// (members, wanted, hidden)
    torch::Tensor together(const TokenBatch& batch);
    torch::Tensor oneByOne(const TokenBatch& batch);
    void add(const PlannedBatch& batch, const torch::Tensor& states);

    Session::Impl& session_;
    std::unique_ptr<LoraRouter> all_;
    std::vector<std::unique_ptr<LoraRouter>> routers_;
    std::vector<torch::Tensor> parts_;
    std::int64_t states_ = 0;
    CollectedStates out_;
};

std::vector<KeyValues> StateCollector::addPrompts(PlannedBatch batch) {
    std::vector<KeyValues> records(routers_.size());
    std::vector<torch::Tensor> states;
    for (std::size_t a = 0; a < routers_.size(); ++a) {
        batch.input.record = &records[a];
        states.push_back(session_.model->hidden(batch.input, *routers_[a]));
    }
    add(batch, torch::stack(states));
    return records;
}

void StateCollector::addSuffixes(const RowPlan& suffixes, const std::vector<std::int64_t>& promptOf, const std::vector<KeyValues>& past) {
    for (const std::vector<std::size_t>& members : bucketSequences(suffixes, kSuffixTokens)) {
        PlannedBatch batch = planBatch(suffixes, members, session_.device);
        std::vector<std::int64_t> rows;
        for (const std::size_t s : members) rows.push_back(promptOf[s]);
        std::vector<torch::Tensor> states;
        for (std::size_t a = 0; a < routers_.size(); ++a) {
            const KeyValues mine = past[a].rows(indexTensor(rows, session_.device));
            batch.input.past = &mine;
            states.push_back(session_.model->hidden(batch.input, *routers_[a]));
        }
        add(batch, torch::stack(states));
    }
}

torch::Tensor StateCollector::together(const TokenBatch& batch) {
    const auto members = static_cast<std::int64_t>(routers_.size());
    const MemberBatch wide = forMembers(batch, members);
    all_->beginBatch(wide.input, wide.owners);
    return session_.model->hidden(wide.input, *all_).view({members, batch.wanted.size(0), -1});
}

torch::Tensor StateCollector::oneByOne(const TokenBatch& batch) {
    std::vector<torch::Tensor> states;
    for (const auto& router : routers_) states.push_back(session_.model->hidden(batch, *router));
    return torch::stack(states);
}

void StateCollector::add(const PlannedBatch& batch, const torch::Tensor& states) {
    parts_.push_back(states);
    for (const BatchRound& round : batch.rounds) {
        for (std::size_t r = 0; r < round.rows.size(); ++r) {
            for (std::size_t t = round.offsets[r]; t < round.offsets[r + 1]; ++t) {
                out_.tokens.push_back({states_ + round.states[t], round.tokens[t], round.rows[r]});
            }
        }
    }
    states_ += states.size(1);
    out_.tokenCount += batch.tokens;
    const double blocks = 2.0 * static_cast<double>(session_.info.blockWeights) * static_cast<double>(batch.tokens);
    const double head = 2.0 * static_cast<double>(session_.info.headWeights) * static_cast<double>(states.size(1));
    out_.flops += (blocks + head) * static_cast<double>(routers_.size());
}

/// Calls each(collector, batch) for every batch of the plan, in lanes, and puts the parts together.
CollectedStates inLanes(Session::Impl& session, std::span<const Adapter* const> members, const RowPlan& plan, std::int64_t batchTokens, const JobContext& job, const auto& each) {
    const std::int64_t most = laneTokens(plan, batchTokens);
    const std::vector<std::vector<std::size_t>> batches = bucketSequences(plan, most);
    const double flopsEach = 2.0 * static_cast<double>(session.info.blockWeights) * static_cast<double>(most) * static_cast<double>(members.size());
    const Lanes lanes = lanesFor(batches.size(), session.laneFlops(flopsEach));
    std::vector<std::optional<StateCollector>> collectors(static_cast<std::size_t>(lanes.count));
    LaneProgress progress("evaluate rows", static_cast<std::int64_t>(batches.size()), "batches");
    runLanes(lanes, job, [&](int lane, const JobContext& laneJob) {
        const torch::NoGradGuard noGrad;
        const auto first = static_cast<std::size_t>(lane);
        StateCollector& collector = collectors[first].emplace(session, members);
        for (std::size_t b = first; b < batches.size(); b += collectors.size()) {
            laneJob.throwIfStopped();
            StateCollector::Mark before = collector.mark();
            const auto part = [&](std::span<const std::size_t> rows) {
                before = collector.mark();
                each(collector, rows);
            };
            inHalves(batches[b], laneJob, part, [&] { return collector.backTo(before), true; });
            progress.advance(1, laneJob);
        }
    });
    CollectedStates out;
    std::vector<torch::Tensor> parts;
    for (auto& collector : collectors) collector->moveInto(out, parts);
    if (parts.empty()) parts.push_back(torch::zeros({static_cast<std::int64_t>(members.size()), 0, session.info.hiddenSize}, torch::TensorOptions(session.device).dtype(session.dtype)));
    out.states = torch::cat(parts, 1).unbind(0);
    std::stable_sort(out.tokens.begin(), out.tokens.end(), [](const ScoredToken& x, const ScoredToken& y) { return x.state < y.state; });
    return out;
}

}  // namespace

CollectedStates collectStates(Session::Impl& session, std::span<const Adapter* const> members, const RowPlan& plan,
                              std::span<const Example> examples, const JobContext& job) {
    const torch::NoGradGuard noGrad;
    if (!isWorthSharing(plan, examples)) {
        return inLanes(session, members, plan, kPassTokens, job, [&](StateCollector& collector, const auto& batch) {
            collector.addSequences(planBatch(plan, batch, session.device));
        });
    }
    const std::vector<PromptGroup> groups = promptGroups(plan);
    const RowPlan prompts = promptPlan(plan, groups, examples);
    const std::int64_t tokens = kPassTokens / static_cast<std::int64_t>(members.size());  // the keys and values of all members are held at once
    return inLanes(session, members, prompts, tokens, job, [&](StateCollector& collector, const auto& batch) {
        collector.addGroups(plan, groups, prompts, batch);
    });
}

}  // namespace consort::nn
