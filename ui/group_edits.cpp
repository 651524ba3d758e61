#include "ui/group_edits.h"

#include <algorithm>

namespace consort {

int groupOf(const NamedGroups& groups, const std::string& dataset) {
    for (std::size_t g = 0; g < groups.size(); ++g) {
        if (std::find(groups[g].begin(), groups[g].end(), dataset) != groups[g].end()) return static_cast<int>(g);
    }
    return -1;
}

NamedGroups movedTo(const NamedGroups& groups, const std::string& dataset, int to) {
    NamedGroups moved = groups;
    for (auto& group : moved) std::erase(group, dataset);
    if (to >= static_cast<int>(moved.size())) moved.emplace_back();
    moved[static_cast<std::size_t>(std::clamp(to, 0, static_cast<int>(moved.size()) - 1))].push_back(dataset);
    std::erase_if(moved, [](const auto& group) { return group.empty(); });
    return moved;
}

NamedGroups groupedTogether(const NamedGroups& groups, const std::vector<std::string>& datasets) {
    NamedGroups changed = groups;
    for (auto& group : changed) {
        std::erase_if(group, [&](const std::string& name) { return std::find(datasets.begin(), datasets.end(), name) != datasets.end(); });
    }
    changed.push_back(datasets);
    std::erase_if(changed, [](const auto& group) { return group.empty(); });
    return changed;
}

GroupRequest withGroups(GroupRequest draft, int m) {
    draft.groups = m;
    draft.assigned.reset();
    return draft;
}

GroupRequest withAssigned(GroupRequest draft, const NamedGroups& groups) {
    draft.groups = static_cast<int>(groups.size());
    draft.assigned = groups;
    return draft;
}

GroupRequest withPin(GroupRequest draft, const std::string& dataset, int group) {
    std::erase_if(draft.pinned, [&](const auto& pin) { return pin.first == dataset; });
    draft.pinned.emplace_back(dataset, group);
    draft.assigned.reset();
    return draft;
}

GroupRequest withPair(GroupRequest draft, const std::string& a, const std::string& b, bool together) {
    (together ? draft.mustLink : draft.cannotLink).emplace_back(a, b);
    draft.assigned.reset();
    return draft;
}

std::vector<ConstraintLine> constraintLines(const GroupRequest& draft) {
    std::vector<ConstraintLine> lines;
    for (std::size_t k = 0; k < draft.mustLink.size(); ++k) lines.push_back({ConstraintLine::Kind::Together, k, draft.mustLink[k].first, draft.mustLink[k].second, 0});
    for (std::size_t k = 0; k < draft.cannotLink.size(); ++k) lines.push_back({ConstraintLine::Kind::Apart, k, draft.cannotLink[k].first, draft.cannotLink[k].second, 0});
    for (std::size_t k = 0; k < draft.pinned.size(); ++k) lines.push_back({ConstraintLine::Kind::Pin, k, draft.pinned[k].first, {}, draft.pinned[k].second});
    return lines;
}

GroupRequest withoutConstraint(GroupRequest draft, const ConstraintLine& line) {
    const auto at = static_cast<std::ptrdiff_t>(line.index);
    if (line.kind == ConstraintLine::Kind::Together) draft.mustLink.erase(draft.mustLink.begin() + at);
    if (line.kind == ConstraintLine::Kind::Apart) draft.cannotLink.erase(draft.cannotLink.begin() + at);
    if (line.kind == ConstraintLine::Kind::Pin) draft.pinned.erase(draft.pinned.begin() + at);
    draft.assigned.reset();
    return draft;
}

}  // namespace consort
