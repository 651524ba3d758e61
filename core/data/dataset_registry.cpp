#include "core/data/dataset_registry.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/data/dataset_folder.h"
#include "core/data/field_mapping.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

constexpr const char* kFileName = "dataset_info.json";

[[noreturn]] void refuse(const fs::path& file, const std::string& entry, const std::string& why) {
    throw Error(ErrorCode::InvalidInput, file.string() + ", \"" + entry + "\": " + why);
}

/// The column that plays a role: as given, else the usual one.
std::string column(const Value& entry, const char* role, const char* usual) {
    const Value* columns = entry.find("columns");
    return columns && columns->isObject() ? columns->stringOr(role, usual) : usual;
}

FieldMapping turnsMapping(const Value& entry, bool openai) {
    FieldMapping mapping{.schema = Schema::Messages, .prompt = {column(entry, "messages", openai ? "messages" : "conversations")}};
    mapping.system = column(entry, "system", "");
    Value tags = openai ? parseJson(R"({"role_tag": "role", "content_tag": "content"})", "tags") : Value(Value::Object{});
    if (const Value* given = entry.find("tags"); given && given->isObject()) {
        for (const auto& [name, value] : given->asObject()) tags.set(name, value);
    }
    if (!tags.asObject().empty()) mapping.tags = tags;
    return mapping;
}

/// `query` and `response` count only where they are named or nothing is: a pretraining set has a prompt alone.
FieldMapping alpacaMapping(const Value& entry) {
    const Value* columns = entry.find("columns");
    const bool usual = !columns || !columns->isObject();
    FieldMapping mapping{.schema = Schema::Alpaca};
    mapping.system = column(entry, "system", "");
    mapping.history = column(entry, "history", "");
    const std::string query = column(entry, "query", usual ? "input" : ""), prompt = column(entry, "prompt", "instruction");
    mapping.target = column(entry, "response", usual ? "output" : "");
    if (mapping.target.empty()) return {.schema = Schema::Text, .target = prompt};
    if (!mapping.system.empty()) mapping.prompt.push_back(mapping.system);
    mapping.prompt.push_back(prompt);
    if (!query.empty()) mapping.prompt.push_back(query);
    return mapping;
}

FieldMapping mappingOf(const Value& entry, const fs::path& file, const std::string& name) {
    const std::string formatting = entry.stringOr("formatting", "alpaca");
    if (formatting != "alpaca" && formatting != "sharegpt" && formatting != "openai") refuse(file, name, "unknown formatting \"" + formatting + "\"; known are alpaca, sharegpt and openai");
    FieldMapping mapping = formatting == "alpaca" ? alpacaMapping(entry) : turnsMapping(entry, formatting == "openai");
    const Value* ranking = entry.find("ranking");
    if (ranking && ranking->isBool() && ranking->asBool()) {  // preferences: what was chosen is learned
        if (mapping.schema == Schema::Text) mapping = {.schema = Schema::Alpaca, .prompt = {mapping.target}};
        mapping.target = column(entry, "chosen", "chosen");
    }
    return mapping;
}

/// A file, or all data files of a folder.
std::vector<fs::path> filesOf(const fs::path& path) {
    if (!fs::is_directory(path)) return {path};
    std::vector<fs::path> files;
    for (const fs::path& entry : folderEntries(path)) {
        if (isDataFile(entry)) files.push_back(entry);
    }
    return files;
}

/// nullopt for a dataset that lives elsewhere.
std::optional<DatasetFiles> datasetOf(const std::string& name, const Value& entry, const fs::path& file) {
    const std::string fileName = entry.stringOr("file_name", "");
    if (fileName.empty()) return std::nullopt;
    const fs::path path = file.parent_path() / fileName;
    if (!fs::exists(path)) throw Error(ErrorCode::NotFound, file.string() + ", \"" + name + "\": there is no " + path.string() + "; add the file, or remove the entry");
    const FieldMapping mapping = mappingOf(entry, file, name);
    Value declared;
    declared.set("schema", schemaName(mapping.schema)).set("mapping", mapping.asValue());
    return DatasetFiles{name, {filesOf(path), {}, {}}, declared};
}

}  // namespace

bool isDatasetRegistry(const fs::path& file) {
    std::error_code ignored;
    if (file.filename() != kFileName || !fs::is_regular_file(file, ignored)) return false;
    Value content;
    try {
        content = parseJson(readFile(file), file.string());
    } catch (const Error&) {
        return false;  // a saved dataset can be read without it
    }
    if (!content.isObject() || content.asObject().empty() || content.find("features") || content.find("builder_name")) return false;
    return std::all_of(content.asObject().begin(), content.asObject().end(), [](const auto& member) {
        const auto holds = [&](const char* key) { return member.second.isObject() && member.second.find(key); };
        return holds("file_name") || holds("hf_hub_url") || holds("ms_hub_url") || holds("om_hub_url") || holds("script_url") || holds("cloud_file_name");
    });
}

std::vector<DatasetFiles> datasetsOfRegistry(const fs::path& file) {
    const Value content = parseJson(readFile(file), file.string());
    std::vector<DatasetFiles> found;
    for (const auto& [name, entry] : content.asObject()) {
        try {
            if (auto files = datasetOf(name, entry, file)) found.push_back(std::move(*files));
        } catch (const Error& e) {
            if (std::string(e.what()).starts_with(file.string())) throw;
            refuse(file, name, e.what());
        }
    }
    if (found.empty()) throw Error(ErrorCode::InvalidInput, file.string() + ": none of its datasets is a file beside it; those on a hub have to be downloaded first");
    return found;
}

}  // namespace consort
