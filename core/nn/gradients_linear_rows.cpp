// Gradient rows in the shape that the subset solver fits (method.md §2, §5).
#include <cmath>

#include "core/base/error.h"
#include "core/nn/gradients.h"

namespace consort {
namespace {

/// Least probability left for "anything else": choices that are prefixes of each other or certain would leave nothing, or less.
constexpr double kLeastRest = 1e-6;

LinearRows plainRows(const GradientRows& rows) {
    LinearRows linear;
    linear.h0.assign(rows.h0.begin(), rows.h0.end());
    linear.sketch = rows.sketch;
    return linear;
}

/// Rows [first, first + choices) of one example, and their rest, appended to `linear`.
void addBlock(const GradientRows& rows, std::int64_t first, std::int64_t choices, LinearRows& linear) {
    const std::int64_t d = rows.sketch.cols;
    double total = 0;
    std::vector<double> restGradient(static_cast<std::size_t>(d), 0.0);
    for (std::int64_t c = first; c < first + choices; ++c) {
        const double score = rows.h0[static_cast<std::size_t>(c)], probability = std::exp(score);
        const std::span<const float> gradient = rows.sketch.row(c);
        total += probability;
        for (std::int64_t j = 0; j < d; ++j) restGradient[static_cast<std::size_t>(j)] -= probability * gradient[static_cast<std::size_t>(j)];
        linear.h0.push_back(static_cast<float>(score));
        linear.sketch.values.insert(linear.sketch.values.end(), gradient.begin(), gradient.end());
    }
    const double rest = std::max(1 - total, kLeastRest);
    linear.h0.push_back(static_cast<float>(std::log(rest)));
    for (const double g : restGradient) linear.sketch.values.push_back(static_cast<float>(g / rest));
    linear.sketch.rows += choices + 1;
    linear.choiceOffsets.push_back(linear.sketch.rows);
}

LinearRows choiceRows(const GradientRows& rows, std::span<const Example> examples) {
    LinearRows linear;
    linear.sketch.cols = rows.sketch.cols;
    linear.choiceOffsets.push_back(0);
    std::int64_t first = 0;
    for (const Example& example : examples) {
        const auto choices = static_cast<std::int64_t>(example.choices.size());
        const bool goldKnown = example.gold && *example.gold >= 0 && *example.gold < choices;
        if (!goldKnown) throw Error{ErrorCode::InvalidInput, example.id + ": has no right choice; use the answer or mean row mode"};
        addBlock(rows, first, choices, linear);
        linear.gold.push_back(*example.gold);
        linear.length.push_back(static_cast<int>(example.choices[static_cast<std::size_t>(*example.gold)].size()));
        first += choices;
    }
    check(first == static_cast<std::int64_t>(rows.h0.size()), "choice rows belong to other examples");
    return linear;
}

}  // namespace

LinearRows linearRows(const GradientRows& rows, std::span<const Example> examples, RowMode mode) {
    check(rows.sketch.rows == static_cast<std::int64_t>(rows.h0.size()), "gradient rows without a sketch");
    return mode == RowMode::Choice ? choiceRows(rows, examples) : plainRows(rows);
}

}  // namespace consort
