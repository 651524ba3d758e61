#include "core/data/saved_dataset.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/value.h"

namespace consort {
namespace fs = std::filesystem;

std::map<std::string, std::string> savedClassLabels(const fs::path& folder, const std::string& field) {
    std::map<std::string, std::string> names;
    const fs::path file = folder / "dataset_info.json";
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored)) return names;
    try {
        const Value info = parseJson(readFile(file), file.string());
        const Value* features = info.find("features");
        const Value* feature = features && features->isObject() ? features->find(field) : nullptr;
        const Value* list = feature && feature->isObject() ? feature->find("names") : nullptr;
        if (!list || !list->isList()) return names;
        for (const Value& name : list->asList()) names.emplace(std::to_string(names.size()), name.asString());
    } catch (const Error&) {
        names.clear();  // the labels then stay numbers, which the import warns about
    }
    return names;
}

}  // namespace consort
