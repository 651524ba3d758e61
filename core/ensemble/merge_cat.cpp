// The exact weight-space sum of LoRA adapters: factors side by side (formats.md §6).
#include <algorithm>

#include "core/base/error.h"
#include "core/ensemble/merge.h"

namespace consort {
namespace {

const LoraWeights* moduleOf(const Adapter& member, const std::string& path) {
    const auto found = std::find_if(member.modules.begin(), member.modules.end(), [&](const LoraWeights& module) { return module.path == path; });
    return found == member.modules.end() ? nullptr : &*found;
}

/// Every module that a member adapts, with its shape; one that the first members do not know follows what it follows in its own.
std::vector<LinearModule> allModules(std::span<const Adapter> members) {
    std::vector<LinearModule> modules;
    for (const Adapter& member : members) {
        auto place = modules.begin();
        for (const LoraWeights& module : member.modules) {
            const auto known = std::find_if(modules.begin(), modules.end(), [&](const LinearModule& one) { return one.path == module.path; });
            if (known == modules.end()) {
                place = modules.insert(place, {module.path, module.a.cols, module.b.rows}) + 1;
                continue;
            }
            if (known->in != module.a.cols || known->out != module.b.rows) {
                throw Error(ErrorCode::InvalidInput, "cannot merge adapters: the module " + module.path + " has two shapes; train them on the same base");
            }
            place = known + 1;
        }
    }
    return modules;
}

/// [w₁s₁A₁; w₂s₂A₂; …] and [B₁ B₂ …] of a module, ranks added.
LoraWeights stackedModule(std::span<const Adapter> members, std::span<const double> weights, const LinearModule& module, std::int64_t rank) {
    LoraWeights stacked{module.path, FloatMatrix(rank, module.in), FloatMatrix(module.out, rank)};
    std::int64_t offset = 0;
    for (std::size_t member = 0; member < members.size(); ++member) {
        const LoraWeights* part = moduleOf(members[member], module.path);
        const double factor = weights[member] * members[member].config.scaling();
        for (std::int64_t r = 0; part && r < part->a.rows; ++r) {
            std::transform(part->a.row(r).begin(), part->a.row(r).end(), stacked.a.row(offset + r).begin(),
                           [factor](float value) { return static_cast<float>(factor * value); });
        }
        for (std::int64_t out = 0; part && out < part->b.rows; ++out) std::copy(part->b.row(out).begin(), part->b.row(out).end(), stacked.b.row(out).begin() + offset);
        offset += members[member].config.rank;
    }
    return stacked;
}

}  // namespace

Adapter mergeCat(std::span<const Adapter> members, std::span<const double> weights) {
    check(!members.empty() && members.size() == weights.size(), "one weight a member, at least one member");
    Adapter merged;
    merged.config = members[0].config;
    merged.config.dropout = 0;
    merged.config.rank = 0;
    for (const Adapter& member : members) merged.config.rank += member.config.rank;
    merged.config.alpha = static_cast<double>(merged.config.rank);
    for (const LinearModule& module : allModules(members)) merged.modules.push_back(stackedModule(members, weights, module, merged.config.rank));
    return merged;
}

}  // namespace consort
