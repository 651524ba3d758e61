#pragma once
// Internal to core/nn. How examples become sequences, outputs and length-sorted batches (method.md §2, performance.md §1).
#include <cstdint>
#include <span>
#include <vector>

#include "core/data/dataset.h"
#include "core/nn/causal_model.h"
#include "core/nn/gradients.h"

namespace consort::nn {

/// One scalar output: the hidden states at `columns` of its sequence predict `tokens`.
struct PlannedOutput {
    std::int64_t row = 0;               ///< output row, as in GradientRows
    std::vector<std::int64_t> columns;  ///< ascending
    TokenIds tokens;                    ///< as many as columns
};

/// What goes through the model once. Outputs whose inputs are prefixes of one another share a sequence: all single-token choices of
/// a row, all target tokens of a row.
struct PlannedSequence {
    TokenIds ids;
    std::vector<PlannedOutput> outputs;
};

struct RowPlan {
    std::vector<PlannedSequence> sequences;
    std::vector<std::int64_t> example;  ///< (output rows) index of its example, ascending
    std::int64_t padding = 4;           ///< batches are padded to a multiple of it
};

/// Sequences and outputs of all examples. Throws Error{InvalidInput} naming the example: empty prompt, target or choice, an id
/// outside the vocabulary, longer than the model's positions, no choices in choice mode.
RowPlan planRows(std::span<const Example> examples, RowMode mode, const ModelInfo& model);

/// Indices of sequences, batch by batch: equally many outputs in a batch, the longest first, rows × padded length ≤ batchTokens
/// (one row at least).
std::vector<std::vector<std::size_t>> bucketSequences(const RowPlan& plan, std::int64_t batchTokens);

/// `batchTokens`, or less where the rows would else be too few batches for every compute thread to have one.
std::int64_t laneTokens(const RowPlan& plan, std::int64_t batchTokens);

/// The outputs of one backward pass: the r-th output of every sequence of a batch, in batch order.
struct BatchRound {
    std::vector<std::int64_t> rows;     ///< (batch) output rows
    std::vector<std::int64_t> states;   ///< (label tokens) index into the batch's wanted positions
    std::vector<std::int64_t> tokens;   ///< (label tokens) gold token
    std::vector<std::size_t> offsets;   ///< (batch + 1) label tokens of each row
};

struct PlannedBatch {
    TokenBatch input;
    std::vector<BatchRound> rounds;
    std::vector<std::int64_t> wantedCounts;  ///< (batch) wanted positions of each sequence
    std::int64_t tokens = 0;                 ///< unpadded
};

/// Right-padded to a multiple of the plan's padding.
PlannedBatch planBatch(const RowPlan& plan, std::span<const std::size_t> members, torch::Device device);

}  // namespace consort::nn
