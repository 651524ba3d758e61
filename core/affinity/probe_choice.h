#pragma once
// Which subsets to really fine-tune: those that tell most about all the others.
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/matrix.h"
#include "core/nn/subset_solver.h"

namespace consort {

/// The `count` most informative of the candidates for a regression of performance on membership and on the estimate: greedy
/// D-optimal design, so that any beginning of the list is a good smaller choice. `estimated` is (candidates, n). Returns indices into
/// `candidates`, all of them where `count` is not smaller. Deterministic; the first wins a tie.
std::vector<std::size_t> mostInformative(std::span<const Subset> candidates, const Matrix& estimated, std::size_t count);

}  // namespace consort
