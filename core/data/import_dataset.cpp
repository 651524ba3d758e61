// importDataset: files to records, schema, words, ids, splits, tokens, card, in this order.
#include <algorithm>

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/data/dataset_card.h"
#include "core/data/dataset_folder.h"
#include "core/data/import.h"
#include "core/data/readers.h"
#include "core/data/row_renderer.h"
#include "core/data/row_tokens.h"
#include "core/data/schema_detection.h"
#include "core/data/splits.h"

namespace consort {
namespace {

constexpr std::size_t kMaxLabels = 1000;  // every row is scored for each of them

/// Where a record came from.
struct Origin {
    Split split;
    const std::filesystem::path* file;
};

class Importer {
public:
    Importer(const DatasetFiles& files, const ImportOptions& options, const Tokenizer& tokenizer, const JobContext& job)
        : files_(files), options_(options), job_(job), encoder_(tokenizer, options.maxTokens) {}
    ImportedDataset run();

private:
    const DatasetFiles& files_;
    const ImportOptions& options_;
    const JobContext& job_;
    RowEncoder encoder_;
    std::vector<Record> records_;
    std::vector<Origin> origins_;
    ImportFacts facts_;
    Dataset dataset_;

    void checkOptions() const;
    void readRecords();
    std::vector<std::string> labelsOf(const std::string& field) const;
    RowRenderer makeRenderer();
    std::vector<DraftRow> draftRows(const RowRenderer& renderer);
    void addText(const Record& record, Split split, RowIds& ids, std::vector<DraftRow>& rows);
    void addRow(const RowRenderer& renderer, std::size_t index, RowIds& ids, std::vector<DraftRow>& rows);
    void encodeRows(std::vector<DraftRow> rows);
    std::string hashOfRows() const;
    std::vector<std::filesystem::path> readmeFolders() const;
    std::optional<std::string> statedLicence() const;
    std::optional<std::string> statedWords(const std::string& field) const;
};

std::string canonicalContent(const Value& fields) {
    Value::Object members = fields.asObject();
    std::sort(members.begin(), members.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return toJson(Value(std::move(members)));
}

std::string twinKeyOf(const RowText& row, Schema schema) {
    std::string key = row.prompt;
    if (schema == Schema::Classification) return key;
    for (const std::string& target : row.targets) key.append(1, '\0').append(target);
    return key;
}

void Importer::checkOptions() const {
    const auto isShare = [](double share) { return share >= 0 && share < 1; };
    if (!isShare(options_.validShare) || !isShare(options_.testShare) || options_.validShare + options_.testShare >= 1) {
        throw Error(ErrorCode::InvalidInput, "--valid-share and --test-share must be at least 0 and together less than 1");
    }
    if (options_.maxRows && *options_.maxRows < 1) throw Error(ErrorCode::InvalidInput, "--max-rows must be at least 1");
    if (options_.maxTokens < 4) throw Error(ErrorCode::InvalidInput, "--max-tokens must be at least 4");
}

void Importer::readRecords() {
    for (const Split split : kSplits) {
        for (const auto& file : files_.files[static_cast<std::size_t>(split)]) {
            const DatasetReader* reader = readerFor(file);
            if (!reader) throw Error(ErrorCode::Unsupported, file.string() + ": unknown format; known are " + knownExtensions() + ", each also .gz or .zst");
            const std::size_t before = records_.size();
            reader->read(file, [&](Record record) {
                if (records_.size() % 1024 == 0) job_.throwIfStopped();
                records_.push_back(std::move(record));
                origins_.push_back({split, &file});
            });
            if (records_.size() == before) throw Error(ErrorCode::InvalidInput, file.string() + ": no rows; give a file with rows");
        }
    }
    if (records_.empty()) throw Error(ErrorCode::InvalidInput, "the dataset " + dataset_.name + " has no files");
    if (files_.files[0].empty()) throw Error(ErrorCode::InvalidInput, "the dataset " + dataset_.name + " has no train file; name one …train…");
}

std::vector<std::string> Importer::labelsOf(const std::string& field) const {
    const auto trainRows = std::count_if(origins_.begin(), origins_.end(), [](const Origin& origin) { return origin.split == Split::Train; });
    auto labels = collectLabels(records_, field, static_cast<std::size_t>(trainRows));
    if (labels.size() <= kMaxLabels) return labels;
    throw Error(ErrorCode::InvalidInput, "the dataset " + dataset_.name + ": \"" + field + "\" has " + std::to_string(labels.size()) +
                                             " values, a classification at most " + std::to_string(kMaxLabels) + "; choose another --target-field or --schema");
}

RowRenderer Importer::makeRenderer() {
    facts_.guess = guessSchema(records_, {options_.schema, options_.promptField, options_.targetField});
    dataset_.schema = facts_.guess.schema;
    RowRenderer::Settings settings;
    settings.mapping = FieldMapping::from(dataset_.schema, facts_.guess.mapping);
    settings.choices = options_.choices;
    settings.promptTemplate = options_.promptTemplate;
    if (dataset_.schema == Schema::Classification) dataset_.labels = labelsOf(settings.mapping.target);
    settings.labels = dataset_.labels;
    if (!settings.choices && !settings.promptTemplate) settings.choices = statedWords(settings.mapping.target);
    if (options_.promptTemplate) {
        facts_.templateText = options_.promptTemplate->jinja;
        if (options_.promptTemplate->answerChoices) facts_.answerChoices = *options_.promptTemplate->answerChoices;
    }
    facts_.licence = statedLicence();
    RowRenderer renderer(std::move(settings));
    facts_.answerWords = renderer.answerWords();
    return renderer;
}

void Importer::addText(const Record& record, Split split, RowIds& ids, std::vector<DraftRow>& rows) {
    const auto text = fieldText(record.fields.find(facts_.guess.mapping.stringOr("target", "")));
    if (!text || text->empty()) {
        ++facts_.withoutTarget;
        return;
    }
    const std::string content = canonicalContent(record.fields);
    std::size_t piece = 0;
    for (Example& example : encoder_.encodeText(*text)) {
        DraftRow row;
        row.id = ids.next(split, content + "#" + std::to_string(piece++));
        row.twinKey.assign(reinterpret_cast<const char*>(example.targetIds.data()), example.targetIds.size() * sizeof example.targetIds[0]);
        row.split = split;
        row.encoded = std::move(example);
        rows.push_back(std::move(row));
    }
}

void Importer::addRow(const RowRenderer& renderer, std::size_t index, RowIds& ids, std::vector<DraftRow>& rows) {
    const Record& record = records_[index];
    try {
        auto text = renderer.render(record);
        DraftRow row;
        row.id = ids.next(origins_[index].split, canonicalContent(record.fields));
        if (!text) {
            ++facts_.withoutTarget;
            return;
        }
        row.twinKey = twinKeyOf(*text, dataset_.schema);
        row.split = origins_[index].split;
        row.text = std::move(*text);
        rows.push_back(std::move(row));
    } catch (const Error& e) {
        throw Error(e.code(), origins_[index].file->string() + ", line " + std::to_string(record.line) + ": " + e.what());
    }
}

std::vector<DraftRow> Importer::draftRows(const RowRenderer& renderer) {
    RowIds ids(dataset_.name);
    std::vector<DraftRow> rows;
    const bool plain = dataset_.schema == Schema::Text && !options_.promptTemplate;
    for (std::size_t i = 0; i < records_.size(); ++i) {
        if (i % 256 == 0) job_.throwIfStopped();
        if (plain) addText(records_[i], origins_[i].split, ids, rows);
        else addRow(renderer, i, ids, rows);
    }
    if (!rows.empty()) return rows;
    if (options_.promptTemplate) {
        std::string fields;
        for (const auto& [name, value] : records_.front().fields.asObject()) fields += (fields.empty() ? "" : ", ") + name;
        throw Error(ErrorCode::InvalidInput, "the dataset " + dataset_.name + ": the template gives none of its " + std::to_string(records_.size()) +
                                                 " rows a prompt and a target; the data has the fields " + fields);
    }
    const std::string target = facts_.guess.mapping.stringOr("target", "an answer");
    throw Error(ErrorCode::InvalidInput, "the dataset " + dataset_.name + ": none of its " + std::to_string(records_.size()) +
                                             " rows has a usable \"" + target + "\" (labels missing, or not among the answer choices); name the field with --target-field");
}

void Importer::encodeRows(std::vector<DraftRow> rows) {
    facts_.rowLabels.resize(kSplits.size());
    const auto total = static_cast<std::int64_t>(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % 64 == 0) {
            job_.throwIfStopped();
            job_.progress("import " + dataset_.name, static_cast<std::int64_t>(i), total, "rows");
        }
        auto example = rows[i].encoded ? std::move(rows[i].encoded) : encoder_.encode(rows[i].text);
        if (!example) {
            ++dataset_.setAside;
            continue;
        }
        example->id = std::move(rows[i].id);
        dataset_.split(rows[i].split).push_back(std::move(*example));
        facts_.rowLabels[static_cast<std::size_t>(rows[i].split)].push_back(std::move(rows[i].text.label));
    }
    job_.progress("import " + dataset_.name, total, total, "rows");
    if (!dataset_.split(Split::Train).empty()) return;
    throw Error(ErrorCode::InvalidInput, "the dataset " + dataset_.name + ": no train row is left (" + std::to_string(dataset_.setAside) +
                                             " set aside because their target does not fit " + std::to_string(options_.maxTokens) +
                                             " tokens, " + std::to_string(facts_.withoutTarget) + " without a target); raise --max-tokens");
}

std::string Importer::hashOfRows() const {
    Sha256 hash;
    const auto addIds = [&](const TokenIds& ids) {
        const std::uint64_t size = ids.size();
        hash.update(&size, sizeof size);
        hash.update(ids.data(), ids.size() * sizeof(TokenIds::value_type));
    };
    hash.update(schemaName(dataset_.schema) + toJson(facts_.guess.mapping) + toJson(facts_.templateText) + toJson(Value(dataset_.labels)));
    for (const auto& rows : dataset_.splits) {
        const std::uint64_t count = rows.size();
        hash.update(&count, sizeof count);
        for (const Example& row : rows) {
            hash.update(row.id + "\n" + std::to_string(row.gold.value_or(-1)) + "\n");
            addIds(row.promptIds);
            addIds(row.targetIds);
            for (const TokenIds& choice : row.choices) addIds(choice);
        }
    }
    return hash.hexDigest();
}

/// The folders whose README may speak of this dataset: that of its first file, and the one above (data/train.parquet).
std::vector<std::filesystem::path> Importer::readmeFolders() const {
    for (const auto& files : files_.files) {
        if (files.empty()) continue;
        const std::filesystem::path folder = std::filesystem::absolute(files.front()).parent_path();
        return {folder, folder.parent_path()};
    }
    return {};
}

std::optional<std::string> Importer::statedLicence() const {
    for (const auto& folder : readmeFolders()) {
        if (auto licence = licenceIn(folder)) return licence;
    }
    return std::nullopt;
}

/// Answer words where the README names the classes behind numbers, and all of them.
std::optional<std::string> Importer::statedWords(const std::string& field) const {
    if (dataset_.schema != Schema::Classification) return std::nullopt;
    for (const auto& folder : readmeFolders()) {
        const auto names = classLabelsIn(folder, field);
        std::string words;
        bool all = !names.empty();
        for (const std::string& label : dataset_.labels) {
            const auto found = names.find(label);
            all = all && found != names.end();
            if (all) words += (words.empty() ? "" : " ||| ") + answerWord(found->second);
        }
        if (all) return words;
    }
    return std::nullopt;
}

ImportedDataset Importer::run() {
    checkOptions();
    dataset_.name = options_.name.value_or(files_.name);
    readRecords();
    const RowRenderer renderer = makeRenderer();
    std::vector<DraftRow> rows = draftRows(renderer);
    try {
        fillMissingSplits(rows, {options_.validShare, options_.testShare, options_.seed});
    } catch (const Error& e) {
        throw Error(e.code(), "the dataset " + dataset_.name + ": " + e.what());
    }
    if (options_.maxRows) rows = drawRows(std::move(rows), *options_.maxRows, options_.seed);
    encodeRows(std::move(rows));
    dataset_.sha256 = hashOfRows();
    Value card = describeDataset(dataset_, facts_);
    return {std::move(dataset_), std::move(card)};
}

}  // namespace

ImportedDataset importDataset(const DatasetFiles& files, const ImportOptions& options, const Tokenizer& tokenizer, const JobContext& job) {
    return Importer(files, options, tokenizer, job).run();
}

}  // namespace consort
