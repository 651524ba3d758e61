#include "core/base/json_lines.h"

#include <fstream>
#include <iostream>

#include "core/base/error.h"

namespace consort {

void forEachJsonLine(std::istream& in, const std::string& name, const std::function<void(const Value&, std::int64_t)>& sink) {
    std::string text;
    for (std::int64_t line = 1; std::getline(in, text); ++line) {
        if (text.find_first_not_of(" \t\r") == std::string::npos) continue;
        const std::string place = name + ": line " + std::to_string(line);
        try {
            sink(parseJson(text, place), line);
        } catch (const Error& e) {
            const std::string message = e.what();
            throw Error(e.code(), message.rfind(name, 0) == 0 ? message : place + ": " + message);
        }
    }
    if (in.bad()) throw Error(ErrorCode::Io, "reading " + name + " failed");
}

void forEachJsonLine(const std::string& file, const std::function<void(const Value&, std::int64_t)>& sink) {
    if (file == "-") return forEachJsonLine(std::cin, "standard input", sink);
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error(ErrorCode::NotFound, "cannot open " + file + ": check that it exists and is readable");
    forEachJsonLine(in, file, sink);
}

}  // namespace consort
