// The command `generate`: continues prompts.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "app/cli_commands.h"
#include "app/cli_members.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json_lines.h"
#include "core/nn/generator.h"
#include "core/text/chat_template.h"
#include "core/text/tokenizer.h"

namespace consort {
namespace {

struct GenerateArguments {
    std::string model, prompts;
    std::vector<std::string> stops;
    MemberArguments members;
    GenerateOptions options;
};

/// Prompts as ids; the chat template is read with the first list of messages.
class PromptReader {
public:
    PromptReader(const Tokenizer& tokenizer, std::string model) : tokenizer_(tokenizer), model_(std::move(model)) {}
    TokenIds ids(const Value& line);

private:
    TokenIds conversationIds(const Value& messages);
    const Tokenizer& tokenizer_;
    std::string model_;
    std::optional<ChatTemplate> chat_;
};

/// The conversation so far, and the words with which an assistant begins.
TokenIds PromptReader::conversationIds(const Value& messages) {
    if (!chat_) chat_ = ChatTemplate::fromFolder(model_);
    if (!chat_) throw Error(ErrorCode::InvalidInput, model_ + " has no chat template for a list of messages; give a string");
    return tokenizer_.encode(chat_->render(messages, true));
}

TokenIds PromptReader::ids(const Value& line) {
    if (line.isString()) return tokenizer_.encode(line.asString(), true);
    if (line.isList() && !line.asList().empty() && line.asList().front().isObject()) return conversationIds(line);
    if (!line.isList()) throw Error(ErrorCode::InvalidInput, "a prompt is a string or a list of token ids or messages");
    TokenIds ids;
    for (const Value& id : line.asList()) {
        const std::int64_t number = id.asInt();
        if (number < 0 || number > INT32_MAX) throw Error(ErrorCode::InvalidInput, "the token id " + std::to_string(number) + " is impossible");
        ids.push_back(static_cast<std::int32_t>(number));
    }
    return ids;
}

/// Ids that end a text: the tokenizer's, and those of generation_config.json (one or several).
std::vector<std::int32_t> endIds(const Tokenizer& tokenizer, const std::string& model) {
    std::vector<std::int32_t> ids;
    if (tokenizer.eosId()) ids.push_back(*tokenizer.eosId());
    const std::filesystem::path file = std::filesystem::path(model) / "generation_config.json";
    if (!std::filesystem::exists(file)) return ids;
    const Value config = parseJson(readFile(file), file.string());
    const Value* end = config.find("eos_token_id");
    const auto add = [&](const Value& id) {
        if (id.isInt()) ids.push_back(static_cast<std::int32_t>(id.asInt()));
    };
    if (end && end->isList()) std::for_each(end->asList().begin(), end->asList().end(), add);
    else if (end) add(*end);
    return ids;
}

/// Where the earliest of the stop strings begins; the text's end where there is none.
std::size_t stopIn(const std::string& text, const std::vector<std::string>& stops) {
    std::size_t first = text.size();
    for (const std::string& stop : stops) first = std::min(first, text.find(stop));
    return first;
}

/// The base alone where there are no members; those without a weight need not compute.
std::vector<WeightedMember> speakersOf(const CombinedMembers& combined, Session& session, const TokenIds& prompt) {
    if (combined.adapters.empty()) return {WeightedMember{}};
    std::vector<const Adapter*> members;
    for (const Adapter& adapter : combined.adapters) members.push_back(&adapter);
    const LogitWeights weights = combined.weighing.of(session, prompt);
    std::vector<WeightedMember> speakers = speaking(members, weights.members);
    if (weights.base != 0) speakers.push_back({nullptr, weights.base});
    return speakers;
}

void runGenerate(const GenerateArguments& given, const CliContext& context) {
    const Tokenizer tokenizer = Tokenizer::fromFolder(given.model);
    std::vector<TokenIds> prompts;
    PromptReader reader(tokenizer, given.model);
    forEachJsonLine(given.prompts, [&](const Value& line, std::int64_t) { prompts.push_back(reader.ids(line)); });
    Session session = Session::open(given.model, {context.device, "float32", "none", context.threads});
    const CombinedMembers combined = combinedMembers(given.members, session.info());
    GenerateOptions options = given.options;
    options.seed = context.seed;
    options.stopAt = endIds(tokenizer, given.model);
    if (!given.stops.empty()) options.isDone = [&](const TokenIds& ids) {
        const std::string text = tokenizer.decode(ids);
        return stopIn(text, given.stops) < text.size();
    };
    for (const TokenIds& prompt : prompts) {
        const TokenIds ids = generate(session, prompt, options, speakersOf(combined, session, prompt), *context.job);
        Value line;
        const std::string text = tokenizer.decode(ids);
        line.set("text", text.substr(0, stopIn(text, given.stops))).set("ids", Value(ids));
        context.printJson(line);
    }
}

}  // namespace

void addGenerateCommands(CLI::App& app, CliContext& context) {
    const auto given = std::make_shared<GenerateArguments>();
    CLI::App* command = app.add_subcommand("generate", "Continue prompts");
    command->add_option("--model", given->model, "Model folder")->required();
    command->add_option("--prompt", given->prompts, "JSONL of strings, id lists or message lists")->required();
    addMemberOptions(*command, given->members);
    command->add_option("--max-new-tokens", given->options.maxNewTokens, "At most N new tokens [128]")->check(CLI::NonNegativeNumber);
    command->add_option("--temperature", given->options.temperature, "0: greedy [0]")->check(CLI::NonNegativeNumber);
    command->add_option("--top-p", given->options.topP, "With a temperature: only the likeliest tokens that together reach P [1]")->check(CLI::Range(1e-9, 1.0));
    command->add_option("--stop", given->stops, "End at this text, which is left out of `text` (may be repeated)")->allow_extra_args(false)->check([](const std::string& stop) {
        return stop.empty() ? std::string("an empty text would stop at once") : std::string();
    });
    command->callback([given, &context] { runGenerate(*given, context); });
}

}  // namespace consort
