// The front matter of a Hugging Face README.md: which files belong to which split.
#include <yaml-cpp/yaml.h>

#include <algorithm>

#include "core/base/error.h"
#include "core/data/dataset_folder.h"
#include "core/data/file_text.h"
#include "core/data/saved_dataset.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

/// `*` stands for anything but "/", `**` for anything.
bool matches(std::string_view pattern, std::string_view path) {
    if (pattern.empty()) return path.empty();
    if (pattern.starts_with("**/") && matches(pattern.substr(3), path)) return true;
    if (pattern.front() == '*') {
        const bool deep = pattern.starts_with("**");
        const std::string_view rest = pattern.substr(deep ? 2 : 1);
        for (std::size_t i = 0; i <= path.size(); ++i) {
            if (matches(rest, path.substr(i))) return true;
            if (i < path.size() && path[i] == '/' && !deep) return false;
        }
        return false;
    }
    if (path.empty() || (pattern.front() != '?' && pattern.front() != path.front())) return false;
    return matches(pattern.substr(1), path.substr(1));
}

std::vector<fs::path> filesMatching(const fs::path& folder, const std::string& pattern) {
    std::vector<fs::path> found;
    for (auto entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied); entry != fs::end(entry); ++entry) {
        if (entry->is_directory()) continue;
        if (matches(pattern, fs::relative(entry->path(), folder).generic_string())) found.push_back(entry->path());
    }
    std::sort(found.begin(), found.end());
    if (!found.empty()) return found;
    throw Error(ErrorCode::InvalidInput, (folder / "README.md").string() + ": data_files names " + pattern + ", but no file matches it; fetch it or name the files");
}

void addFiles(const YAML::Node& path, const fs::path& folder, std::vector<fs::path>& files) {
    if (path.IsSequence()) {
        for (const YAML::Node& one : path) addFiles(one, folder, files);
        return;
    }
    for (fs::path& file : filesMatching(folder, path.as<std::string>())) files.push_back(std::move(file));
}

DatasetFiles configFiles(const YAML::Node& config, const fs::path& folder) {
    DatasetFiles dataset;
    dataset.name = config["config_name"] ? config["config_name"].as<std::string>() : "default";
    const YAML::Node files = config["data_files"];
    if (files.IsScalar()) {
        addFiles(files, folder, dataset.files[0]);
        return dataset;
    }
    for (const YAML::Node& entry : files) {
        if (entry.IsScalar()) {
            addFiles(entry, folder, dataset.files[0]);
            continue;
        }
        const auto split = splitOfWord(entry["split"].as<std::string>());
        if (split) addFiles(entry["path"], folder, dataset.files[static_cast<std::size_t>(*split)]);
    }
    return dataset;
}

/// The text between the two "---" lines at the start; empty where there is none.
std::string frontMatter(const std::string& text) {
    if (!text.starts_with("---")) return {};
    const auto begin = text.find('\n');
    const auto end = text.find("\n---", 3);
    return begin == std::string::npos || end == std::string::npos || end < begin ? std::string() : text.substr(begin + 1, end - begin);
}

/// The front matter of the folder's README.md; an undefined node where there is none. Throws YAML::Exception, and Error as readDatasetText.
YAML::Node frontMatterIn(const fs::path& folder) {
    const fs::path readme = folder / "README.md";
    std::error_code error;
    if (!fs::is_regular_file(readme, error) || fs::file_size(readme, error) == 0 || error) return YAML::Node(YAML::NodeType::Undefined);
    const YAML::Node front = YAML::Load(frontMatter(readDatasetText(readme)));
    return front.IsMap() ? front : YAML::Node(YAML::NodeType::Undefined);
}

/// The same for facts that are welcome but not needed: a README that cannot be read states none. Whoever needs its lists of files hears of it.
YAML::Node readableFrontMatterIn(const fs::path& folder) {
    try {
        return frontMatterIn(folder);
    } catch (const YAML::Exception&) {
        return YAML::Node(YAML::NodeType::Undefined);
    } catch (const Error&) {
        return YAML::Node(YAML::NodeType::Undefined);
    }
}

/// names: a map from number to name, or a list.
std::map<std::string, std::string> namesOfClassLabel(const YAML::Node& label) {
    std::map<std::string, std::string> names;
    if (!label.IsMap()) return names;
    const YAML::Node listed = label["names"];
    if (listed.IsMap()) {
        for (const auto& entry : listed) names[entry.first.as<std::string>()] = entry.second.as<std::string>();
    }
    for (std::size_t i = 0; listed.IsSequence() && i < listed.size(); ++i) names[std::to_string(i)] = listed[i].as<std::string>();
    return names;
}

}  // namespace

std::vector<DatasetFiles> datasetsOfReadme(const fs::path& folder) {
    std::vector<DatasetFiles> datasets;
    const fs::path readme = folder / "README.md";
    try {
        const YAML::Node front = frontMatterIn(folder);
        if (!front) return datasets;
        const YAML::Node configs = front["configs"];
        for (const YAML::Node& config : configs) {
            if (config["data_files"]) datasets.push_back(configFiles(config, folder));
        }
    } catch (const YAML::Exception& e) {
        throw Error(ErrorCode::InvalidInput, readme.string() + ": the front matter is malformed (" + e.what() + "); correct it or remove it");
    }
    const std::string name = fs::weakly_canonical(folder).filename().string();
    for (DatasetFiles& dataset : datasets) dataset.name = datasets.size() == 1 ? name : name + "_" + dataset.name;
    return datasets;
}

namespace {

/// dataset_info of a README: one map, or a list of them (one a configuration).
std::vector<YAML::Node> featureLists(const YAML::Node& front) {
    const YAML::Node info = front["dataset_info"];
    std::vector<YAML::Node> lists;
    if (info.IsMap()) lists.push_back(info["features"]);
    if (info.IsSequence()) {
        for (const YAML::Node& one : info) lists.push_back(one["features"]);
    }
    return lists;
}

}  // namespace

std::map<std::string, std::string> classLabelsIn(const fs::path& folder, const std::string& field) {
    std::map<std::string, std::string> names = savedClassLabels(folder, field);
    const YAML::Node front = readableFrontMatterIn(folder);
    if (!front || !names.empty()) return names;
    try {
        for (const YAML::Node& features : featureLists(front)) {
            for (const YAML::Node& feature : features) {
                if (!feature["name"] || feature["name"].as<std::string>() != field || !feature["dtype"].IsMap()) continue;
                for (const auto& [number, name] : namesOfClassLabel(feature["dtype"]["class_label"])) names.emplace(number, name);
            }
        }
    } catch (const YAML::Exception&) {
        names.clear();  // no names are better than half of them; the labels then stay numbers, which the import warns about
    }
    return names;
}

std::optional<std::string> licenceIn(const fs::path& folder) {
    const YAML::Node front = readableFrontMatterIn(folder);
    if (!front) return std::nullopt;
    try {
        const YAML::Node licence = front["license"];
        if (licence.IsScalar()) return licence.as<std::string>();
        std::string all;
        for (const YAML::Node& one : licence) all += (all.empty() ? "" : ", ") + one.as<std::string>();
        return all.empty() ? std::nullopt : std::optional(all);
    } catch (const YAML::Exception&) {
        return std::nullopt;  // a licence that is no text is none
    }
}

}  // namespace consort
