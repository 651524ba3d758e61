#pragma once
// The verb `combine`: ensemble weights per dataset, from validation rows only (method.md §9 "Combination").
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/job/job_context.h"
#include "core/nn/evaluator.h"
#include "core/pipeline/project.h"

namespace consort {

struct CombineRequest {
    std::string weights = "fitted";  ///< "fitted", "owner", "uniform", "affinity"
    std::int64_t boost = 0;          ///< --boost: members beyond the groups' own
    std::optional<double> eta;       ///< --eta; default: a line search
    bool worth = false;              ///< also intervals of the weights and what every member is worth; takes several times as long
};

struct CombinedMember {
    std::string id, kind, group;  ///< "g1", "group", "g1"; "mine", "adopted", "mine"; or "g1_b1", "boost", "g1"
    double weight = 0;            ///< global ω: the weight of the cat form, in which boosting members have no part
};

/// What one boosting member changed: training losses of the combined system over the rows of its group.
struct BoostRecord {
    std::string id, group;
    double eta = 0, trainLossBefore = 0, trainLossAfter = 0;
};

/// The ensemble as `evaluate` and `export` use it.
struct Combination {
    std::string method;                        ///< "fitted", "owner", "uniform", "affinity"
    std::vector<CombinedMember> members;       ///< the groups' own in group order, then adopted ones, then those of boosting
    std::vector<std::string> datasets;
    std::vector<std::vector<double>> weights;  ///< per dataset, in the order of members; a boosting member's is its η, 0 outside its group
    std::vector<BoostRecord> boosting;
    Value losses;                              ///< {dataset: {fitted, owner, uniform, affinity}} validation loss of every way
    Value worth;                               ///< {dataset: [{interval, worth}]} in the order of the mixed members, or null: validation loss
                                               ///< that the others, fitted again, have more without the member
    std::string key;
    /// z = Σ weights·z_member + base·z_base: minus the sum of the boosting steps (method.md §9).
    double baseWeight(std::size_t dataset) const;
    std::size_t mixedMembers() const;  ///< how many share the simplex: all but those of boosting
};

/// Weights of the members of the current grouping, and boosting members. Throws Error{InvalidInput} naming a group that is not trained.
Combination combineMembers(Project& project, const CombineRequest& request, const JobContext& job);

/// The last combination; nullopt where there is none for the current grouping.
std::optional<Combination> currentCombination(const Project& project);

/// Finished runs of the current grouping in group order, then the adopted members; throws as combineMembers.
std::vector<RunRecord> memberRuns(const Project& project);
/// Runs of a combination in the order of its members, those of boosting included. Throws Error{InvalidInput} naming `combine` where it is
/// not one of the current grouping's runs.
std::vector<RunRecord> combinedRuns(const Project& project, const std::optional<Combination>& combination);

/// Weights on the simplex of least mean target loss of some rows. `fixed`: weights of the last columns of `states`, which stay.
std::vector<double> fittedWeights(const MemberStates& states, const std::vector<double>& fixed = {});

Value toValue(const Combination& combination);

}  // namespace consort
