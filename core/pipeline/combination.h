#pragma once
// The ensemble of a project as a value: who speaks, and how loud.
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/ensemble/gate.h"
#include "core/pipeline/project.h"

namespace consort {

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
    std::string method;                        ///< "fitted", "owner", "uniform", "affinity", "gate", "manual"
    std::vector<CombinedMember> members;       ///< the groups' own in group order, then adopted ones, then those of boosting
    std::vector<std::string> datasets;
    std::vector<std::vector<double>> weights;  ///< per dataset, in the order of members; a boosting member's is its η, 0 outside its group;
                                               ///< with a gate: the mean over the dataset's validation rows
    std::optional<Gate> gate;                  ///< weights by the prompt; there are no boosting members then
    Value gateFacts;                           ///< {penalty, axes, rows} of the gate, or null
    std::vector<BoostRecord> boosting;
    Value losses;                              ///< {dataset: {fitted, owner, uniform, affinity}} validation loss of every way; `gate`: of rows
                                               ///< that it was not fitted on
    Value worth;                               ///< {dataset: [{interval, worth}]} in the order of the mixed members, or null: validation loss
                                               ///< that the others, fitted again, have more without the member
    std::string key;
    /// z = Σ weights·z_member + base·z_base: minus the sum of the boosting steps (method.md §9).
    double baseWeight(std::size_t dataset) const;
    std::size_t mixedMembers() const;  ///< how many share the simplex: all but those of boosting
};

/// The last combination; nullopt where there is none for the current grouping.
std::optional<Combination> currentCombination(const Project& project);

/// Finished runs of the current grouping in group order, then the adopted members; throws as combineMembers.
std::vector<RunRecord> memberRuns(const Project& project);
/// Runs of a combination in the order of its members, those of boosting included. Throws Error{InvalidInput} naming `combine` where it is
/// not one of the current grouping's runs.
std::vector<RunRecord> combinedRuns(const Project& project, const std::optional<Combination>& combination);

/// The stored document back to a value. Throws Error{Corrupt} for a gate that does not fit.
Combination combinationFrom(const Project& project, const Value& value, const std::string& key);
Value toValue(const Combination& combination);

}  // namespace consort
