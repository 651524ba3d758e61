// The command `generate`: continues prompts.
#include <CLI/CLI.hpp>
#include <cstdint>
#include <memory>
#include <vector>

#include "app/cli_commands.h"
#include "app/cli_members.h"
#include "core/base/error.h"
#include "core/base/json_lines.h"
#include "core/nn/generator.h"
#include "core/text/tokenizer.h"

namespace consort {
namespace {

struct GenerateArguments {
    std::string model, prompts;
    MemberArguments members;
    GenerateOptions options;
};

TokenIds promptIds(const Value& line, const Tokenizer& tokenizer) {
    if (line.isString()) return tokenizer.encode(line.asString(), true);
    if (!line.isList()) throw Error(ErrorCode::InvalidInput, "a prompt is a string or a list of token ids");
    TokenIds ids;
    for (const Value& id : line.asList()) {
        const std::int64_t number = id.asInt();
        if (number < 0 || number > INT32_MAX) throw Error(ErrorCode::InvalidInput, "the token id " + std::to_string(number) + " is impossible");
        ids.push_back(static_cast<std::int32_t>(number));
    }
    return ids;
}

/// The base alone where there are no members; those without a weight need not compute.
std::vector<WeightedMember> speakersOf(const CombinedMembers& combined) {
    if (combined.adapters.empty()) return {WeightedMember{}};
    std::vector<WeightedMember> speakers;
    for (std::size_t a = 0; a < combined.adapters.size(); ++a) {
        if (combined.weights.members[a] != 0) speakers.push_back({&combined.adapters[a], combined.weights.members[a]});
    }
    if (combined.weights.base != 0) speakers.push_back({nullptr, combined.weights.base});
    return speakers;
}

void runGenerate(const GenerateArguments& given, const CliContext& context) {
    const Tokenizer tokenizer = Tokenizer::fromFolder(given.model);
    std::vector<TokenIds> prompts;
    forEachJsonLine(given.prompts, [&](const Value& line, std::int64_t) { prompts.push_back(promptIds(line, tokenizer)); });
    Session session = Session::open(given.model, {context.device, "float32", "none", context.threads});
    const CombinedMembers combined = combinedMembers(given.members, session.info());
    const std::vector<WeightedMember> speakers = speakersOf(combined);
    GenerateOptions options = given.options;
    options.seed = context.seed;
    options.stopAt = tokenizer.eosId();
    for (const TokenIds& prompt : prompts) {
        const TokenIds ids = generate(session, prompt, options, speakers, *context.job);
        Value line;
        line.set("text", tokenizer.decode(ids)).set("ids", Value(ids));
        context.printJson(line);
    }
}

}  // namespace

void addGenerateCommands(CLI::App& app, CliContext& context) {
    const auto given = std::make_shared<GenerateArguments>();
    CLI::App* command = app.add_subcommand("generate", "Continue prompts");
    command->add_option("--model", given->model, "Model folder")->required();
    command->add_option("--prompt", given->prompts, "JSONL of strings or id lists")->required();
    addMemberOptions(*command, given->members);
    command->add_option("--max-new-tokens", given->options.maxNewTokens, "At most N new tokens [128]")->check(CLI::NonNegativeNumber);
    command->add_option("--temperature", given->options.temperature, "0: greedy [0]")->check(CLI::NonNegativeNumber);
    command->callback([given, &context] { runGenerate(*given, context); });
}

}  // namespace consort
