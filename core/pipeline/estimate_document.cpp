#include "core/pipeline/estimate_document.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/pipeline/estimate_probes.h"

namespace consort {
namespace {

double numberOf(const Value& value) { return value.isNumber() ? value.asDouble() : std::numeric_limits<double>::quiet_NaN(); }

Value matrixValue(const Matrix& matrix) {
    Value rows = Value::List{};
    for (std::int64_t r = 0; r < matrix.rows; ++r) {
        Value row = Value::List{};
        for (const double number : matrix.row(r)) row.push(finiteOrNull(number));
        rows.push(row);
    }
    return rows;
}

Matrix matrixFrom(const Value& rows) {
    const auto n = static_cast<std::int64_t>(rows.asList().size());
    Matrix matrix(n, n);
    for (std::int64_t r = 0; r < n; ++r) {
        for (std::int64_t c = 0; c < n; ++c) matrix(r, c) = numberOf(rows.asList()[static_cast<std::size_t>(r)].asList().at(static_cast<std::size_t>(c)));
    }
    return matrix;
}

/// [[[low, high]]]; null where the value is undefined.
Value intervalValue(const Matrix& low, const Matrix& high) {
    Value rows = Value::List{};
    for (std::int64_t r = 0; r < low.rows; ++r) {
        Value row = Value::List{};
        for (std::int64_t c = 0; c < low.cols; ++c) {
            if (std::isfinite(low(r, c)) && std::isfinite(high(r, c))) row.push(Value(std::vector<double>{low(r, c), high(r, c)}));
            else row.push(Value());
        }
        rows.push(row);
    }
    return rows;
}

Matrix boundFrom(const Value& rows, std::size_t side) {
    const auto n = static_cast<std::int64_t>(rows.asList().size());
    Matrix matrix(n, n, std::numeric_limits<double>::quiet_NaN());
    for (std::int64_t r = 0; r < n; ++r) {
        for (std::int64_t c = 0; c < n; ++c) {
            const Value& pair = rows.asList()[static_cast<std::size_t>(r)].asList().at(static_cast<std::size_t>(c));
            if (pair.isList()) matrix(r, c) = pair.asList().at(side).asDouble();
        }
    }
    return matrix;
}

Value pairsValue(const MatrixOf<std::int64_t>& pairs) {
    Value rows = Value::List{};
    for (std::int64_t r = 0; r < pairs.rows; ++r) {
        const auto row = pairs.row(r);
        rows.push(Value(std::vector<std::int64_t>(row.begin(), row.end())));
    }
    return rows;
}

Value sideValue(const Agreement& side) {
    Value value;
    value.set("pairs", side.pairs).set("error", finiteOrNull(side.error)).set("spearman", finiteOrNull(side.spearman)).set("r2", finiteOrNull(side.r2));
    value.set("trivial_error", finiteOrNull(side.trivialError)).set("trivial_spearman", finiteOrNull(side.trivialSpearman)).set("ceiling", finiteOrNull(side.ceiling));
    return value;
}

Value probesValue(const Estimate& estimate) {
    Value list = Value::List{};
    for (const ProbeOutcome& probe : estimate.probes) {
        Value names = Value::List{}, entry;
        for (const int i : probe.subset) names.push(estimate.datasets[static_cast<std::size_t>(i)]);
        entry.set("datasets", names).set("seed", probe.seed).set("steps", probe.steps);
        entry.set("estimated", predictionsValue(probe.estimated)).set("measured", predictionsValue(probe.measured));
        entry.set("distance", probe.distance).set("first_order", finiteOrNull(probe.firstOrder));
        entry.set("train_seconds", probe.trainSeconds).set("seconds", probe.seconds).set("flops", probe.flops);
        list.push(entry);
    }
    return list;
}

std::vector<ProbeOutcome> probesFrom(const Value& list, const std::vector<std::string>& datasets) {
    std::vector<ProbeOutcome> probes;
    for (const Value& entry : list.asList()) {
        ProbeOutcome probe;
        for (const Value& name : entry.at("datasets").asList()) {
            probe.subset.push_back(static_cast<int>(std::find(datasets.begin(), datasets.end(), name.asString()) - datasets.begin()));
        }
        probe.seed = static_cast<std::uint64_t>(entry.at("seed").asInt());
        probe.steps = entry.at("steps").asInt();
        probe.estimated = predictionsFrom(entry.at("estimated"));
        probe.measured = predictionsFrom(entry.at("measured"));
        probe.distance = entry.at("distance").asDouble();
        probe.firstOrder = numberOf(entry.at("first_order"));
        probe.trainSeconds = entry.at("train_seconds").asDouble();
        probe.seconds = entry.at("seconds").asDouble();
        probe.flops = entry.at("flops").asDouble();
        probes.push_back(std::move(probe));
    }
    return probes;
}

/// The contract's two figures are those of the datasets inside the subsets: there membership alone says nothing.
Value trustValue(const Estimate& estimate) {
    Value list = Value::List{}, trust;
    for (const FirstOrderPoint& one : estimate.firstOrder) {
        Value entry;
        entry.set("distance", one.distance).set("error", one.error).set("relative", one.relative);
        list.push(entry);
    }
    const FirstOrderPoint* full = estimate.atFullDisplacement();
    trust.set("full_displacement_error", full ? Value(full->error) : Value()).set("linear", full ? Value(full->error <= kLinearError) : Value());
    trust.set("first_order", list).set("estimation_error", finiteOrNull(estimate.agreement.inside.error)).set("spearman", finiteOrNull(estimate.agreement.inside.spearman));
    trust.set("inside", sideValue(estimate.agreement.inside)).set("outside", sideValue(estimate.agreement.outside)).set("all", sideValue(estimate.agreement.all));
    Value corrected;
    corrected.set("inside", sideValue(estimate.corrected.inside)).set("outside", sideValue(estimate.corrected.outside)).set("all", sideValue(estimate.corrected.all));
    corrected.set("used_inside", estimate.correction.sides[1].useful).set("used_outside", estimate.correction.sides[0].useful);
    trust.set("corrected", corrected).set("source", estimate.mode).set("probes", probesValue(estimate));
    return trust;
}

std::optional<std::int64_t> optionalInt(const Value& value, const char* key) {
    const Value* found = value.find(key);
    return found && found->isInt() ? std::optional<std::int64_t>(found->asInt()) : std::nullopt;
}

}  // namespace

Value finiteOrNull(double number) { return std::isfinite(number) ? Value(number) : Value(); }

Value predictionsValue(const std::vector<Prediction>& predictions) {
    Value list = Value::List{};
    for (const Prediction& one : predictions) {
        Value entry;
        entry.set("loss", finiteOrNull(one.loss)).set("accuracy", finiteOrNull(one.accuracy)).set("macro_f1", finiteOrNull(one.macroF1));
        list.push(entry);
    }
    return list;
}

std::vector<Prediction> predictionsFrom(const Value& list) {
    std::vector<Prediction> predictions;
    for (const Value& entry : list.asList()) {
        predictions.push_back({numberOf(entry.at("loss")), numberOf(entry.at("accuracy")), numberOf(entry.at("macro_f1"))});
    }
    return predictions;
}

Value toValue(const Estimate& estimate) {
    const AffinityMatrix& affinity = estimate.affinity;
    Value seconds, value;
    seconds.set("gradients", estimate.gradientSeconds).set("fits", estimate.fitSeconds).set("affinity", estimate.affinitySeconds);
    seconds.set("probes", estimate.probeSeconds);
    value.set("datasets", Value(estimate.datasets)).set("subsets", estimate.subsets).set("dim", estimate.dim).set("seed", estimate.seed);
    value.set("lambda", estimate.lambda).set("radius", estimate.radius > 0 ? Value(estimate.radius) : Value()).set("reach", estimate.reach).set("expand", estimate.expand).set("row_mode", estimate.rowMode);
    value.set("affinity", matrixValue(affinity.value)).set("interval", intervalValue(affinity.low, affinity.high));
    value.set("gain", matrixValue(affinity.gain)).set("gain_interval", intervalValue(affinity.gainLow, affinity.gainHigh));
    value.set("standard_error", matrixValue(affinity.standardError)).set("pairs", pairsValue(affinity.pairs));
    value.set("predicted_single", predictionsValue(estimate.single)).set("predicted_alone", predictionsValue(estimate.alone));
    value.set("trust", trustValue(estimate)).set("seconds", seconds).set("flops", estimate.flops);
    return value;
}

Estimate estimateFrom(const Value& value, const std::string& key) {
    Estimate estimate;
    estimate.key = key;
    for (const Value& name : value.at("datasets").asList()) estimate.datasets.push_back(name.asString());
    estimate.subsets = value.at("subsets").asInt();
    estimate.dim = value.at("dim").asInt();
    estimate.seed = static_cast<std::uint64_t>(value.at("seed").asInt());
    estimate.lambda = value.at("lambda").asDouble();
    estimate.radius = value.doubleOr("radius", 0);
    estimate.reach = value.doubleOr("reach", 1);
    estimate.expand = value.at("expand").asString();
    estimate.rowMode = value.at("row_mode").asString();
    AffinityMatrix& affinity = estimate.affinity;
    affinity.value = matrixFrom(value.at("affinity"));
    affinity.low = boundFrom(value.at("interval"), 0);
    affinity.high = boundFrom(value.at("interval"), 1);
    affinity.gain = matrixFrom(value.at("gain"));
    affinity.gainLow = boundFrom(value.at("gain_interval"), 0);
    affinity.gainHigh = boundFrom(value.at("gain_interval"), 1);
    affinity.standardError = matrixFrom(value.at("standard_error"));
    const Matrix pairs = matrixFrom(value.at("pairs"));
    affinity.pairs = MatrixOf<std::int64_t>(pairs.rows, pairs.cols);
    for (std::size_t i = 0; i < pairs.values.size(); ++i) affinity.pairs.values[i] = static_cast<std::int64_t>(pairs.values[i]);
    estimate.single = predictionsFrom(value.at("predicted_single"));
    estimate.alone = predictionsFrom(value.at("predicted_alone"));
    for (const Value& entry : value.at("trust").at("first_order").asList()) {
        estimate.firstOrder.push_back({entry.at("distance").asDouble(), entry.at("error").asDouble(), entry.at("relative").asDouble()});
    }
    estimate.mode = value.at("trust").stringOr("source", "linear");
    estimate.probes = probesFrom(value.at("trust").at("probes"), estimate.datasets);
    judgeProbes(estimate);
    const Value& seconds = value.at("seconds");
    estimate.gradientSeconds = seconds.at("gradients").asDouble();
    estimate.fitSeconds = seconds.at("fits").asDouble();
    estimate.affinitySeconds = seconds.at("affinity").asDouble();
    estimate.probeSeconds = seconds.doubleOr("probes", 0);
    estimate.flops = value.at("flops").asDouble();
    return estimate;
}

EstimateRequest requestFrom(const Value& stored) {
    const Value& value = stored.at("request");
    EstimateRequest request;
    request.rows = value.at("rows").asInt();
    request.validRows = value.intOr("valid_rows", kValidRows);
    request.allSubsets = value.at("all").asBool();
    request.subsets = optionalInt(value, "subsets");
    if (const auto size = optionalInt(value, "size")) request.subsetSize = static_cast<int>(*size);
    request.dim = value.at("dim").asInt();
    request.rowMode = value.at("row_mode").asString();
    request.expand = stored.at("request_expand").asString();
    request.warmEpochs = stored.intOr("warm_epochs", 1);
    return request;
}

EstimateRequest requestOf(const Project& project, const Estimate& estimate) { return requestFrom(project.store().result("estimate", estimate.key)->value); }

}  // namespace consort
