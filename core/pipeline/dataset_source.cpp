#include "core/pipeline/dataset_source.h"

#include <chrono>

#include "core/base/error.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

std::int64_t modified(const fs::path& file, std::error_code& error) {
    const auto time = fs::last_write_time(file, error);
    return error ? 0 : std::chrono::duration_cast<std::chrono::seconds>(std::chrono::file_clock::to_sys(time).time_since_epoch()).count();
}

}  // namespace

Value sourceValue(const DatasetFiles& files, const ImportOptions& options) {
    Value list = Value::List{}, given = Value::Object{}, source;
    for (const Split split : kSplits) {
        for (const fs::path& path : files.files[static_cast<std::size_t>(split)]) {
            std::error_code error;
            const fs::path whole = fs::absolute(path, error).lexically_normal();
            const auto bytes = fs::file_size(whole, error);
            Value file;
            file.set("path", whole.string()).set("split", splitName(split)).set("bytes", error ? std::int64_t{0} : static_cast<std::int64_t>(bytes));
            list.push(file.set("modified", modified(whole, error)));
        }
    }
    for (const auto& [name, value] : options.given.isObject() ? options.given.asObject() : Value::Object{}) {
        if (name != "name") given.set(name, value);
    }
    return source.set("files", list).set("options", given).set("declared", files.declared);
}

DatasetFiles sourceFiles(const Value& card) {
    const Value* source = card.find("source");
    const std::string& name = card.at("name").asString();
    if (!source || source->at("files").asList().empty()) {
        throw Error(ErrorCode::InvalidInput, "the project does not know which files the dataset '" + name + "' was read from; import it again");
    }
    DatasetFiles files;
    files.name = name;
    if (const Value* declared = source->find("declared")) files.declared = *declared;
    for (const Value& file : source->at("files").asList()) {
        const auto split = splitNamed(file.at("split").asString()).value_or(Split::Train);
        files.files[static_cast<std::size_t>(split)].emplace_back(file.at("path").asString());
    }
    return files;
}

Value sourceOptions(const Value& card) {
    const Value* source = card.find("source");
    return source ? source->at("options") : Value(Value::Object{});
}

std::vector<std::string> changedFiles(const Value& card) {
    std::vector<std::string> changed;
    const Value* source = card.find("source");
    if (!source) return changed;
    for (const Value& file : source->at("files").asList()) {
        const fs::path path = file.at("path").asString();
        std::error_code error;
        const auto bytes = fs::file_size(path, error);
        const bool same = !error && static_cast<std::int64_t>(bytes) == file.at("bytes").asInt() && modified(path, error) == file.at("modified").asInt();
        if (!same) changed.push_back(path.string());
    }
    return changed;
}

}  // namespace consort
