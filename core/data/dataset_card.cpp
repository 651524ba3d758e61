#include "core/data/dataset_card.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include "core/data/row_identity.h"

namespace consort {
namespace {

std::int64_t lengthOf(const Example& row) { return static_cast<std::int64_t>(row.promptIds.size() + row.targetIds.size()); }

struct Duplicates {
    std::array<std::int64_t, 3> within{};  ///< rows that repeat an earlier row of their split
    std::int64_t trainValid = 0, trainTest = 0, validTest = 0;  ///< rows of the second with a twin in the first
};

Duplicates countDuplicates(const Dataset& dataset) {
    Duplicates found;
    std::array<std::unordered_set<std::string>, 3> seen;
    for (std::size_t s = 0; s < seen.size(); ++s) {
        for (const Example& row : dataset.splits[s]) {
            const std::string key = identityOf(row, dataset.schema);
            if (s > 0 && seen[0].contains(key)) ++(s == 1 ? found.trainValid : found.trainTest);
            if (s == 2 && seen[1].contains(key)) ++found.validTest;
            if (!seen[s].insert(key).second) ++found.within[s];
        }
    }
    return found;
}

Value duplicatesValue(const Duplicates& found) {
    Value within, between, out;
    for (const Split split : kSplits) within.set(splitName(split), found.within[static_cast<std::size_t>(split)]);
    between.set("train_valid", found.trainValid).set("train_test", found.trainTest).set("valid_test", found.validTest);
    return out.set("within", within).set("between", between);
}

struct Lengths {
    std::int64_t rows = 0, sum = 0, longest = 0, truncated = 0;
    std::vector<std::int64_t> all;
};

constexpr std::int64_t kBins = 8;  ///< of the histogram of lengths

Lengths measure(const Dataset& dataset) {
    Lengths lengths;
    for (const auto& rows : dataset.splits) {
        for (const Example& row : rows) {
            const std::int64_t length = lengthOf(row);
            ++lengths.rows;
            lengths.sum += length;
            lengths.all.push_back(length);
            lengths.longest = std::max(lengths.longest, length);
            lengths.truncated += row.truncated ? 1 : 0;
        }
    }
    return lengths;
}

/// Rows by length, in equal bins from 0 to the longest.
Value histogramOf(const Lengths& lengths) {
    std::vector<std::int64_t> bins(kBins, 0);
    for (const std::int64_t length : lengths.all) ++bins[static_cast<std::size_t>(std::min(kBins - 1, length * kBins / std::max<std::int64_t>(1, lengths.longest)))];
    return Value(bins);
}

std::map<std::string, std::int64_t> counts(const std::vector<std::string>& labels) {
    std::map<std::string, std::int64_t> out;
    for (const std::string& label : labels) ++out[label];
    return out;
}

Value balanceValue(const ImportFacts& facts, const std::vector<std::string>& labels) {
    Value out(Value::Object{});
    for (const Split split : kSplits) {
        auto found = counts(facts.rowLabels[static_cast<std::size_t>(split)]);
        found.erase("");
        Value one(Value::Object{});
        for (const std::string& label : labels) one.set(label, found[label]);
        if (labels.empty()) {
            for (const auto& [label, count] : found) one.set(label, count);
        }
        out.set(splitName(split), one);
    }
    return out;
}

std::string rowsWord(std::int64_t count) { return std::to_string(count) + (count == 1 ? " row" : " rows"); }

void warnAboutRows(Dataset& dataset, const ImportFacts& facts, const Lengths& lengths) {
    auto& warnings = dataset.warnings;
    if (dataset.split(Split::Valid).empty()) warnings.push_back("no validation rows: weights and early stopping need some (--valid-share)");
    if (dataset.split(Split::Test).empty()) warnings.push_back("no test rows: evaluate needs some (--test-share)");
    if (facts.withoutTarget > 0) warnings.push_back(rowsWord(facts.withoutTarget) + " without a label or answer left out");
    if (dataset.setAside > 0) warnings.push_back(rowsWord(dataset.setAside) + " set aside: their target does not fit (--max-tokens)");
    if (lengths.truncated == lengths.rows) warnings.push_back("every prompt was cut at its left end; raise --max-tokens");
    else if (10 * lengths.truncated > lengths.rows) warnings.push_back(rowsWord(lengths.truncated) + " of " + std::to_string(lengths.rows) + " have a cut prompt (--max-tokens)");
    const Duplicates twins = countDuplicates(dataset);
    if (twins.trainTest > 0) warnings.push_back(rowsWord(twins.trainTest) + " of test also in train");
    if (twins.trainValid > 0) warnings.push_back(rowsWord(twins.trainValid) + " of valid also in train");
}

void warnAboutLabels(Dataset& dataset, const ImportFacts& facts) {
    if (dataset.schema != Schema::Classification && dataset.schema != Schema::MultipleChoice) return;
    auto& warnings = dataset.warnings;
    const auto train = counts(facts.rowLabels[0]);
    if (dataset.schema == Schema::Classification && dataset.labels.size() == 1) {
        warnings.push_back("one class only (" + dataset.labels.front() + "): nothing can be learned from it");
    } else if (train.size() == 1 && facts.rowLabels[0].size() > 1) {
        warnings.push_back("the label is constant in train (" + train.begin()->first + ")");
    }
    for (const std::string& label : dataset.labels) {
        if (!train.contains(label)) warnings.push_back("the label " + label + " does not occur in train");
    }
    const std::set<std::string> words(facts.answerWords.begin(), facts.answerWords.end());
    if (words.size() < facts.answerWords.size()) warnings.push_back("two labels share an answer word and cannot be told apart; give --choices");
    const bool numbers = !words.empty() && std::all_of(words.begin(), words.end(), [](const std::string& word) {
        return !word.empty() && word.find_first_not_of("-0123456789") == std::string::npos;
    });
    if (numbers) warnings.push_back("the answer words are numbers; --choices \"a ||| b\" gives the labels words");
}

}  // namespace

Value describeDataset(Dataset& dataset, const ImportFacts& facts) {
    const Lengths lengths = measure(dataset);
    warnAboutRows(dataset, facts, lengths);
    warnAboutLabels(dataset, facts);
    Value rows, tokens, card;
    for (const Split split : kSplits) rows.set(splitName(split), static_cast<std::int64_t>(dataset.split(split).size()));
    tokens.set("mean", lengths.rows == 0 ? Value() : Value(static_cast<double>(lengths.sum) / static_cast<double>(lengths.rows)));
    tokens.set("max", lengths.longest).set("histogram", histogramOf(lengths));
    card.set("name", dataset.name).set("schema", schemaName(dataset.schema)).set("confidence", facts.guess.confidence);
    card.set("reason", facts.guess.reason).set("mapping", facts.guess.mapping).set("template", facts.templateText).set("chat", facts.chat);
    card.set("suggested_template", facts.suggestedTemplate);
    card.set("answer_choices", facts.answerChoices).set("answer_words", Value(facts.answerWords));
    card.set("licence", facts.licence ? Value(*facts.licence) : Value());
    card.set("rows", rows).set("labels", Value(dataset.labels)).set("sha256", dataset.sha256).set("tokens", tokens);
    card.set("truncated", lengths.truncated).set("setAside", dataset.setAside).set("withoutTarget", facts.withoutTarget);
    card.set("balance", balanceValue(facts, dataset.labels)).set("duplicates", duplicatesValue(countDuplicates(dataset)));
    return card.set("warnings", Value(dataset.warnings));
}

}  // namespace consort
