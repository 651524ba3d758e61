// `consort tokenize` and `consort chat`: ids of texts, texts of ids, and conversations as the model reads them.
#include <CLI/CLI.hpp>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <sstream>

#include "app/cli_commands.h"
#include "core/base/error.h"
#include "core/text/chat_template.h"
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

std::string answerOf(const Value& value, const Tokenizer& tokenizer, const TokenizeOptions& options) {
    if (options.decode) return toJson(Value(tokenizer.decode(idsOf(value), options.special)));
    const TokenIds ids = tokenizer.encode(value.asString(), options.special);
    return toJson(Value(std::vector<std::int64_t>(ids.begin(), ids.end())));
}

using LineAnswer = std::function<std::string(const Value&)>;

/// The answers of all lines; `kind` is what a line should be.
void answerLines(std::istream& in, const std::string& name, const std::string& kind, const LineAnswer& answer, std::ostream& out) {
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        try {
            out << answer(parseJson(isValidUtf8(line) ? line : withReplacedInvalid(line), "the line")) << '\n';
        } catch (const Error& e) {
            if (e.code() != ErrorCode::InvalidInput) throw;
            throw Error(ErrorCode::InvalidInput, name + ", line " + std::to_string(number) + " is not " + kind + ": " + e.what());
        }
    }
}

void answerFile(const std::string& file, const std::string& kind, const LineAnswer& answer, std::ostream& out) {
    if (file == "-") return answerLines(std::cin, "standard input", kind, answer, out);
    std::ifstream in(file, std::ios::binary);
    if (!in || std::filesystem::is_directory(file)) throw Error(ErrorCode::NotFound, file + ": no such file");
    answerLines(in, file, kind, answer, out);
}

void runTokenize(const TokenizeOptions& options) {
    const Tokenizer tokenizer = Tokenizer::fromFolder(options.model);
    const LineAnswer answer = [&](const Value& line) { return answerOf(line, tokenizer, options); };
    answerFile(options.file, options.decode ? "a JSON list of ids" : "a JSON string", answer, std::cout);
}

std::string chatLine(const ChatText& chat) {
    Value mask = Value::List{}, line;
    for (const bool said : chat.lossMask) mask.push(said ? 1 : 0);
    return toJson(line.set("text", chat.text).set("ids", Value(std::vector<std::int64_t>(chat.ids.begin(), chat.ids.end()))).set("loss_mask", mask));
}

/// Nothing is printed before the last line is read: a refused conversation leaves stdout empty.
void runChat(const TokenizeOptions& options) {
    const Tokenizer tokenizer = Tokenizer::fromFolder(options.model);
    const auto chat = ChatTemplate::fromFolder(options.model);
    if (!chat) throw Error(ErrorCode::InvalidInput, options.model + " has no chat template (chat_template.jinja, or chat_template in tokenizer_config.json)");
    std::ostringstream out;
    answerFile(options.file, "a conversation that the model's template takes", [&](const Value& line) {
        const Value* messages = line.find("messages");
        return chatLine(chat->encode(tokenizer, messages ? *messages : line));
    }, out);
    std::cout << out.str();
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
    CLI::App* chat = app.add_subcommand("chat", "Text, token ids and loss mask of conversations, one list of messages a line");
    auto chatOptions = std::make_shared<TokenizeOptions>();
    chat->add_option("--model", chatOptions->model, "Model folder with tokenizer.json and a chat template")->required();
    chat->add_option("file", chatOptions->file, "JSONL file, or - for standard input");
    chat->callback([chatOptions] { runChat(*chatOptions); });
}

}  // namespace consort
