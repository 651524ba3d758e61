// importDataset: files to records, schema, words, ids, splits, tokens, card, in this order.
#include <algorithm>

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/data/conversation.h"
#include "core/data/dataset_card.h"
#include "core/data/dataset_folder.h"
#include "core/data/import.h"
#include "core/data/readers.h"
#include "core/data/row_renderer.h"
#include "core/data/row_tokens.h"
#include "core/data/schema_detection.h"
#include "core/data/splits.h"
#include "core/data/template_match.h"

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
        : files_(files), options_(options), tokenizer_(tokenizer), job_(job), encoder_(tokenizer, options.maxTokens) {}
    ImportedDataset run();

private:
    const DatasetFiles& files_;
    const ImportOptions& options_;
    const Tokenizer& tokenizer_;
    const JobContext& job_;
    RowEncoder encoder_;
    std::vector<Record> records_;
    std::vector<Origin> origins_;
    std::optional<ChatTemplate> chat_;  ///< where rows are conversations and the base has a template
    ImportFacts facts_;
    Dataset dataset_;

    void checkOptions() const;
    void readRecords();
    std::vector<std::string> labelsOf(const std::string& field) const;
    SchemaGuess schemaOf() const;
    std::optional<PromptTemplate> chosenTemplate();
    RowRenderer makeRenderer();
    bool readChatTemplate(const FieldMapping& mapping);
    std::vector<DraftRow> draftRows(const RowRenderer& renderer);
    void addText(const Record& record, Split split, RowIds& ids, std::vector<DraftRow>& rows);
    void addRow(const RowRenderer& renderer, std::size_t index, RowIds& ids, std::vector<DraftRow>& rows);
    std::optional<Example> encode(const DraftRow& row) const;
    std::string placeOf(std::size_t record) const { return origins_[record].file->string() + ", line " + std::to_string(records_[record].line); }
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

void requireDeclaredFields(const FieldMapping& mapping, const std::vector<Record>& records, const std::string& dataset) {
    std::vector<std::string> wanted = mapping.prompt;
    if (!mapping.target.empty()) wanted.push_back(mapping.target);
    for (const std::string& name : wanted) {
        const bool exists = std::any_of(records.begin(), records.end(), [&](const Record& record) { return record.fields.find(name) != nullptr; });
        if (exists) continue;
        throw Error(ErrorCode::InvalidInput, "the dataset " + dataset + ": dataset_info.json speaks of a column \"" + name + "\", which no row has; mend its \"columns\"");
    }
}

bool isFreeText(Schema schema) { return schema == Schema::Alpaca || schema == Schema::PromptCompletion || schema == Schema::Messages; }

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

/// What a person says goes before what a dataset_info.json says, and that before what the records look like.
SchemaGuess Importer::schemaOf() const {
    const bool wished = options_.schema || options_.promptField || options_.targetField;
    if (wished || !files_.declared.isObject()) return guessSchema(records_, {options_.schema, options_.promptField, options_.targetField});
    const FieldMapping mapping = FieldMapping::from(*schemaNamed(files_.declared.at("schema").asString()), files_.declared.at("mapping"));
    requireDeclaredFields(mapping, records_, dataset_.name);
    return {mapping.schema, 1.0, mapping.asValue(), "as dataset_info.json says"};
}

std::optional<PromptTemplate> Importer::chosenTemplate() {
    const PromptTemplate* byColumns = templateForColumns(records_);
    if (byColumns) facts_.suggestedTemplate = byColumns->name;
    if (!options_.templateByColumns) return options_.promptTemplate;
    if (byColumns) return *byColumns;
    std::string known;
    for (const PromptTemplate& shipped : shippedTemplates()) known += (known.empty() ? "" : ", ") + shipped.name;
    throw Error(ErrorCode::InvalidInput, "the dataset " + dataset_.name + ": --template auto knows no template for its columns; there are " + known +
                                             "; name one of them, give a text or a yaml file, or leave --template out");
}

RowRenderer Importer::makeRenderer() {
    facts_.guess = schemaOf();
    dataset_.schema = facts_.guess.schema;
    const std::optional<PromptTemplate> promptTemplate = chosenTemplate();
    RowRenderer::Settings settings;
    settings.mapping = FieldMapping::from(dataset_.schema, facts_.guess.mapping);
    settings.choices = options_.choices;
    settings.promptTemplate = promptTemplate;
    if (dataset_.schema == Schema::Classification) dataset_.labels = labelsOf(settings.mapping.target);
    settings.labels = dataset_.labels;
    if (!settings.choices && !settings.promptTemplate) settings.choices = statedWords(settings.mapping.target);
    if (promptTemplate) {
        facts_.templateText = promptTemplate->jinja;
        if (promptTemplate->answerChoices) facts_.answerChoices = *promptTemplate->answerChoices;
    }
    settings.chatAlways = readChatTemplate(settings.mapping);
    facts_.licence = statedLicence();
    RowRenderer renderer(std::move(settings));
    facts_.answerWords = renderer.answerWords();
    return renderer;
}

/// True where the rows are conversations, all of them where one is. A template outside of what we read must not stop an import: the
/// turns are then written plainly, and the person is told.
bool Importer::readChatTemplate(const FieldMapping& mapping) {
    if (!facts_.templateText.isNull() || !isFreeText(mapping.schema)) return false;
    const bool turns = std::any_of(records_.begin(), records_.end(), [&](const Record& record) { return holdsTurns(record.fields, mapping); });
    const bool always = options_.chat == ChatUse::Always;
    if (!turns && !always) return false;
    std::string why = "--chat never";
    if (options_.chat != ChatUse::Never) {
        why = "the base has no chat template";
        try {
            if (!options_.modelFolder.empty()) chat_ = ChatTemplate::fromFolder(options_.modelFolder);
        } catch (const Error& e) {
            if (e.code() == ErrorCode::Corrupt) throw;
            why = e.what();
        }
    }
    if (chat_) facts_.chat = true;
    else if (always) throw Error(ErrorCode::InvalidInput, "--chat always: " + why + "; leave it out");
    else dataset_.warnings.push_back("conversations are written as \"User: …\", \"Assistant: …\" and only the last answer is learned: " + why);
    return true;
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
        row.record = index;
        rows.push_back(std::move(row));
    } catch (const Error& e) {
        throw Error(e.code(), placeOf(index) + ": " + e.what());
    }
}

std::vector<DraftRow> Importer::draftRows(const RowRenderer& renderer) {
    RowIds ids(dataset_.name);
    std::vector<DraftRow> rows;
    const bool plain = dataset_.schema == Schema::Text && facts_.templateText.isNull();
    for (std::size_t i = 0; i < records_.size(); ++i) {
        if (i % 256 == 0) job_.throwIfStopped();
        if (plain) addText(records_[i], origins_[i].split, ids, rows);
        else addRow(renderer, i, ids, rows);
    }
    if (!rows.empty()) return rows;
    if (!facts_.templateText.isNull()) {
        std::string fields;
        for (const auto& [name, value] : records_.front().fields.asObject()) fields += (fields.empty() ? "" : ", ") + name;
        throw Error(ErrorCode::InvalidInput, "the dataset " + dataset_.name + ": the template gives none of its " + std::to_string(records_.size()) +
                                                 " rows a prompt and a target; the data has the fields " + fields);
    }
    const std::string target = facts_.guess.mapping.stringOr("target", "an answer");
    throw Error(ErrorCode::InvalidInput, "the dataset " + dataset_.name + ": none of its " + std::to_string(records_.size()) +
                                             " rows has a usable \"" + target + "\" (labels missing, or not among the answer choices); name the field with --target-field");
}

std::optional<Example> Importer::encode(const DraftRow& row) const {
    if (!chat_ || row.text.conversation.isNull()) return encoder_.encode(row.text);
    try {
        return encoder_.encodeChat(chat_->encode(tokenizer_, row.text.conversation));
    } catch (const Error& e) {
        throw Error(e.code(), placeOf(row.record) + ": the base's chat template refuses the conversation: " + e.what() + "; mend the row, or import with --chat never");
    }
}

void Importer::encodeRows(std::vector<DraftRow> rows) {
    facts_.rowLabels.resize(kSplits.size());
    const auto total = static_cast<std::int64_t>(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % 64 == 0) {
            job_.throwIfStopped();
            job_.progress("import " + dataset_.name, static_cast<std::int64_t>(i), total, "rows");
        }
        auto example = rows[i].encoded ? std::move(rows[i].encoded) : encode(rows[i]);
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
            hash.update(std::string(row.lossMask.begin(), row.lossMask.end()));
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
