#include "core/pipeline/forward_estimate.h"

#include <algorithm>

#include "core/nn/compute_lanes.h"
#include "core/pipeline/adapter_meter.h"
#include "core/pipeline/first_order.h"
#include "core/pipeline/forward_penalty.h"

namespace consort {
namespace {

PerformanceTable emptyTable(std::span<const Subset> subsets, std::size_t datasets) {
    const auto count = static_cast<std::int64_t>(subsets.size()), n = static_cast<std::int64_t>(datasets);
    return {{subsets.begin(), subsets.end()}, Matrix(count, n), Matrix(count, n), Matrix(count, n), std::vector<FloatMatrix>(datasets)};
}

void enter(const MeasuredOutcome& measured, std::int64_t k, PerformanceTable& table) {
    for (std::size_t i = 0; i < measured.outcome.size(); ++i) {
        const auto at = static_cast<std::int64_t>(i);
        table.loss(k, at) = measured.outcome[i].loss;
        table.accuracy(k, at) = measured.outcome[i].accuracy;
        table.macroF1(k, at) = measured.outcome[i].macroF1;
        std::copy(measured.rowLoss[i].begin(), measured.rowLoss[i].end(), table.rowLoss[i].row(k).begin());
    }
}

}  // namespace

PerformanceTable forwardTable(Project& project, const ExpansionPoint& point, std::span<const DatasetRows> datasets, const EstimateRequest& request,
                              std::span<const Subset> subsets, const Penalty& penalty, const JobContext& job) {
    const AdapterMeter meter(project, request.validRows);
    PerformanceTable table = emptyTable(subsets, datasets.size());
    std::vector<MeasuredOutcome> measured(subsets.size());
    const auto chunk = static_cast<std::size_t>(std::max(1.0, kDisplacementBytes / static_cast<double>(point.adapter.bytes())));
    LaneProgress progress("forward", static_cast<std::int64_t>(subsets.size()), "subsets");
    const std::vector<Penalty> penalties{penalty};
    for (std::size_t begin = 0; begin < subsets.size(); begin += chunk) {
        const auto part = subsets.subspan(begin, std::min(chunk, subsets.size() - begin));
        const std::vector<Adapter> deltas = subsetDisplacements(project, point, datasets, request, part, penalties, job);
        forEachInLanes(part.size(), project.session().laneFlops(smallPassFlops(project.model(), request.validRows)), job, [&](std::size_t k, const JobContext& laneJob) {
            const Adapter moved = displaced(point.adapter, deltas[k], 1.0);
            measured[begin + k] = meter.measure(&moved, laneJob);
            progress.advance(1, laneJob);
        });
    }
    for (std::size_t i = 0; i < datasets.size() && !measured.empty(); ++i) {
        table.rowLoss[i] = FloatMatrix(table.loss.rows, static_cast<std::int64_t>(measured.front().rowLoss[i].size()));
    }
    for (std::size_t k = 0; k < measured.size(); ++k) enter(measured[k], static_cast<std::int64_t>(k), table);
    return table;
}

}  // namespace consort
