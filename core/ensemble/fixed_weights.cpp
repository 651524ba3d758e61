// Weight vectors that need no fit.
#include "core/base/error.h"
#include "core/ensemble/weight_fit.h"

namespace consort {

std::vector<double> ownerWeights(std::size_t members, std::size_t owner) {
    check(owner < members, "the owner is a member");
    std::vector<double> weights(members, 0.0);
    weights[owner] = 1.0;
    return weights;
}

std::vector<double> uniformWeights(std::size_t members) {
    return std::vector<double>(members, members ? 1.0 / static_cast<double>(members) : 0.0);
}

}  // namespace consort
