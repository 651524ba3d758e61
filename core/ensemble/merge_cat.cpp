// The exact weight-space sum of LoRA adapters: factors side by side (formats.md §6).
#include <algorithm>

#include "core/base/error.h"
#include "core/ensemble/merge.h"

namespace consort {
namespace {

void checkSameModules(std::span<const Adapter> members) {
    for (const Adapter& member : members) {
        if (member.modules.size() != members[0].modules.size()) {
            throw Error(ErrorCode::InvalidInput, "cannot merge adapters: they adapt " + std::to_string(members[0].modules.size()) + " and " +
                                                     std::to_string(member.modules.size()) + " modules; train them with the same targets");
        }
        for (std::size_t k = 0; k < member.modules.size(); ++k) {
            const LoraWeights &one = members[0].modules[k], &other = member.modules[k];
            if (one.path == other.path && one.a.cols == other.a.cols && one.b.rows == other.b.rows) continue;
            throw Error(ErrorCode::InvalidInput, "cannot merge adapters: module " + one.path + " of the first does not match " + other.path +
                                                     " of another; train them on the same base with the same targets");
        }
    }
}

/// [w₁s₁A₁; w₂s₂A₂; …] and [B₁ B₂ …] of module k, ranks added.
LoraWeights stackedModule(std::span<const Adapter> members, std::span<const double> weights, std::size_t k) {
    std::int64_t rank = 0;
    for (const Adapter& member : members) rank += member.modules[k].a.rows;
    const LoraWeights& first = members[0].modules[k];
    LoraWeights stacked{first.path, FloatMatrix(rank, first.a.cols), FloatMatrix(first.b.rows, rank)};
    std::int64_t offset = 0;
    for (std::size_t member = 0; member < members.size(); ++member) {
        const LoraWeights& part = members[member].modules[k];
        const double factor = weights[member] * members[member].config.scaling();
        for (std::int64_t r = 0; r < part.a.rows; ++r) {
            std::transform(part.a.row(r).begin(), part.a.row(r).end(), stacked.a.row(offset + r).begin(),
                           [factor](float value) { return static_cast<float>(factor * value); });
        }
        for (std::int64_t out = 0; out < part.b.rows; ++out) std::copy(part.b.row(out).begin(), part.b.row(out).end(), stacked.b.row(out).begin() + offset);
        offset += part.a.rows;
    }
    return stacked;
}

}  // namespace

Adapter mergeCat(std::span<const Adapter> members, std::span<const double> weights) {
    check(!members.empty() && members.size() == weights.size(), "one weight a member, at least one member");
    checkSameModules(members);
    Adapter merged;
    merged.config = members[0].config;
    merged.config.dropout = 0;
    merged.config.rank = 0;
    for (const Adapter& member : members) merged.config.rank += member.config.rank;
    merged.config.alpha = static_cast<double>(merged.config.rank);
    for (std::size_t k = 0; k < members[0].modules.size(); ++k) merged.modules.push_back(stackedModule(members, weights, k));
    return merged;
}

}  // namespace consort
