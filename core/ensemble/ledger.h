#pragma once
// The table of systems: accuracy, macro-F1, loss, intervals and what each cost (cli.md `evaluate`).
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/base/value.h"
#include "core/data/dataset.h"
#include "core/nn/evaluator.h"

namespace consort {

struct DatasetScore {
    std::string dataset;
    std::int64_t rows = 0;
    std::optional<double> accuracy, low, high, macroF1;  ///< absent for free text
    double loss = 0;
    std::optional<double> perplexity{};  ///< exp of the mean cross-entropy over all target tokens; absent where it was not kept
    Value answers{};                     ///< of free text: {kind, rows, right, low, high} where answers were asked for, else null
};

struct SystemScore {
    std::string name;                    ///< frozen, single, per_dataset, ensemble, merged_cat, best_member, g1 …
    std::vector<DatasetScore> datasets;  ///< import order
    double flops = 0, seconds = 0;       ///< estimation + training that it needed
    std::int64_t bytes = 0, peakBytes = 0;
};

struct MeanScore { std::optional<double> accuracy, macroF1; double loss = 0; };
/// Means over the datasets that have the number.
MeanScore meanOf(const SystemScore& system);

/// Scores of one dataset: accuracy, macro-F1 over labels in gold or answer, mean loss, 95 % percentile bootstrap (2,000 draws, seeded).
DatasetScore scoreOf(const std::string& dataset, std::span<const Example> rows, std::span<const RowScore> scores, std::uint64_t seed);

/// The same without the interval, for scores by the hundred.
DatasetScore pointScoreOf(const std::string& dataset, std::span<const Example> rows, std::span<const RowScore> scores);
/// {rows, accuracy, low, high, macro_f1, loss}; null where absent.
Value toValue(const DatasetScore& score);

double accuracyOf(std::span<const int> gold, std::span<const int> answers);
double macroF1Of(std::span<const int> gold, std::span<const int> answers);
/// Percentile bootstrap of a mean: (low, high) of 95 %.
std::pair<double, double> bootstrapInterval(std::span<const double> rowValues, std::uint64_t seed, int draws = 2000);

}  // namespace consort
