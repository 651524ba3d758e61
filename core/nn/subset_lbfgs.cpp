#include "core/nn/subset_lbfgs.h"

namespace consort {
namespace {

using torch::Tensor;

/// The active subsets that contain a block's dataset (of joined datasets: all), and their predictors on its rows.
struct Member {
    const RowBlock* block = nullptr;
    Tensor rows;           ///< (k) positions among the active subsets
    Tensor exampleWeight;  ///< (k, 1) or (k, examples)
    Tensor rowWeight;      ///< (k, 1) or (k, rows)
    Tensor predictor;      ///< (k, rows) at w
    Tensor directional;    ///< (k, rows) sketch · direction
    bool whole = false;    ///< every active subset contains it: no gather needed

    /// (k) what the block adds to the objectives at these predictors.
    Tensor loss(const Tensor& h) const {
        const Tensor losses = block->losses(h);
        return exampleWeight.size(1) == 1 ? losses.sum(1) * exampleWeight.squeeze(1) : (losses * exampleWeight).sum(1);
    }
};

struct Pair {
    Tensor step, change, inverse;  ///< s, y, 1/(sᵀy)
    Tensor scale;                  ///< (k, 1) sᵀy / yᵀD⁻¹y: how far the preconditioner D is off along the step
};

constexpr double kSufficientDecrease = 1e-4;
constexpr int kMaxBacktracks = 30;
/// The decrease a quasi-Newton model expects is an estimate of the error: keep a margin.
constexpr double kDecreaseMargin = 0.2;

Tensor rowDot(const Tensor& a, const Tensor& b) { return (a * b).sum(1); }

class BatchedLbfgs {
public:
    BatchedLbfgs(const SubsetBatch& batch, const Tensor& start, const StopRule& rule);
    BatchFit run(const JobContext& job);

private:
    void makeMembers(const Tensor& weights);
    Tensor gathered(const Tensor& perSubset, const Member& member) const {
        return member.whole ? perSubset : perSubset.index_select(0, member.rows);
    }
    Tensor objectiveAt(const Tensor& w, const Tensor& length) const;
    Tensor gradient() const;
    Tensor direction() const;
    Tensor finished(const Tensor& decrease) const;
    void record(const Tensor& done, bool converged);
    void keep(const Tensor& rest);
    void step();
    Tensor lineSearch(const Tensor& slope, Tensor& objective);

    SubsetBatch batch_;
    StopRule rule_;
    BatchFit result_;
    std::vector<Member> members_;
    std::deque<Pair> history_;
    Tensor active_, w_, objective_, gradient_, direction_;
    double slack_;
    int iteration_ = 0;
};

BatchedLbfgs::BatchedLbfgs(const SubsetBatch& batch, const Tensor& start, const StopRule& rule) : batch_(batch), rule_(rule) {
    const auto count = start.size(0);
    result_.w = start.clone();
    result_.objective = torch::zeros({count}, start.options().dtype(torch::kDouble));
    result_.gradientNorm = torch::zeros_like(result_.objective);
    result_.iterations.assign(static_cast<std::size_t>(count), 0);
    result_.converged.assign(static_cast<std::size_t>(count), false);
    active_ = torch::arange(count, start.options().dtype(torch::kLong));
    w_ = start.clone();
    slack_ = start.scalar_type() == torch::kFloat ? 1e-6 : 1e-14;
    makeMembers(batch.weights);
    objective_ = objectiveAt(w_, Tensor());
    gradient_ = gradient();
}

void BatchedLbfgs::makeMembers(const Tensor& weights) {
    for (const RowBlock& block : *batch_.blocks) {
        if (block.examples == 0) continue;
        const Tensor shares = block.exampleWeights(weights);
        Member member{&block, block.owner.defined() ? active_ : shares.squeeze(1).nonzero().squeeze(1), {}, {}, {}, {}, false};
        if (member.rows.numel() == 0) continue;
        member.whole = member.rows.numel() == weights.size(0);
        member.exampleWeight = gathered(shares, member);
        member.rowWeight = block.rowWeights(member.exampleWeight);
        member.predictor = block.predictors(gathered(w_, member));
        members_.push_back(std::move(member));
    }
}

/// Objective at w = w_ + length · direction_, whose predictors are known; an undefined `length` means at w_.
Tensor BatchedLbfgs::objectiveAt(const Tensor& w, const Tensor& length) const {
    auto total = rowDot(w, w) * batch_.lambda;
    for (const Member& member : members_) {
        const Tensor loss = length.defined() ? member.loss(torch::addcmul(member.predictor, member.directional, gathered(length, member).unsqueeze(1)))
                                             : member.loss(member.predictor);
        if (member.whole) total.add_(loss);
        else total.index_add_(0, member.rows, loss);
    }
    return total;
}

Tensor BatchedLbfgs::gradient() const {
    auto total = w_ * (2 * batch_.lambda).unsqueeze(1);
    for (const Member& member : members_) {
        const auto slope = member.block->slope(member.predictor).mul_(member.rowWeight);
        if (member.whole) total.addmm_(slope, member.block->sketch);
        else total.index_add_(0, member.rows, torch::matmul(slope, member.block->sketch));
    }
    return total;
}

/// Two-loop recursion (Nocedal), all subsets at once, over the diagonal preconditioner.
Tensor BatchedLbfgs::direction() const {
    auto q = gradient_.clone();
    std::vector<Tensor> alphas;
    for (auto pair = history_.rbegin(); pair != history_.rend(); ++pair) {
        alphas.push_back((rowDot(pair->step, q) * pair->inverse).unsqueeze(1));
        q.addcmul_(alphas.back(), pair->change, -1);
    }
    q.div_(batch_.curvature);
    if (!history_.empty()) q.mul_(history_.back().scale);
    for (auto& pair : history_) {
        const auto beta = (rowDot(pair.change, q) * pair.inverse).unsqueeze(1);
        q.addcmul_(alphas.back() - beta, pair.step);
        alphas.pop_back();
    }
    return q.neg_();
}

Tensor BatchedLbfgs::finished(const Tensor& decrease) const {
    if (rule_.objectiveTolerance > 0) {
        // Before the first step the model knows the pooled curvature only, which may be far above the subset's own.
        if (iteration_ == 0) return gradient_.norm(2, 1) == 0;
        return decrease <= objective_ * (kDecreaseMargin * rule_.objectiveTolerance);
    }
    return satisfiesGradientRule(objective_, gradient_.norm(2, 1), batch_.lambda, rule_.gradientTolerance);
}

/// Writes the state of the active subsets where `done`.
void BatchedLbfgs::record(const Tensor& done, bool converged) {
    const auto which = done.nonzero().squeeze(1);
    const auto where = active_.index_select(0, which);
    result_.w.index_copy_(0, where, w_.index_select(0, which));
    result_.objective.index_copy_(0, where, objective_.index_select(0, which).to(torch::kDouble));
    result_.gradientNorm.index_copy_(0, where, gradient_.index_select(0, which).norm(2, 1).to(torch::kDouble));
    const Tensor finished = where.cpu();
    for (std::int64_t k = 0; k < finished.numel(); ++k) {
        const auto subset = static_cast<std::size_t>(finished.data_ptr<std::int64_t>()[k]);
        result_.iterations[subset] = iteration_;
        result_.converged[subset] = converged;
    }
}

/// Drops the active subsets that are not in the mask `rest`.
void BatchedLbfgs::keep(const Tensor& rest) {
    const auto kept = rest.nonzero().squeeze(1);
    const auto position = rest.to(torch::kLong).cumsum(0) - 1;
    for (Member& member : members_) {
        const auto stays = rest.index_select(0, member.rows).nonzero().squeeze(1);
        member.rows = position.index_select(0, member.rows.index_select(0, stays));
        member.exampleWeight = member.exampleWeight.index_select(0, stays);
        member.rowWeight = member.rowWeight.index_select(0, stays);
        member.predictor = member.predictor.index_select(0, stays);
        member.whole = member.rows.numel() == kept.numel();
    }
    std::erase_if(members_, [](const Member& member) { return member.rows.numel() == 0; });
    for (Tensor* state : {&active_, &w_, &objective_, &gradient_, &direction_, &batch_.curvature, &batch_.lambda}) *state = state->index_select(0, kept);
    for (Pair& pair : history_) {
        for (Tensor* part : {&pair.step, &pair.change, &pair.inverse, &pair.scale}) *part = part->index_select(0, kept);
    }
}

/// Step lengths by backtracking with quadratic interpolation: element-wise work, the predictors along the direction are known.
/// A subset for which no length helps gets 0.
Tensor BatchedLbfgs::lineSearch(const Tensor& slope, Tensor& objective) {
    auto length = torch::ones_like(slope);
    for (int trial = 0;; ++trial) {
        objective = objectiveAt(w_ + direction_ * length.unsqueeze(1), length);
        const auto good = objective <= objective_ + slope * length * kSufficientDecrease + objective_.abs() * slack_;
        if (good.all().item<bool>()) return length;
        if (trial == kMaxBacktracks) {
            length = torch::where(good, length, torch::zeros_like(length));
            objective = torch::where(good, objective, objective_);
            return length;
        }
        const auto parabola = -slope * length * length / (2 * (objective - objective_ - slope * length));
        const auto shorter = torch::minimum(torch::maximum(parabola.nan_to_num(0, 0, 0), length * 0.1), length * 0.5);
        length = torch::where(good, length, shorter);
    }
}

void BatchedLbfgs::step() {
    for (Member& member : members_) member.directional = torch::matmul(gathered(direction_, member), member.block->sketch.t());
    Tensor objective;
    const auto length = lineSearch(rowDot(gradient_, direction_), objective);
    const auto move = direction_ * length.unsqueeze(1);
    for (Member& member : members_) member.predictor.addcmul_(member.directional, gathered(length, member).unsqueeze(1));
    w_ = w_ + move;
    objective_ = objective;
    const auto before = gradient_;
    gradient_ = gradient();
    const auto change = gradient_ - before;
    const auto product = rowDot(move, change);
    const auto inverse = torch::where(product > 0, product.reciprocal(), torch::zeros_like(product)).nan_to_num(0, 0, 0);
    const auto scale = (product / rowDot(change, change / batch_.curvature)).nan_to_num(1, 1, 1).unsqueeze(1);
    history_.push_back({move, change, inverse, scale});
    if (static_cast<int>(history_.size()) > rule_.history) history_.pop_front();
    ++iteration_;
    const auto stuck = length == 0;
    if (stuck.any().item<bool>()) {
        direction_ = direction();
        record(stuck, false);
        keep(~stuck);
    }
}

BatchFit BatchedLbfgs::run(const JobContext& job) {
    while (active_.numel() > 0) {
        job.throwIfStopped();
        direction_ = direction();
        const auto done = finished(rowDot(gradient_, direction_) * -0.5);
        if (done.any().item<bool>()) {
            record(done, true);
            keep(~done);
        }
        if (active_.numel() == 0) break;
        if (iteration_ >= rule_.maxIterations) {
            record(torch::ones_like(active_, torch::kBool), false);
            break;
        }
        step();
    }
    for (Tensor* found : {&result_.w, &result_.objective, &result_.gradientNorm}) *found = found->cpu();
    return result_;
}

}  // namespace

Tensor satisfiesGradientRule(const Tensor& objective, const Tensor& gradientNorm, const Tensor& lambda, double tolerance) {
    // F − F* ≤ ‖∇F‖² / (4λ), because F is 2λ-strongly convex.
    constexpr double kRelativeObjective = 5e-7;
    return (gradientNorm <= tolerance).logical_and(gradientNorm * gradientNorm <= objective * lambda * (4 * kRelativeObjective));
}

BatchFit fitBatch(const SubsetBatch& batch, const Tensor& start, const StopRule& rule, const JobContext& job) {
    return BatchedLbfgs(batch, start, rule).run(job);
}

}  // namespace consort
