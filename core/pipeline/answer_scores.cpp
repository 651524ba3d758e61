#include "core/pipeline/answer_scores.h"

#include <algorithm>
#include <tuple>

#include "core/ensemble/ledger.h"

namespace consort {
namespace {

/// What the row's target says, without the tokens that are not learned.
std::string rightAnswer(const Example& row, const Tokenizer& tokenizer) {
    TokenIds ids;
    for (std::size_t t = 0; t < row.targetIds.size(); ++t) {
        if (row.lossMask.empty() || row.lossMask[t]) ids.push_back(row.targetIds[t]);
    }
    return tokenizer.decode(ids);
}

/// The token that ends an answer: what the target ends with where that is no text, else the tokenizer's end of text.
std::vector<std::int32_t> endOf(const Example& row, const Tokenizer& tokenizer) {
    std::vector<std::int32_t> ids;
    if (tokenizer.eosId()) ids.push_back(*tokenizer.eosId());
    if (tokenizer.decode({row.targetIds.back()}).empty()) ids.push_back(row.targetIds.back());
    return ids;
}

/// The prompt to the last answer of a row, and that answer.
Example lastTurn(const Example& row) {
    if (row.lossMask.empty()) return row;
    std::size_t begin = row.targetIds.size();
    while (begin > 0 && row.lossMask[begin - 1]) --begin;
    Example turn = row;
    const auto at = row.targetIds.begin() + static_cast<std::ptrdiff_t>(begin);
    turn.promptIds.insert(turn.promptIds.end(), row.targetIds.begin(), at);
    turn.targetIds.assign(at, row.targetIds.end());
    turn.lossMask.clear();
    return turn;
}

}  // namespace

Value AnswerRequest::asValue() const {
    Value value;
    return value.set("kind", kind ? Value(answerKindName(*kind)) : Value()).set("rows", rows).set("max_new_tokens", maxNewTokens);
}

Value toValue(const AnswerScore& score) {
    Value value;
    value.set("kind", answerKindName(score.kind)).set("rows", score.rows).set("right", score.right);
    return value.set("low", score.low).set("high", score.high);
}

AnswerScore scoreAnswers(Session& session, const Tokenizer& tokenizer, std::span<const Example> rows, const MembersOf& members,
                         const AnswerRequest& request, const JobContext& job) {
    std::vector<Example> asked;
    std::vector<std::string> right;
    for (const Example& row : rows.first(std::min(rows.size(), static_cast<std::size_t>(request.rows)))) {
        asked.push_back(lastTurn(row));
        right.push_back(rightAnswer(asked.back(), tokenizer));
    }
    AnswerScore score;
    score.kind = request.kind.value_or(answerKindOf(right));
    score.rows = static_cast<std::int64_t>(asked.size());
    std::vector<double> marks;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        job.progress("answers", static_cast<std::int64_t>(i), score.rows, "rows");
        GenerateOptions options;
        options.maxNewTokens = request.maxNewTokens;
        options.stopAt = endOf(asked[i], tokenizer);
        const auto said = extractAnswer(score.kind, tokenizer.decode(generate(session, asked[i].promptIds, options, members(asked[i]), job)));
        marks.push_back(said && said == extractAnswer(score.kind, right[i]) ? 1 : 0);
        score.right += marks.back() / static_cast<double>(asked.size());
    }
    std::tie(score.low, score.high) = bootstrapInterval(marks, 0);
    return score;
}

}  // namespace consort
