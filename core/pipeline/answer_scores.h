#pragma once
// Free answers marked right or wrong: every system writes an answer, and what it comes to is compared with the row's own.
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/value.h"
#include "core/data/dataset.h"
#include "core/job/job_context.h"
#include "core/nn/generator.h"
#include "core/text/answer_extraction.h"

namespace consort {

struct AnswerRequest {
    std::optional<AnswerKind> kind;  ///< nullopt: by the look of the right answers
    std::int64_t rows = 100;         ///< the first of the split, in stored order
    std::int64_t maxNewTokens = 128;
    Value asValue() const;
};

struct AnswerScore {
    AnswerKind kind = AnswerKind::Exact;
    std::int64_t rows = 0;
    double right = 0, low = 0, high = 0;  ///< share, 95 % percentile bootstrap
};
Value toValue(const AnswerScore& score);

/// Whose logits answer a row: a function of its prompt where a gate decides.
using MembersOf = std::function<std::vector<WeightedMember>(const Example& row)>;

/// Greedy answers to rows of free text. Rows must not be empty.
AnswerScore scoreAnswers(Session& session, const Tokenizer& tokenizer, std::span<const Example> rows, const MembersOf& members,
                         const AnswerRequest& request, const JobContext& job);

}  // namespace consort
