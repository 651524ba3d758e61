#include "core/data/dataset_folder.h"

#include <algorithm>
#include <cctype>
#include <map>

#include "core/base/error.h"
#include "core/data/file_text.h"
#include "core/data/readers.h"

namespace consort {
namespace fs = std::filesystem;
namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

bool isNumber(const std::string& word) { return !word.empty() && word.find_first_not_of("0123456789") == std::string::npos; }

struct Word {
    std::string text;
    std::size_t begin, end;
};

std::vector<Word> wordsOf(const std::string& name) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < name.size();) {
        if (!std::isalnum(static_cast<unsigned char>(name[i]))) {
            ++i;
            continue;
        }
        const std::size_t begin = i;
        while (i < name.size() && std::isalnum(static_cast<unsigned char>(name[i]))) ++i;
        words.push_back({lower(name.substr(begin, i - begin)), begin, i});
    }
    return words;
}

/// Removes "00000-of-00001" from the end.
void dropShard(std::string& name, std::vector<Word>& words) {
    const std::size_t n = words.size();
    if (n < 3 || words[n - 2].text != "of" || !isNumber(words[n - 1].text) || !isNumber(words[n - 3].text)) return;
    name.resize(words[n - 3].begin);
    words.resize(n - 3);
}

std::string withoutOuterPunctuation(const std::string& text) {
    constexpr const char* kPunctuation = "-_. ";
    const auto first = text.find_first_not_of(kPunctuation);
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(kPunctuation) - first + 1);
}

}  // namespace

std::optional<Split> splitOfWord(const std::string& word) {
    static const std::map<std::string, Split> kWords{{"train", Split::Train},      {"training", Split::Train}, {"valid", Split::Valid},
                                                     {"validation", Split::Valid}, {"val", Split::Valid},      {"dev", Split::Valid},
                                                     {"test", Split::Test},        {"testing", Split::Test}};
    const auto found = kWords.find(lower(word));
    return found == kWords.end() ? std::nullopt : std::optional(found->second);
}

FileNameParts readFileName(const fs::path& file) {
    std::string name = withoutCompression(file.filename()).stem().string();
    std::vector<Word> words = wordsOf(name);
    dropShard(name, words);
    FileNameParts parts;
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
        parts.split = splitOfWord(word->text);
        if (!parts.split) continue;
        const std::string before = withoutOuterPunctuation(name.substr(0, word->begin));
        const std::string after = withoutOuterPunctuation(name.substr(word->end));
        parts.stem = before + (before.empty() || after.empty() ? "" : "_") + after;
        return parts;
    }
    parts.stem = withoutOuterPunctuation(name);
    return parts;
}

std::vector<fs::path> folderEntries(const fs::path& folder) {
    std::error_code failure;
    fs::directory_iterator entries(folder, failure);
    if (failure) {
        const ErrorCode code = failure == std::errc::no_such_file_or_directory ? ErrorCode::NotFound : ErrorCode::Io;
        throw Error(code, folder.string() + ": the folder cannot be read (" + failure.message() + "); check its path and permissions");
    }
    std::vector<fs::path> paths;
    for (const fs::directory_entry& entry : entries) {
        if (!entry.path().filename().string().starts_with(".")) paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

bool isDataFile(const fs::path& file) {
    static const std::vector<std::string> kNotes{"dataset_info.json", "dataset_infos.json", "dataset_dict.json", "state.json", "config.json"};
    const std::string name = lower(file.filename().string());
    const bool note = name.ends_with(".md") || name.starts_with("license") || name.starts_with("licence") || name.starts_with("readme") ||
                      std::find(kNotes.begin(), kNotes.end(), name) != kNotes.end();
    return !note && readerFor(file) != nullptr && !fs::is_directory(file);
}

}  // namespace consort
