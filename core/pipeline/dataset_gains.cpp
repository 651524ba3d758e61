#include "core/pipeline/dataset_gains.h"

#include <cmath>

#include "core/affinity/affinity_matrix.h"
#include "core/affinity/marginal_gains.h"
#include "core/pipeline/estimate_document.h"
#include "core/pipeline/group_price.h"
#include "core/pipeline/subset_estimator.h"

namespace consort {
namespace {

Value interval(double value, double error) {
    return std::isfinite(error) ? Value(Value::List{Value(value - kNormal95 * error), Value(value + kNormal95 * error)}) : Value();
}

void setMatrix(Value& value, const std::string& name, const MarginalGains& gains) {
    Value rows = Value::List{}, intervals = Value::List{};
    for (std::int64_t i = 0; i < gains.value.rows; ++i) {
        Value row = Value::List{}, bounds = Value::List{};
        for (std::int64_t l = 0; l < gains.value.cols; ++l) {
            row.push(finiteOrNull(gains.value(i, l)));
            bounds.push(interval(gains.value(i, l), gains.standardError(i, l)));
        }
        rows.push(row);
        intervals.push(bounds);
    }
    value.set(name, rows).set(name + "_interval", intervals);
}

/// Mean over the targets of what one source brings, and its standard error: the targets' rows are different ones.
std::pair<double, double> meanOf(const MarginalGains& gains, std::int64_t source) {
    double sum = 0, squares = 0, count = 0;
    for (std::int64_t i = 0; i < gains.value.rows; ++i) {
        if (!std::isfinite(gains.value(i, source))) continue;
        sum += gains.value(i, source);
        squares += gains.standardError(i, source) * gains.standardError(i, source);
        ++count;
    }
    if (count == 0) return {std::nan(""), std::nan("")};
    return {sum / count, std::sqrt(squares) / count};
}

/// What its rows add to three epochs of a training.
Value costOf(Project& project, std::size_t dataset) {
    const Value card = project.store().datasetCard(project.datasetNames()[dataset]);
    const GroupPrice price = priceOf(project, {{static_cast<int>(dataset)}});
    const double rows = card.at("rows").doubleOr("train", 0);
    Value cost;
    cost.set("rows", static_cast<std::int64_t>(rows)).set("tokens", rows * card.at("tokens").doubleOr("mean", 0));
    return cost.set("flops", price.flops).set("seconds", price.seconds);
}

}  // namespace

Value datasetGains(Project& project, const JobContext& job) {
    SubsetEstimator estimator = loadEstimator(project, job);
    const auto n = static_cast<int>(estimator.count());
    const std::vector<Marginal> left = leaveOneOutMarginals(n), shapley = shapleyMarginals(n, project.settings().seed);
    std::vector<Marginal> all = left;
    all.insert(all.end(), shapley.begin(), shapley.end());
    const PerformanceTable table = estimator.table(subsetsOf(all), job);
    const MarginalGains without = marginalGains(table, left), values = marginalGains(table, shapley);
    Value value, brings = Value::List{};
    value.set("datasets", Value(project.datasetNames()));
    setMatrix(value, "leave_one_out", without);
    setMatrix(value, "shapley", values);
    for (std::size_t l = 0; l < estimator.count(); ++l) {
        const auto [mean, error] = meanOf(values, static_cast<std::int64_t>(l));
        Value entry;
        entry.set("dataset", project.datasetNames()[l]).set("leave_one_out", finiteOrNull(meanOf(without, static_cast<std::int64_t>(l)).first)).set("shapley", finiteOrNull(mean));
        entry.set("low", finiteOrNull(mean - kNormal95 * error)).set("high", finiteOrNull(mean + kNormal95 * error)).set("cost", costOf(project, l));
        brings.push(entry);
    }
    return value.set("brings", brings);
}

}  // namespace consort
