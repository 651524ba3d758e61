#include "core/affinity/subset_sampler.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "core/base/error.h"

namespace consort {
namespace {

constexpr int kAllByDefault = 10, kAllAtMost = 16, kPairsAtMost = 40;
constexpr std::int64_t kMeetings = 8;
constexpr std::int64_t kManySubsets = std::int64_t{1} << 40;

[[noreturn]] void refuse(const std::string& what) { throw Error(ErrorCode::InvalidInput, what); }

/// C(n, k), saturated.
std::int64_t combinations(int n, int k) {
    std::int64_t result = 1;
    for (int i = 1; i <= std::min(k, n - k); ++i) {
        result = result * (n - i + 1) / i;
        if (result > kManySubsets) return kManySubsets;
    }
    return result;
}

std::int64_t leastPairCount(const std::vector<Subset>& subsets, int datasets) {
    const auto counts = pairCounts(subsets, datasets);
    return datasets == 0 ? 0 : *std::min_element(counts.values.begin(), counts.values.end());
}

std::vector<Subset> allOfSize(int datasets, int size) {
    std::vector<Subset> result;
    Subset subset;
    for (int i = 0; i < size; ++i) subset.push_back(i);
    for (;;) {
        result.push_back(subset);
        int place = size - 1;
        while (place >= 0 && subset[static_cast<std::size_t>(place)] == datasets - size + place) --place;
        if (place < 0) return result;
        ++subset[static_cast<std::size_t>(place)];
        for (int next = place + 1; next < size; ++next) subset[static_cast<std::size_t>(next)] = subset[static_cast<std::size_t>(next - 1)] + 1;
    }
}

/// The first count, from `from` on in steps of `stride`, whose design lets every pair meet `meetings` times.
struct Search {
    std::int64_t from, stride, meetings;
};
std::vector<Subset> smallestDesign(const SubsetRequest& request, int size, const Search& search) {
    const std::int64_t most = combinations(request.datasets, size);
    for (std::int64_t count = std::max<std::int64_t>(search.from, 1); count < most; count += search.stride) {
        auto design = balancedDesign(request.datasets, size, count, request.seed);
        if (leastPairCount(design, request.datasets) >= search.meetings) return design;
    }
    return allOfSize(request.datasets, size);
}

/// No fewer blocks can let every pair meet so often: pairs over pairs a block.
std::int64_t leastBlocks(int datasets, int size, std::int64_t meetings) {
    const std::int64_t pairs = std::int64_t{datasets} * (datasets - 1), each = std::int64_t{size} * (size - 1);
    return (meetings * pairs + each - 1) / each;
}

std::vector<Subset> designOf(const SubsetRequest& request, int size) {
    const int n = request.datasets;
    if (n == 1) return {{0}};
    if (size == 1) refuse("subsets of size 1 never hold two datasets, so no affinity can be estimated; use size 2 or more");
    if (!request.count) {
        const std::int64_t least = leastBlocks(n, size, kMeetings);
        return smallestDesign(request, size, {least, 1 + least / 25, kMeetings});
    }
    if (*request.count >= combinations(n, size)) return allOfSize(n, size);
    if (*request.count >= leastBlocks(n, size, 1)) {
        auto design = balancedDesign(n, size, *request.count, request.seed);
        if (leastPairCount(design, n) > 0) return design;
    }
    const auto enough = smallestDesign(request, size, {std::max(*request.count + 1, leastBlocks(n, size, 1)), 1, 1}).size();
    refuse(std::to_string(*request.count) + " subsets of " + std::to_string(size) + " datasets leave a pair of the " + std::to_string(n) +
           " datasets that never meets; ask for at least " + std::to_string(enough));
}

std::set<Subset> alwaysFitted(int datasets) {
    std::set<Subset> subsets = {{}};
    for (auto& single : allOfSize(datasets, 1)) subsets.insert(std::move(single));
    for (auto& almost : allOfSize(datasets, datasets - 1)) subsets.insert(std::move(almost));
    for (auto& full : allOfSize(datasets, datasets)) subsets.insert(std::move(full));
    if (datasets >= 2 && datasets <= kPairsAtMost) {
        for (auto& pair : allOfSize(datasets, 2)) subsets.insert(std::move(pair));
    }
    return subsets;
}

void checkRequest(const SubsetRequest& request, int size) {
    if (request.datasets < 1) refuse("there are no datasets to estimate; import some first");
    if (size < 1 || size > request.datasets) {
        refuse("subset size " + std::to_string(size) + " is outside 1 … " + std::to_string(request.datasets));
    }
    if (request.count && *request.count < 1) refuse("the number of subsets must be at least 1");
    if (request.all && request.datasets > kAllAtMost) {
        refuse("all subsets of " + std::to_string(request.datasets) + " datasets are too many (at most 16 datasets); give a number of subsets");
    }
}

}  // namespace

int affinitySizeOf(int datasets) {
    const int size = std::max(3, datasets / 4);
    return datasets == 3 ? 2 : std::min(size, datasets);
}

SubsetPlan planSubsets(const SubsetRequest& request) {
    const int size = request.size.value_or(affinitySizeOf(request.datasets));
    checkRequest(request, size);
    std::set<Subset> chosen = alwaysFitted(request.datasets), counted;
    if (request.all || (request.datasets <= kAllByDefault && !request.count)) {
        for (int k = 0; k <= request.datasets; ++k) {
            for (auto& subset : allOfSize(request.datasets, k)) chosen.insert(std::move(subset));
        }
    }
    const auto ofSize = [&](const Subset& subset) { return static_cast<int>(subset.size()) == size; };
    const auto present = std::count_if(chosen.begin(), chosen.end(), ofSize);
    SubsetPlan plan;
    plan.affinitySize = size;
    if (present == combinations(request.datasets, size)) std::copy_if(chosen.begin(), chosen.end(), std::inserter(counted, counted.end()), ofSize);
    else for (auto& subset : designOf(request, size)) counted.insert(std::move(subset));
    plan.exhaustive = static_cast<std::int64_t>(counted.size()) == combinations(request.datasets, size);
    chosen.insert(counted.begin(), counted.end());
    plan.subsets.assign(chosen.begin(), chosen.end());
    std::stable_sort(plan.subsets.begin(), plan.subsets.end(), [](const Subset& a, const Subset& b) { return a.size() < b.size(); });
    for (std::size_t k = 0; k < plan.subsets.size(); ++k) {
        if (counted.contains(plan.subsets[k])) plan.affinity.push_back(k);
    }
    return plan;
}

}  // namespace consort
