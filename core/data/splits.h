#pragma once
// Stable ids, missing splits and row caps: all of them functions of (seed, content), so that equal input gives equal rows.
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/data/dataset.h"
#include "core/data/row_renderer.h"

namespace consort {

/// A row on its way: words (or tokens already, for plain text), id and split.
struct DraftRow {
    std::string id;
    std::string twinKey;  ///< equal for exact duplicates of what the model will see
    Split split = Split::Train;
    RowText text;
    std::size_t record = 0;  ///< index of the record it was made from
    std::optional<Example> encoded;
};

/// Makes ids "dataset/split/content hash/occurrence", unique over all splits of the dataset.
class RowIds {
public:
    explicit RowIds(std::string dataset) : dataset_(std::move(dataset)) {}
    std::string next(Split file, const std::string& content);

private:
    std::string dataset_;
    std::unordered_map<std::string, int> seen_;
};

struct SplitShares {
    double valid = 0.1, test = 0.1;
    std::uint64_t seed = 0;
};

/// Moves rows of the train split to the splits that have none, by hash(seed, id of the first twin); twins stay together; a wanted
/// split gets at least one row. Throws Error{InvalidInput} where the rows are too few for that.
void fillMissingSplits(std::vector<DraftRow>& rows, const SplitShares& shares);

/// Keeps at most `maxRows` of each split: a seeded draw by id, each label by its share (largest remainders); order is kept.
std::vector<DraftRow> drawRows(std::vector<DraftRow> rows, std::int64_t maxRows, std::uint64_t seed);

}  // namespace consort
