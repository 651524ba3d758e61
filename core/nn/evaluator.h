#pragma once
// Scores rows under one adapter or a weighted combination of several (method.md §9, performance.md §5).
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/base/derivatives.h"
#include "core/data/dataset.h"
#include "core/job/job_context.h"
#include "core/nn/adapter.h"
#include "core/nn/session.h"

namespace consort {

struct RowScore {
    double loss = 0;                   ///< mean cross-entropy of the target's tokens, natural log
    std::vector<double> choiceScores;  ///< Σ log p of each choice's tokens; empty for free text
    int answer = -1;                   ///< argmax, the first wins a tie; −1 for free text
};

/// Losses of rows as functions of the members' weights.
struct RowDerivatives {
    std::vector<double> losses;
    Matrix gradient;   ///< (rows, m)
    Matrix curvature;  ///< (rows, m²), each row an (m, m) Hessian
};

/// softmax of choice scores, which must not be empty.
std::vector<double> choiceProbabilities(std::span<const double> choiceScores);

/// Final normalised hidden states of several members at the scored positions of some rows. Because the head is shared and
/// unadapted, any combination z = Σ ω_a z_a is head(Σ ω_a n_a): no further pass through the blocks.
class MemberStates {
public:
    /// Members are evaluated together where that is faster; nullptr is the frozen base. Cancelled between batches.
    static MemberStates compute(Session& session, std::span<const Adapter* const> members, std::span<const Example> examples,
                                const JobContext& job);
    MemberStates(MemberStates&&) noexcept;
    MemberStates& operator=(MemberStates&&) noexcept;
    ~MemberStates();

    std::size_t members() const;
    std::size_t examples() const;
    /// Scores of every row under softmax(Σ weights[a] · logits_a). `weights` has one entry a member.
    std::vector<RowScore> scores(std::span<const double> weights) const;
    /// Mean over rows of the mean target cross-entropy, convex in the weights, and its derivatives by them. One thread at a time.
    double loss(std::span<const double> weights, Derivatives* derivatives) const;
    /// The same with weights of every row's own, (examples, members).
    std::vector<RowScore> scores(const Matrix& rowWeights) const;
    /// Every row's loss under weights of its own, and its derivatives by them. One thread at a time.
    RowDerivatives rowDerivatives(const Matrix& rowWeights) const;
    std::int64_t tokens() const;  ///< unpadded tokens of one member's pass
    double flops() const;         ///< of all members

    struct Impl;

private:
    explicit MemberStates(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace consort
