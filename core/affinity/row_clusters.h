#pragma once
// Clusters of rows by the direction of their gradients: sources within one dataset (method.md §10).
#include <vector>

#include "core/base/matrix.h"

namespace consort {

/// Average linkage on cosine distance, cut into exactly `clusters` non-empty ones; per row the number of its cluster, numbered by the first
/// row of each. Rows of length 0 are at distance 1 from all others. O(rows²) memory and time (nearest-neighbour chains).
/// Throws Error{InvalidInput} for clusters < 1 or more than rows.
std::vector<int> rowClusters(const FloatMatrix& rows, int clusters);

}  // namespace consort
