// `consort tokenize`: ids of texts and texts of ids, for comparing the tokenizer with other libraries.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <memory>

#include "app/cli_commands.h"
#include "core/base/error.h"
#include "core/text/tokenizer.h"
#include "core/text/unicode_text.h"

namespace consort {
namespace {

struct TokenizeOptions {
    std::string model, file = "-";
    bool special = false, decode = false;
};

TokenIds idsOf(const Value& line) {
    TokenIds ids;
    for (const Value& id : line.asList()) ids.push_back(static_cast<std::int32_t>(id.asInt()));
    return ids;
}

std::string answerOf(const std::string& line, const Tokenizer& tokenizer, const TokenizeOptions& options) {
    const Value value = parseJson(isValidUtf8(line) ? line : withReplacedInvalid(line), "the line");
    if (options.decode) return toJson(Value(tokenizer.decode(idsOf(value), options.special)));
    const TokenIds ids = tokenizer.encode(value.asString(), options.special);
    return toJson(Value(std::vector<std::int64_t>(ids.begin(), ids.end())));
}

/// One answer a line, as soon as its line is read.
void answerLines(std::istream& in, const Tokenizer& tokenizer, const TokenizeOptions& options) {
    const std::string name = options.file == "-" ? "standard input" : options.file;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        try {
            std::cout << answerOf(line, tokenizer, options) << '\n';
        } catch (const Error& e) {
            if (e.code() != ErrorCode::InvalidInput) throw;
            throw Error(ErrorCode::InvalidInput, name + ", line " + std::to_string(number) + " is not a JSON " +
                                                     (options.decode ? "list of ids: " : "string: ") + e.what());
        }
    }
}

void runTokenize(const TokenizeOptions& options) {
    const Tokenizer tokenizer = Tokenizer::fromFolder(options.model);
    if (options.file == "-") return answerLines(std::cin, tokenizer, options);
    std::ifstream in(options.file, std::ios::binary);
    if (!in || std::filesystem::is_directory(options.file)) throw Error(ErrorCode::NotFound, options.file + ": no such file");
    answerLines(in, tokenizer, options);
}

}  // namespace

void addTextCommands(CLI::App& app, CliContext&) {
    CLI::App* command = app.add_subcommand("tokenize", "Token ids of texts, one JSON string a line");
    auto options = std::make_shared<TokenizeOptions>();
    command->add_option("--model", options->model, "Model folder with tokenizer.json")->required();
    command->add_flag("--special", options->special, "Add the special tokens; with --decode keep them");
    command->add_flag("--decode", options->decode, "Texts of id lists instead");
    command->add_option("file", options->file, "JSONL file, or - for standard input");
    command->callback([options] { runTokenize(*options); });
}

}  // namespace consort
