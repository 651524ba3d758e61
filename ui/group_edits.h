#pragma once
// Edits of a draft of groups as pure functions: a draft in, a draft out.
#include <string>
#include <vector>

#include "core/pipeline/group_datasets.h"

namespace consort {

using NamedGroups = std::vector<std::vector<std::string>>;

/// Index of the group that holds a dataset; −1 where none does.
int groupOf(const NamedGroups& groups, const std::string& dataset);
/// The groups with a dataset moved into group `to` (one past the last: a group of its own); a group left empty is dropped.
NamedGroups movedTo(const NamedGroups& groups, const std::string& dataset, int to);
/// The groups with these datasets taken out of theirs and put into one of their own, the last; groups left empty are dropped.
NamedGroups groupedTogether(const NamedGroups& groups, const std::vector<std::string>& datasets);

GroupRequest withGroups(GroupRequest draft, int m);                       ///< m of the table; an assignment by hand is given up
GroupRequest withAssigned(GroupRequest draft, const NamedGroups& groups);
GroupRequest withPin(GroupRequest draft, const std::string& dataset, int group);  ///< group from 1; replaces an older pin
GroupRequest withPair(GroupRequest draft, const std::string& a, const std::string& b, bool together);

/// A constraint as one line of a list.
struct ConstraintLine {
    enum class Kind { Together, Apart, Pin } kind = Kind::Together;
    std::size_t index = 0;     ///< within its kind
    std::string a, b;          ///< b is empty for a pin
    int group = 0;             ///< of a pin, from 1
};
std::vector<ConstraintLine> constraintLines(const GroupRequest& draft);
GroupRequest withoutConstraint(GroupRequest draft, const ConstraintLine& line);

}  // namespace consort
