// Compiles constraints into units and says which of them contradict each other.
#include "core/affinity/constraints.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>

#include "core/affinity/constraints_search.h"
#include "core/base/error.h"

namespace consort {
namespace {

[[noreturn]] void contradiction(const std::string& what) {
    throw Error(ErrorCode::InvalidInput, "cannot group: " + what + "; loosen one of these constraints");
}

void checkIndex(int dataset, int items) {
    if (dataset >= 0 && dataset < items) return;
    throw Error(ErrorCode::InvalidInput, "cannot group: a constraint names dataset " + std::to_string(dataset) + ", but datasets are numbered 0 … " +
                                             std::to_string(items - 1));
}

/// Union–find over the datasets.
class Links {
public:
    explicit Links(int items) : parent_(static_cast<std::size_t>(items)) { std::iota(parent_.begin(), parent_.end(), 0); }
    int rootOf(int item) {
        int root = item;
        while (at(root) != root) root = at(root) = at(at(root));
        return root;
    }
    void link(int a, int b) {
        const auto [low, high] = std::minmax({rootOf(a), rootOf(b)});
        at(high) = low;
    }

private:
    int& at(int item) { return parent_[static_cast<std::size_t>(item)]; }
    std::vector<int> parent_;
};

/// First dataset pinned to each group number; links the others to it and checks numbers.
std::map<int, int> linkPinned(const GroupConstraints& constraints, const GroupRules& rules, Links& links) {
    std::map<int, int> firstOf, numberOf;
    for (const auto& [dataset, number] : constraints.pinned) {
        checkIndex(dataset, rules.items);
        if (number < 0 || number >= rules.groups) {
            contradiction(rules.named(dataset) + " is pinned to group " + std::to_string(number + 1) + ", but groups are numbered 1 … " +
                          std::to_string(rules.groups));
        }
        const auto [seen, isNew] = numberOf.emplace(dataset, number);
        if (!isNew && seen->second != number) {
            contradiction(rules.named(dataset) + " is pinned to groups " + std::to_string(seen->second + 1) + " and " + std::to_string(number + 1));
        }
        links.link(firstOf.emplace(number, dataset).first->second, dataset);
    }
    return firstOf;
}

std::vector<int> makeUnits(GroupRules& rules, Links& links) {
    std::vector<int> unitOf(static_cast<std::size_t>(rules.items), -1);
    for (int item = 0; item < rules.items; ++item) {
        const auto root = static_cast<std::size_t>(links.rootOf(item));
        if (unitOf[root] < 0) {
            unitOf[root] = static_cast<int>(rules.units.size());
            rules.units.emplace_back();
        }
        unitOf[static_cast<std::size_t>(item)] = unitOf[root];
        rules.units[static_cast<std::size_t>(unitOf[root])].push_back(item);
    }
    return unitOf;
}

void keepApart(GroupRules& rules, const std::vector<int>& unitOf, int a, int b) {
    const int first = unitOf[static_cast<std::size_t>(a)], second = unitOf[static_cast<std::size_t>(b)];
    if (first == second) {
        contradiction(rules.named(a) + " and " + rules.named(b) + " have to be together (must-link, equal pins) and apart (cannot-link, unequal pins)");
    }
    if (rules.areApart(first, second)) return;
    rules.apart[static_cast<std::size_t>(first)].push_back(second);
    rules.apart[static_cast<std::size_t>(second)].push_back(first);
}

void checkSizes(const GroupRules& rules) {
    const std::string asked = std::to_string(rules.groups) + " groups of ";
    if (rules.minSize > rules.maxSize) {
        contradiction("the smallest size " + std::to_string(rules.minSize) + " is above the largest " + std::to_string(rules.maxSize));
    }
    if (static_cast<std::int64_t>(rules.minSize) * rules.groups > rules.items) {
        contradiction(asked + "at least " + std::to_string(rules.minSize) + " need more than " + std::to_string(rules.items) + " datasets");
    }
    if (static_cast<std::int64_t>(rules.maxSize) * rules.groups < rules.items) {
        contradiction(asked + "at most " + std::to_string(rules.maxSize) + " cannot hold " + std::to_string(rules.items) + " datasets");
    }
    if (static_cast<int>(rules.units.size()) < rules.groups) {
        contradiction("the must-links and pins leave " + std::to_string(rules.units.size()) + " units for " +
                      std::to_string(rules.groups) + " groups");
    }
    for (const Subset& unit : rules.units) {
        if (static_cast<int>(unit.size()) > rules.maxSize) {
            contradiction(std::to_string(unit.size()) + " datasets linked to " + rules.named(unit.front()) + " exceed the largest size " +
                          std::to_string(rules.maxSize));
        }
    }
}

void findExample(GroupRules& rules) {
    const LabelSearch::Outcome outcome = searchLabels(rules, rules.example);
    if (outcome == LabelSearch::Outcome::Found) return;
    const std::string which = "cannot-links, unequal pins, must-links and sizes " + std::to_string(rules.minSize) + " … " +
                              std::to_string(rules.maxSize) + " together";
    if (outcome == LabelSearch::Outcome::None) contradiction("no partition into " + std::to_string(rules.groups) + " groups honours the " + which);
    contradiction("no partition into " + std::to_string(rules.groups) + " groups was found (search limit) that honours the " + which);
}

}  // namespace

std::string GroupRules::named(int dataset) const {
    const auto index = static_cast<std::size_t>(dataset);
    return index < names.size() ? "'" + names[index] + "'" : "dataset " + std::to_string(dataset);
}

bool GroupRules::areApart(int a, int b) const {
    const std::vector<int>& others = apart[static_cast<std::size_t>(a)];
    return std::find(others.begin(), others.end(), b) != others.end();
}

Subset GroupRules::itemsOf(const std::vector<int>& someUnits) const {
    Subset items;
    for (const int unit : someUnits) {
        const Subset& members = units[static_cast<std::size_t>(unit)];
        items.insert(items.end(), members.begin(), members.end());
    }
    std::sort(items.begin(), items.end());
    return items;
}

bool GroupRules::allowsGroup(const std::vector<int>& unitsOfGroup) const {
    int size = 0;
    for (std::size_t i = 0; i < unitsOfGroup.size(); ++i) {
        size += sizeOf(unitsOfGroup[i]);
        for (std::size_t j = 0; j < i; ++j) {
            if (areApart(unitsOfGroup[i], unitsOfGroup[j])) return false;
        }
    }
    return size >= minSize && size <= maxSize;
}

GroupRules compileRules(int items, int groups, const GroupConstraints& constraints) {
    GroupRules rules;
    rules.items = items;
    rules.names = constraints.names;
    rules.groups = groups;
    rules.minSize = std::max(1, constraints.minSize);
    rules.maxSize = std::min(items, constraints.maxSize.value_or(items));
    Links links(items);
    const std::map<int, int> firstPinned = linkPinned(constraints, rules, links);
    for (const auto& [a, b] : constraints.mustLink) {
        checkIndex(a, items);
        checkIndex(b, items);
        links.link(a, b);
    }
    const std::vector<int> unitOf = makeUnits(rules, links);
    rules.apart.resize(rules.units.size());
    for (const auto& [a, b] : constraints.cannotLink) {
        checkIndex(a, items);
        checkIndex(b, items);
        keepApart(rules, unitOf, a, b);
    }
    for (auto one = firstPinned.begin(); one != firstPinned.end(); ++one) {
        for (auto other = std::next(one); other != firstPinned.end(); ++other) keepApart(rules, unitOf, one->second, other->second);
    }
    checkSizes(rules);
    findExample(rules);
    return rules;
}

Partition partitionOf(const GroupRules& rules, const std::vector<int>& labels) {
    Partition groups(static_cast<std::size_t>(rules.groups));
    for (std::size_t unit = 0; unit < rules.units.size(); ++unit) {
        Subset& group = groups[static_cast<std::size_t>(labels[unit])];
        group.insert(group.end(), rules.units[unit].begin(), rules.units[unit].end());
    }
    return canonical(std::move(groups));
}

}  // namespace consort
