#pragma once
// Weights of the members by hand: what they would give on validation rows, and storing them (method.md §9 "Combination").
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/nn/evaluator.h"
#include "core/pipeline/combine_members.h"

namespace consort {

/// What weights give on the validation rows of one dataset.
struct MixOutcome {
    std::vector<double> weights;
    double loss = 0;                        ///< mean cross-entropy of the targets
    std::optional<double> accuracy, low, high;  ///< absent for free text; 95 % bootstrap
};

/// A validation row and how sure the mixture is of its right answer.
struct RankedRow {
    std::string id, text, right, answer;    ///< `answer`: what the mixture says; both empty for free text
    double probability = 0;                 ///< of the right answer among the choices; free text: exp(−loss) a token
};

/// Keeps the members' states of one dataset, so that weights cost a product with the head and no pass through the blocks.
/// One thread at a time.
class WeightMixer {
public:
    /// Throws as memberRuns, and Error{NotFound} for a dataset, {InvalidInput} where it has no validation rows.
    static WeightMixer open(Project& project, const std::string& dataset, const JobContext& job);

    const std::string& dataset() const { return dataset_; }
    const std::vector<std::string>& members() const { return members_; }
    std::size_t owner() const { return owner_; }  ///< the member whose group holds the dataset
    /// Weights of the groups' own members, scaled to the simplex; all zero counts as equal. Boosting members keep their steps.
    MixOutcome outcome(const std::vector<double>& weights) const;
    /// The weights of least validation loss.
    std::vector<double> fit() const;
    /// All rows by ascending probability of the right answer.
    std::vector<RankedRow> rankedRows(const std::vector<double>& weights) const;
    /// Hash of what the states were computed from.
    const std::string& key() const { return key_; }

private:
    explicit WeightMixer(MemberStates states) : states_(std::move(states)) {}
    std::vector<double> whole(std::vector<double> weights) const;  ///< on the simplex, followed by what is fixed
    MemberStates states_;
    std::vector<double> fixed_;  ///< boosting steps and the base's weight; empty without boosting
    std::string dataset_, key_;
    std::vector<std::string> members_;
    std::size_t owner_ = 0;
    std::vector<Example> rows_;
    std::vector<std::vector<std::string>> choiceTexts_;  ///< per row
    std::uint64_t seed_ = 0;
};

/// What a mixer of this dataset would be computed from; changes with rows and members.
std::string mixerKey(const Project& project, const std::string& dataset);

/// Replaces the weights that one dataset gives to the groups' own members, as method "manual"; those of boosting members, which may follow
/// in `weights`, stay. Throws Error{InvalidInput} where there is no combination.
Combination setWeights(Project& project, const std::string& dataset, const std::vector<double>& weights);

/// Makes an earlier combination the present one again. Throws Error{NotFound} for a key that is not stored.
void restoreCombination(Project& project, const std::string& key);

}  // namespace consort
