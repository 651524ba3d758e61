#include "core/pipeline/preview_row.h"

#include <algorithm>

namespace consort {
namespace {

/// True where the text ends inside a UTF-8 character or with a replacement for one.
bool endsInsideCharacter(const std::string& text) { return text.size() >= 3 && text.compare(text.size() - 3, 3, "\xEF\xBF\xBD") == 0; }

/// The text that each id adds to what stands before it.
void addPieces(RowPreview& preview, const Tokenizer& tokenizer, const TokenIds& ids, const PreviewToken& kind, const std::vector<bool>& lossMask = {}) {
    const std::size_t first = preview.tokens.size();
    TokenIds before;
    for (const PreviewToken& token : preview.tokens) before.push_back(token.id);
    std::string known = tokenizer.decode(before);
    for (const std::int32_t id : ids) {
        before.push_back(id);
        const std::string whole = tokenizer.decode(before);
        PreviewToken token = kind;
        if (!lossMask.empty()) token.trained = lossMask[preview.tokens.size() - first];
        token.id = id;
        token.special = whole == known;
        if (!endsInsideCharacter(whole) && whole.size() >= known.size()) {
            token.text = whole.substr(known.size());
            known = whole;
        }
        preview.tokens.push_back(token);
    }
}

}  // namespace

RowPreview previewRow(Project& project, const std::string& dataset, Split split, std::int64_t index) {
    return previewOf(project.dataset(dataset), project.tokenizer(), split, index);
}

RowPreview previewOf(const Dataset& dataset, const Tokenizer& tokenizer, Split split, std::int64_t index) {
    const std::vector<Example>& rows = dataset.split(split);
    RowPreview preview;
    preview.dataset = dataset.name;
    preview.split = split;
    preview.count = static_cast<std::int64_t>(rows.size());
    if (rows.empty()) return preview;
    preview.index = std::clamp<std::int64_t>(index, 0, preview.count - 1);
    const Example& row = rows[static_cast<std::size_t>(preview.index)];
    preview.id = row.id;
    preview.gold = row.gold.value_or(-1);
    for (const TokenIds& choice : row.choices) preview.choices.push_back(tokenizer.decode(choice));
    if (row.truncated) {
        TokenIds whole = tokenizer.encode(row.text, true);
        const std::size_t kept = std::min(whole.size(), row.promptIds.size());
        whole.resize(whole.size() - kept);
        preview.cutTokens = static_cast<std::int64_t>(whole.size());
        addPieces(preview, tokenizer, whole, {0, "", false, true, false});
    }
    addPieces(preview, tokenizer, row.promptIds, {});
    addPieces(preview, tokenizer, row.targetIds, {0, "", true, false, false}, row.lossMask);
    return preview;
}

}  // namespace consort
