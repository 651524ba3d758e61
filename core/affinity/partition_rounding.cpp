// From points, one a dataset, to a partition into exactly m groups: k-means with restarts, every assignment honouring the rules.
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/affinity/clusterers.h"
#include "core/base/rng.h"

namespace consort {
namespace {

constexpr int kRestarts = 12;
constexpr int kIterations = 30;

/// Points of the units: means over their datasets.
Matrix unitPoints(const GroupRules& rules, const Matrix& points) {
    Matrix result(static_cast<std::int64_t>(rules.units.size()), points.cols);
    for (std::int64_t unit = 0; unit < result.rows; ++unit) {
        const Subset& members = rules.units[static_cast<std::size_t>(unit)];
        for (const int item : members) {
            for (std::int64_t d = 0; d < points.cols; ++d) result(unit, d) += points(item, d) / static_cast<double>(members.size());
        }
    }
    return result;
}

double squaredDistance(std::span<const double> a, std::span<const double> b) {
    double sum = 0;
    for (std::size_t d = 0; d < a.size(); ++d) sum += (a[d] - b[d]) * (a[d] - b[d]);
    return sum;
}

class KMeans {
public:
    KMeans(const GroupRules& rules, const Matrix& points) : rules_(rules), points_(unitPoints(rules, points)) {}

    /// k-means++ centres: each next one drawn by squared distance to the nearest so far.
    Matrix drawnCentres(Rng& rng) const {
        Matrix centres(rules_.groups, points_.cols);
        std::vector<double> nearest(rules_.units.size(), 1.0);
        for (int g = 0; g < rules_.groups; ++g) {
            const auto chosen = points_.row(drawn(nearest, rng));
            std::copy(chosen.begin(), chosen.end(), centres.row(g).begin());
            for (std::size_t unit = 0; unit < nearest.size(); ++unit) {
                const double distance = squaredDistance(points_.row(static_cast<std::int64_t>(unit)), centres.row(g));
                nearest[unit] = g == 0 ? distance : std::min(nearest[unit], distance);
            }
        }
        return centres;
    }

    /// Centres of given groups, the largest first; missing ones are the units farthest from the others.
    Matrix centresOf(Partition groups) const {
        std::stable_sort(groups.begin(), groups.end(), [](const Subset& a, const Subset& b) { return a.size() > b.size(); });
        groups.resize(std::min(groups.size(), static_cast<std::size_t>(rules_.groups)));
        std::vector<int> groupOf(static_cast<std::size_t>(rules_.items), -1);
        for (std::size_t g = 0; g < groups.size(); ++g) {
            for (const int item : groups[g]) groupOf[static_cast<std::size_t>(item)] = static_cast<int>(g);
        }
        std::vector<int> labels;
        for (const Subset& unit : rules_.units) labels.push_back(groupOf[static_cast<std::size_t>(unit.front())]);
        return meansOf(labels);
    }

    std::vector<int> labelsFrom(Matrix centres) const {
        std::vector<int> labels;
        for (int iteration = 0; iteration < kIterations; ++iteration) {
            std::vector<int> next = nearestLabels(rules_, costs(centres));
            if (next == labels) break;
            labels = std::move(next);
            centres = meansOf(labels);
        }
        return labels;
    }

private:
    static std::int64_t drawn(const std::vector<double>& weight, Rng& rng) {
        double total = 0;
        for (const double w : weight) total += w;
        if (total <= 0) return static_cast<std::int64_t>(rng.below(weight.size()));
        double left = rng.uniform() * total;
        for (std::size_t i = 0; i < weight.size(); ++i) {
            left -= weight[i];
            if (left < 0) return static_cast<std::int64_t>(i);
        }
        return static_cast<std::int64_t>(weight.size()) - 1;
    }

    Matrix costs(const Matrix& centres) const {
        Matrix cost(points_.rows, rules_.groups);
        for (std::int64_t unit = 0; unit < cost.rows; ++unit) {
            for (int g = 0; g < rules_.groups; ++g) {
                cost(unit, g) = rules_.sizeOf(static_cast<int>(unit)) * squaredDistance(points_.row(unit), centres.row(g));
            }
        }
        return cost;
    }

    /// Means of the labelled groups (label −1: none); a group without members is put at the unit farthest from the others.
    Matrix meansOf(const std::vector<int>& labels) const {
        Matrix centres(rules_.groups, points_.cols);
        std::vector<double> sizes(static_cast<std::size_t>(rules_.groups), 0);
        for (std::size_t unit = 0; unit < labels.size(); ++unit) {
            if (labels[unit] < 0) continue;
            const double size = rules_.sizeOf(static_cast<int>(unit));
            sizes[static_cast<std::size_t>(labels[unit])] += size;
            for (std::int64_t d = 0; d < points_.cols; ++d) centres(labels[unit], d) += size * points_(static_cast<std::int64_t>(unit), d);
        }
        for (int g = 0; g < rules_.groups; ++g) {
            const double size = sizes[static_cast<std::size_t>(g)];
            for (double& value : centres.row(g)) value = size > 0 ? value / size : 0;
        }
        for (int g = 0; g < rules_.groups; ++g) {
            if (sizes[static_cast<std::size_t>(g)] == 0) placeAtFarthest(centres, sizes, g);
        }
        return centres;
    }

    void placeAtFarthest(Matrix& centres, std::vector<double>& sizes, int group) const {
        std::int64_t farthest = 0;
        double largest = -1;
        for (std::int64_t unit = 0; unit < points_.rows; ++unit) {
            double nearest = std::numeric_limits<double>::infinity();
            for (int g = 0; g < rules_.groups; ++g) {
                if (sizes[static_cast<std::size_t>(g)] > 0) nearest = std::min(nearest, squaredDistance(points_.row(unit), centres.row(g)));
            }
            if (nearest <= largest) continue;
            largest = nearest;
            farthest = unit;
        }
        const auto chosen = points_.row(farthest);
        std::copy(chosen.begin(), chosen.end(), centres.row(group).begin());
        sizes[static_cast<std::size_t>(group)] = 1;
    }

    const GroupRules& rules_;
    Matrix points_;
};

}  // namespace

Partition roundPoints(const ClusterTask& task, const Matrix& points, const std::vector<Partition>& starts) {
    const KMeans kMeans(task.rules, points);
    Partition best;
    double bestDensity = -std::numeric_limits<double>::infinity();
    const auto consider = [&](const Matrix& centres) {
        Partition candidate = partitionOf(task.rules, kMeans.labelsFrom(centres));
        const double density = densityOf(task.affinity(), candidate);
        if (density <= bestDensity) return;
        bestDensity = density;
        best = std::move(candidate);
    };
    for (const Partition& start : starts) consider(kMeans.centresOf(start));
    for (std::uint64_t restart = 0; restart < kRestarts; ++restart) {
        Rng rng(task.problem.seed, streamOf("partition rounding") + restart);
        consider(kMeans.drawnCentres(rng));
    }
    return best;
}

}  // namespace consort
