#pragma once
// Small files and expected errors for the tests of core/data.
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/data/import.h"
#include "core/data/readers.h"

namespace consort::test {

/// A folder that vanishes with the test.
class Folder {
public:
    std::filesystem::path path() const { return dir_.path().toStdString(); }
    std::filesystem::path write(const std::string& name, const std::string& bytes) const {
        const std::filesystem::path file = path() / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
        return file;
    }

private:
    QTemporaryDir dir_;
};

inline std::filesystem::path fixture(const std::string& name) {
    return std::filesystem::path(qEnvironmentVariable("CONSORT_SOURCE").toStdString()) / "tests/data" / name;
}

inline std::vector<Record> readAll(const std::filesystem::path& file) {
    std::vector<Record> records;
    readerFor(file)->read(file, [&](Record record) { records.push_back(std::move(record)); });
    return records;
}

/// Message of the Error that `action` throws; empty where it throws none.
template <typename Action>
std::string errorOf(Action&& action) {
    try {
        action();
    } catch (const Error& e) {
        return e.what();
    }
    return {};
}

inline bool mentions(const std::string& message, const std::vector<std::string>& words) {
    for (const std::string& word : words) {
        if (message.find(word) == std::string::npos) return false;
    }
    return !message.empty();
}

}  // namespace consort::test
