#include "core/store/rows_file.h"

#include <algorithm>
#include <cstring>

#include "core/base/error.h"
#include "core/base/safetensors.h"

namespace consort {
namespace {

/// Lists of varying length, end to end with their end offsets.
template <typename T>
struct Ragged {
    std::vector<T> values;
    std::vector<std::int64_t> ends;
    template <typename Range>
    void append(const Range& range) {
        values.insert(values.end(), range.begin(), range.end());
        ends.push_back(static_cast<std::int64_t>(values.size()));
    }
};

/// One split as columns.
struct Columns {
    Ragged<char> ids, texts;
    Ragged<std::int32_t> prompts, targets, choices;
    Ragged<char> masks;
    std::vector<std::int64_t> choiceEnds;  ///< per row, end in the list of choices
    std::vector<std::int64_t> gold;        ///< −1 where there is none
    std::vector<std::int64_t> truncated;

    void append(const Example& row) {
        ids.append(row.id);
        texts.append(row.text);
        prompts.append(row.promptIds);
        targets.append(row.targetIds);
        masks.append(row.lossMask);
        for (const TokenIds& choice : row.choices) choices.append(choice);
        choiceEnds.push_back(static_cast<std::int64_t>(choices.ends.size()));
        gold.push_back(row.gold ? *row.gold : -1);
        truncated.push_back(row.truncated ? 1 : 0);
    }
};

template <typename T>
TensorToWrite tensorOf(const std::string& name, TensorType type, const std::vector<T>& values) {
    return {name, type, {static_cast<std::int64_t>(values.size())}, std::as_bytes(std::span<const T>(values))};
}

template <typename T>
void addRagged(std::vector<TensorToWrite>& out, const std::string& name, TensorType type, const Ragged<T>& column) {
    out.push_back(tensorOf(name, type, column.values));
    out.push_back(tensorOf(name + ".ends", TensorType::I64, column.ends));
}

template <typename T>
std::vector<T> valuesOf(const SafetensorsFile& file, const std::string& name) {
    const TensorView& tensor = file.at(name);
    if (tensor.bytes.size() != static_cast<std::size_t>(tensor.elements()) * sizeof(T)) {
        throw Error(ErrorCode::Corrupt, file.path().string() + ": column '" + name + "' has another type; import the dataset again");
    }
    std::vector<T> values(static_cast<std::size_t>(tensor.elements()));
    if (!values.empty()) std::memcpy(values.data(), tensor.bytes.data(), tensor.bytes.size());
    return values;
}

template <typename T>
Ragged<T> raggedOf(const SafetensorsFile& file, const std::string& name) {
    Ragged<T> column{valuesOf<T>(file, name), valuesOf<std::int64_t>(file, name + ".ends")};
    std::int64_t before = 0;
    for (const std::int64_t end : column.ends) {
        if (end < before || end > static_cast<std::int64_t>(column.values.size())) {
            throw Error(ErrorCode::Corrupt, file.path().string() + ": column '" + name + "' is damaged; import the dataset again");
        }
        before = end;
    }
    return column;
}

template <typename Result, typename T>
Result itemOf(const Ragged<T>& column, std::size_t index) {
    const std::int64_t begin = index ? column.ends[index - 1] : 0;
    return Result(column.values.begin() + begin, column.values.begin() + column.ends[index]);
}

/// Each row's choices begin where the last row's ended, the last ends the list, and the right one is among them.
bool rowsOwnTheirChoices(const Columns& c) {
    std::int64_t before = 0;
    for (std::size_t i = 0; i < c.choiceEnds.size(); ++i) {
        const std::int64_t count = c.choiceEnds[i] - before;
        if (count < 0 || c.gold[i] >= std::max<std::int64_t>(count, 1)) return false;
        before = c.choiceEnds[i];
    }
    return before == static_cast<std::int64_t>(c.choices.ends.size());
}

Columns readColumns(const SafetensorsFile& file, const std::string& split) {
    Columns c;
    c.ids = raggedOf<char>(file, split + ".id");
    c.texts = raggedOf<char>(file, split + ".text");
    c.prompts = raggedOf<std::int32_t>(file, split + ".prompt");
    c.targets = raggedOf<std::int32_t>(file, split + ".target");
    c.choices = raggedOf<std::int32_t>(file, split + ".choice");
    if (file.tensors().contains(split + ".mask")) c.masks = raggedOf<char>(file, split + ".mask");
    else c.masks.ends.assign(c.ids.ends.size(), 0);  // written before there were masks
    c.choiceEnds = valuesOf<std::int64_t>(file, split + ".choice_rows");
    c.gold = valuesOf<std::int64_t>(file, split + ".gold");
    c.truncated = valuesOf<std::int64_t>(file, split + ".truncated");
    const std::size_t rows = c.ids.ends.size();
    const bool sameLength = c.texts.ends.size() == rows && c.prompts.ends.size() == rows && c.targets.ends.size() == rows && c.masks.ends.size() == rows &&
                            c.choiceEnds.size() == rows && c.gold.size() == rows && c.truncated.size() == rows;
    if (!sameLength || !rowsOwnTheirChoices(c)) {
        throw Error(ErrorCode::Corrupt, file.path().string() + ": its columns disagree; import the dataset again");
    }
    return c;
}

Example rowOf(const Columns& c, std::size_t index) {
    Example row;
    row.id = itemOf<std::string>(c.ids, index);
    row.text = itemOf<std::string>(c.texts, index);
    row.promptIds = itemOf<TokenIds>(c.prompts, index);
    row.targetIds = itemOf<TokenIds>(c.targets, index);
    row.lossMask = itemOf<std::vector<bool>>(c.masks, index);
    const std::int64_t begin = index ? c.choiceEnds[index - 1] : 0;
    for (std::int64_t k = begin; k < c.choiceEnds[index]; ++k) row.choices.push_back(itemOf<TokenIds>(c.choices, static_cast<std::size_t>(k)));
    if (c.gold[index] >= 0) row.gold = static_cast<int>(c.gold[index]);
    row.truncated = c.truncated[index] != 0;
    return row;
}

}  // namespace

void writeRows(const std::filesystem::path& file, const Dataset& dataset) {
    std::array<Columns, 3> columns;
    std::vector<TensorToWrite> tensors;
    for (const Split split : kSplits) {
        Columns& c = columns[static_cast<std::size_t>(split)];
        for (const Example& row : dataset.split(split)) c.append(row);
        const std::string name = splitName(split);
        addRagged(tensors, name + ".id", TensorType::U8, c.ids);
        addRagged(tensors, name + ".text", TensorType::U8, c.texts);
        addRagged(tensors, name + ".prompt", TensorType::I32, c.prompts);
        addRagged(tensors, name + ".target", TensorType::I32, c.targets);
        addRagged(tensors, name + ".mask", TensorType::U8, c.masks);
        addRagged(tensors, name + ".choice", TensorType::I32, c.choices);
        tensors.push_back(tensorOf(name + ".choice_rows", TensorType::I64, c.choiceEnds));
        tensors.push_back(tensorOf(name + ".gold", TensorType::I64, c.gold));
        tensors.push_back(tensorOf(name + ".truncated", TensorType::I64, c.truncated));
    }
    writeSafetensors(file, std::move(tensors));
}

void readRows(const std::filesystem::path& file, Dataset& dataset) {
    const SafetensorsFile source(file);
    for (const Split split : kSplits) {
        const Columns columns = readColumns(source, splitName(split));
        auto& rows = dataset.split(split);
        rows.clear();
        for (std::size_t i = 0; i < columns.ids.ends.size(); ++i) rows.push_back(rowOf(columns, i));
    }
}

}  // namespace consort
