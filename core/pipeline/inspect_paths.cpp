#include "core/pipeline/inspect_paths.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/data/import.h"
#include "core/nn/session.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

using Kind = FoundPath::Kind;

std::string nameOf(const fs::path& path) {
    const fs::path plain = path.has_filename() ? path : path.parent_path();
    return plain.filename().string();
}

/// A message of the engine without the path that the entry shows anyway.
std::string reasonOf(const Error& error, const fs::path& path) {
    std::string text = error.what();
    const std::string prefix = path.string() + ": ";
    if (text.rfind(prefix, 0) == 0) text.erase(0, prefix.size());
    return text;
}

FoundPath unknown(const fs::path& path, const std::string& reason) { return {Kind::NotUnderstood, nameOf(path), path, reason, 0}; }

std::string filesText(const DatasetFiles& dataset, std::int64_t& bytes) {
    std::size_t count = 0;
    std::string splits;
    for (const Split split : kSplits) {
        const auto& files = dataset.files[static_cast<std::size_t>(split)];
        if (files.empty()) continue;
        count += files.size();
        splits += (splits.empty() ? "" : ", ") + std::string(splitName(split));
        std::error_code error;
        for (const fs::path& file : files) bytes += static_cast<std::int64_t>(fs::file_size(file, error));
    }
    return (count == 1 ? "1 file: " : std::to_string(count) + " files: ") + splits;
}

bool looksLikeModel(const fs::path& folder) {
    std::error_code error;
    return fs::exists(folder / "config.json", error);
}

FoundPath modelAt(const fs::path& folder) {
    try {
        const ModelInfo model = inspectModel(folder);
        char size[32];
        std::snprintf(size, sizeof size, "%.1f M parameters", static_cast<double>(model.parameters) / 1e6);
        return {Kind::BaseModel, model.name, folder, model.family + ", " + size, 0};
    } catch (const Error& e) {
        return unknown(folder, reasonOf(e, folder));
    }
}

/// Names that belong to a data folder without being data.
bool isCompanion(const fs::path& file) {
    const std::string name = file.filename().string();
    return name.empty() || name[0] == '.' || name == "README.md" || name == "LICENSE" || name == "dataset_info.json" || name == "dataset_infos.json";
}

class Inspection {
public:
    explicit Inspection(const JobContext& job) : job_(job) {}

    void look(const fs::path& path) {
        job_.throwIfStopped();
        std::error_code error;
        const auto status = fs::status(path, error);
        if (path.string().find("://") != std::string::npos) return add(unknown(path, "it is on another machine; download it first, then drop the files"));
        if (!fs::exists(status)) return add(unknown(path, error && error != std::errc::no_such_file_or_directory ? error.message() : "there is no such file or folder"));
        if (!fs::is_directory(status)) return files_.push_back(path);
        if (fs::exists(path / "project.sqlite", error)) return add({Kind::Project, nameOf(path), path, "a project", 0});
        if (looksLikeModel(path)) return add(modelAt(path));
        lookIntoFolder(path);
    }

    std::vector<FoundPath> finish() {
        addFiles();
        if (unknownCount_ > kUnknownListed) {
            const std::size_t more = unknownCount_ - kUnknownListed;
            found_.push_back({Kind::NotUnderstood, "and " + std::to_string(more) + " more", {}, "not listed one by one", 0});
        }
        return std::move(found_);
    }

private:
    void add(FoundPath found) {
        if (found.kind == Kind::NotUnderstood && ++unknownCount_ > kUnknownListed) return;
        found_.push_back(std::move(found));
    }

    void addDatasets(const std::vector<fs::path>& paths) {
        for (const DatasetFiles& dataset : findDatasets(paths)) {
            FoundPath found{Kind::Dataset, dataset.name, paths.front(), "", 0};
            found.detail = filesText(dataset, found.bytes);
            for (const auto& files : dataset.files) {
                for (const fs::path& file : files) taken_.push_back(file);
            }
            add(std::move(found));
        }
    }

    void lookIntoFolder(const fs::path& folder) {
        std::error_code error;
        fs::directory_iterator entries(folder, error);
        if (error) return add(unknown(folder, "the folder cannot be read (" + error.message() + "); check its permissions"));
        try {
            addDatasets({folder});
        } catch (const Error& e) {
            return lookIntoEntries(folder, reasonOf(e, folder));
        }
        for (const auto& entry : entries) {
            const bool used = std::find(taken_.begin(), taken_.end(), entry.path()) != taken_.end();
            if (entry.is_regular_file(error) && !used && !isCompanion(entry.path())) add(unknown(entry.path(), "not a dataset file that is understood"));
        }
    }

    /// A folder that is no dataset as a whole: what in it is one still comes through.
    void lookIntoEntries(const fs::path& folder, const std::string& reason) {
        std::error_code error;
        const std::size_t before = found_.size();
        for (const auto& entry : fs::directory_iterator(folder, error)) {
            job_.throwIfStopped();
            if (isCompanion(entry.path())) continue;
            if (entry.is_directory(error) && looksLikeModel(entry.path())) {
                add(modelAt(entry.path()));
                continue;
            }
            try {
                addDatasets({entry.path()});
            } catch (const Error& e) {
                add(unknown(entry.path(), reasonOf(e, entry.path())));
            }
        }
        if (found_.size() == before) add(unknown(folder, reason));
    }

    /// Files that were given one by one: those that differ in the split alone are one dataset.
    void addFiles() {
        std::vector<fs::path> good;
        for (const fs::path& file : files_) {
            job_.throwIfStopped();
            std::error_code error;
            if (fs::file_size(file, error) == 0 && !error) {
                add(unknown(file, "the file is empty"));
                continue;
            }
            try {
                findDatasets({file});
                good.push_back(file);
            } catch (const Error& e) {
                add(unknown(file, reasonOf(e, file)));
            }
        }
        if (good.empty()) return;
        try {
            for (const DatasetFiles& dataset : findDatasets(good)) addOne(dataset);
        } catch (const Error& e) {
            add({Kind::NotUnderstood, std::to_string(good.size()) + " files", good.front(), e.what(), 0});
        }
    }

    /// One entry a file, so that each is handed to `import`.
    void addOne(const DatasetFiles& dataset) {
        std::int64_t bytes = 0;
        const std::string detail = filesText(dataset, bytes);
        for (const auto& files : dataset.files) {
            for (const fs::path& file : files) add({Kind::Dataset, dataset.name, file, detail, bytes});
        }
    }

    const JobContext& job_;
    std::vector<FoundPath> found_;
    std::vector<fs::path> files_, taken_;
    std::size_t unknownCount_ = 0;
};

}  // namespace

std::vector<FoundPath> inspectPaths(const std::vector<fs::path>& paths, const JobContext& job) {
    Inspection inspection(job);
    for (const fs::path& path : paths) inspection.look(path);
    return inspection.finish();
}

}  // namespace consort
