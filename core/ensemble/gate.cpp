#include "core/ensemble/gate.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace consort {

std::vector<double> Gate::weights(std::span<const float> representation) const {
    check(representation.size() == centre.size(), "a gate sees as many numbers as it was fitted on");
    std::vector<double> scores = bias;
    for (std::size_t a = 0; a < scores.size(); ++a) {
        const auto row = slope.row(static_cast<std::int64_t>(a));
        for (std::size_t k = 0; k < centre.size(); ++k) scores[a] += row[k] * (static_cast<double>(representation[k]) - centre[k]);
    }
    return choiceProbabilities(scores);
}

Matrix Gate::weights(const FloatMatrix& representations) const {
    Matrix all(representations.rows, static_cast<std::int64_t>(bias.size()));
    for (std::int64_t r = 0; r < all.rows; ++r) {
        const std::vector<double> row = weights(representations.row(r));
        std::copy(row.begin(), row.end(), all.row(r).begin());
    }
    return all;
}

Value toValue(const Gate& gate) {
    Value value, slope = Value::List{};
    for (std::int64_t a = 0; a < gate.slope.rows; ++a) {
        const auto row = gate.slope.row(a);
        slope.push(Value(std::vector<double>(row.begin(), row.end())));
    }
    return value.set("centre", Value(gate.centre)).set("slope", slope).set("bias", Value(gate.bias));
}

Gate gateFrom(const Value& value, std::size_t members, std::int64_t hidden, const std::string& whose) {
    const auto numbers = [&](const Value& list, std::size_t count) {
        std::vector<double> read;
        for (const Value& number : list.asList()) read.push_back(number.asDouble());
        const bool finite = std::all_of(read.begin(), read.end(), [](double x) { return std::isfinite(x); });
        if (read.size() != count || !finite) throw Error(ErrorCode::Corrupt, whose + " has " + std::to_string(read.size()) + " usable numbers where " + std::to_string(count) + " belong");
        return read;
    };
    try {
        Gate gate{numbers(value.at("centre"), static_cast<std::size_t>(hidden)), Matrix(static_cast<std::int64_t>(members), hidden), numbers(value.at("bias"), members)};
        const auto& rows = value.at("slope").asList();
        if (rows.size() != members) throw Error(ErrorCode::Corrupt, whose + " has slopes of " + std::to_string(rows.size()) + " members, not " + std::to_string(members));
        for (std::size_t a = 0; a < members; ++a) {
            const std::vector<double> row = numbers(rows[a], static_cast<std::size_t>(hidden));
            std::copy(row.begin(), row.end(), gate.slope.row(static_cast<std::int64_t>(a)).begin());
        }
        return gate;
    } catch (const Error& e) {
        if (e.code() == ErrorCode::Corrupt) throw;
        throw Error(ErrorCode::Corrupt, whose + " cannot be read: " + e.what());
    }
}

}  // namespace consort
