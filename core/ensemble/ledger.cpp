// Scores of one system on one dataset, and their means.
#include "core/ensemble/ledger.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/error.h"
#include "core/base/rng.h"

namespace consort {
namespace {

/// How often a label was gold, answered, and both.
struct LabelCounts {
    double gold = 0, answered = 0, right = 0;
};

/// The q-quantile of sorted values, linear between neighbours (the default of numpy.percentile).
double quantileOf(const std::vector<double>& sorted, double q) {
    const double place = q * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

MeanScore meanOf(const SystemScore& system) {
    MeanScore mean;
    double accuracy = 0, macroF1 = 0;
    int withAccuracy = 0, withF1 = 0;
    for (const DatasetScore& score : system.datasets) {
        mean.loss += score.loss / static_cast<double>(system.datasets.size());
        if (score.accuracy) accuracy += *score.accuracy, ++withAccuracy;
        if (score.macroF1) macroF1 += *score.macroF1, ++withF1;
    }
    if (withAccuracy) mean.accuracy = accuracy / withAccuracy;
    if (withF1) mean.macroF1 = macroF1 / withF1;
    return mean;
}

double accuracyOf(std::span<const int> gold, std::span<const int> answers) {
    check(gold.size() == answers.size() && !gold.empty(), "one answer a row, at least one row");
    double right = 0;
    for (std::size_t row = 0; row < gold.size(); ++row) right += gold[row] == answers[row];
    return right / static_cast<double>(gold.size());
}

double macroF1Of(std::span<const int> gold, std::span<const int> answers) {
    check(gold.size() == answers.size() && !gold.empty(), "one answer a row, at least one row");
    std::map<int, LabelCounts> labels;
    for (std::size_t row = 0; row < gold.size(); ++row) {
        labels[gold[row]].gold += 1;
        labels[answers[row]].answered += 1;
        if (gold[row] == answers[row]) labels[gold[row]].right += 1;
    }
    double sum = 0;
    for (const auto& [label, count] : labels) sum += 2 * count.right / (count.gold + count.answered);
    return sum / static_cast<double>(labels.size());
}

std::pair<double, double> bootstrapInterval(std::span<const double> rowValues, std::uint64_t seed, int draws) {
    check(!rowValues.empty() && draws > 0, "rows and draws");
    Rng rng(seed, streamOf("bootstrap"));
    std::vector<double> means;
    for (int draw = 0; draw < draws; ++draw) {
        double sum = 0;
        for (std::size_t row = 0; row < rowValues.size(); ++row) sum += rowValues[rng.below(rowValues.size())];
        means.push_back(sum / static_cast<double>(rowValues.size()));
    }
    std::sort(means.begin(), means.end());
    return {quantileOf(means, 0.025), quantileOf(means, 0.975)};
}

namespace {

/// Gold and answers of the rows that have both.
struct Answered {
    std::vector<int> gold, answers;
};

Answered answeredOf(std::span<const Example> rows, std::span<const RowScore> scores) {
    check(rows.size() == scores.size(), "one score a row");
    Answered answered;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (!rows[row].gold || scores[row].answer < 0) continue;
        answered.gold.push_back(*rows[row].gold);
        answered.answers.push_back(scores[row].answer);
    }
    return answered;
}

/// Every token of every target counts the same.
double perplexityOf(std::span<const Example> rows, std::span<const RowScore> scores) {
    double loss = 0, tokens = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto& mask = rows[row].lossMask;
        const auto scored = static_cast<double>(mask.empty() ? static_cast<std::ptrdiff_t>(rows[row].targetIds.size()) : std::count(mask.begin(), mask.end(), true));
        loss += scores[row].loss * scored;
        tokens += scored;
    }
    return std::exp(loss / std::max(tokens, 1.0));
}

}  // namespace

DatasetScore pointScoreOf(const std::string& dataset, std::span<const Example> rows, std::span<const RowScore> scores) {
    const Answered answered = answeredOf(rows, scores);
    DatasetScore result;
    result.dataset = dataset;
    result.rows = static_cast<std::int64_t>(rows.size());
    for (const RowScore& score : scores) result.loss += score.loss / static_cast<double>(rows.size());
    result.perplexity = perplexityOf(rows, scores);
    if (answered.gold.empty()) return result;
    result.accuracy = accuracyOf(answered.gold, answered.answers);
    result.macroF1 = macroF1Of(answered.gold, answered.answers);
    return result;
}

DatasetScore scoreOf(const std::string& dataset, std::span<const Example> rows, std::span<const RowScore> scores, std::uint64_t seed) {
    DatasetScore result = pointScoreOf(dataset, rows, scores);
    if (!result.accuracy) return result;
    const Answered answered = answeredOf(rows, scores);
    std::vector<double> right;
    for (std::size_t row = 0; row < answered.gold.size(); ++row) right.push_back(answered.gold[row] == answered.answers[row]);
    const auto [low, high] = bootstrapInterval(right, seed);
    result.low = low;
    result.high = high;
    return result;
}

Value toValue(const DatasetScore& score) {
    const auto orNull = [](const std::optional<double>& v) { return v ? Value(*v) : Value(); };
    Value value;
    value.set("rows", score.rows).set("accuracy", orNull(score.accuracy)).set("low", orNull(score.low)).set("high", orNull(score.high));
    value.set("macro_f1", orNull(score.macroF1)).set("loss", score.loss);
    return value.set("perplexity", orNull(score.perplexity)).set("answers", score.answers);
}

}  // namespace consort
