// `consort gradients`: per-example gradients and their sketch, for checking against other libraries.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>
#include <string_view>

#include "app/cli_commands.h"
#include "core/base/error.h"
#include "core/base/json_lines.h"
#include "core/base/safetensors.h"
#include "core/nn/gradients.h"

namespace consort {
namespace {

struct GradientArguments {
    std::string model, rows, out, adapter;
    std::string rowMode = "mean";
    LoraConfig lora;
    std::int64_t dim = 400;
    bool full = false;
};

TokenIds idsOf(const Value& row, std::string_view key) {
    TokenIds ids;
    for (const Value& id : row.at(key).asList()) {
        const std::int64_t number = id.asInt();
        if (number < 0 || number > INT32_MAX) throw Error{ErrorCode::InvalidInput, fmt::format("{} has the impossible id {}", key, number)};
        ids.push_back(static_cast<std::int32_t>(number));
    }
    return ids;
}

Example exampleOf(const Value& row, const std::string& where) {
    if (!row.isObject()) throw Error{ErrorCode::InvalidInput, fmt::format(R"(a row is an object {{"prompt_ids":[…],"target_ids":[…]}}, found a {})", row.kindName())};
    Example example;
    example.id = where;
    example.promptIds = idsOf(row, "prompt_ids");
    example.targetIds = idsOf(row, "target_ids");
    if (!row.find("loss_mask") || row.at("loss_mask").isNull()) return example;
    for (const Value& scored : row.at("loss_mask").asList()) example.lossMask.push_back(scored.asInt() != 0);
    return example;
}

std::vector<Example> readRows(const std::string& file) {
    std::vector<Example> examples;
    forEachJsonLine(file, [&](const Value& row, std::int64_t line) { examples.push_back(exampleOf(row, fmt::format("{}: line {}", file, line))); });
    if (examples.empty()) throw Error{ErrorCode::InvalidInput, file + " holds no rows"};
    return examples;
}

RowMode rowModeNamed(const std::string& name) {
    if (name == "answer") return RowMode::Answer;
    return name == "per-token" ? RowMode::PerToken : RowMode::Mean;
}

/// The tensors of the output file; owns what it converts.
class GradientFile {
public:
    GradientFile(const GradientRows& rows, const Adapter& adapter) : h0_(rows.h0.begin(), rows.h0.end()) {
        const auto count = static_cast<std::int64_t>(h0_.size());
        add("h0", {count}, h0_);
        add("sketch", {count, rows.sketch.cols}, rows.sketch.values);
        for (const LoraWeights& module : adapter.modules) {
            const auto b = rows.gradB.find(module.path), a = rows.gradA.find(module.path);
            if (b == rows.gradB.end()) continue;
            add(module.path + ".lora_A", {module.a.rows, module.a.cols}, module.a.values);
            add(module.path + ".grad_B", {count, module.b.rows, module.b.cols}, b->second.values);
            if (a != rows.gradA.end()) add(module.path + ".grad_A", {count, module.a.rows, module.a.cols}, a->second.values);
        }
    }
    void write(const std::string& file) const { writeSafetensors(file, tensors_); }

private:
    void add(const std::string& name, std::vector<std::int64_t> shape, const std::vector<float>& values) {
        tensors_.push_back({name, TensorType::F32, std::move(shape), std::as_bytes(std::span(values))});
    }
    std::vector<float> h0_;
    std::vector<TensorToWrite> tensors_;
};

SessionOptions sessionOptions(const CliContext& context) {
    SessionOptions options;
    options.device = context.device;
    options.threads = context.threads;
    return options;
}

void runGradients(const GradientArguments& arguments, CliContext& context) {
    const std::vector<Example> examples = readRows(arguments.rows);
    Session session = Session::open(arguments.model, sessionOptions(context));
    const bool trained = !arguments.adapter.empty();
    const Adapter point = trained ? readPeftAdapter(arguments.adapter, session.info())
                                  : freshAdapter(session.info(), arguments.lora, context.seed);
    GradientOptions options;
    options.mode = rowModeNamed(arguments.rowMode);
    options.dim = arguments.dim;
    options.sketchSeed = context.seed;
    options.factorA = trained;
    options.full = arguments.full;
    const GradientRows rows = collectGradients(session, point, examples, options, *context.job);
    GradientFile(rows, point).write(arguments.out);
    const auto count = static_cast<std::int64_t>(rows.h0.size());
    if (!context.json) return context.print(fmt::format("{} rows, {} tokens, {}\n", count, rows.tokens, arguments.out));
    Value result;
    result.set("rows", count).set("dim", arguments.dim).set("modules", static_cast<std::int64_t>(point.modules.size()));
    result.set("tokens", rows.tokens).set("flops", rows.flops).set("out", arguments.out);
    context.printJson(result);
}

}  // namespace

void addGradientCommands(CLI::App& app, CliContext& context) {
    auto arguments = std::make_shared<GradientArguments>();
    CLI::App* command = app.add_subcommand("gradients", "Per-example gradients of the adapter, and their sketch");
    command->add_option("--model", arguments->model, "Model folder")->required();
    command->add_option("--rows", arguments->rows, "JSONL of {\"prompt_ids\":[…],\"target_ids\":[…]}")->required();
    command->add_option("--out", arguments->out, "Safetensors file to write: h0, sketch, with --full the gradients")->required();
    command->add_option("--adapter", arguments->adapter, "PEFT folder: the expansion point (default: fresh, B = 0)");
    command->add_option("--rank", arguments->lora.rank, "Rank of a fresh adapter (of a given one: its own)")->check(CLI::PositiveNumber);
    command->add_option("--alpha", arguments->lora.alpha, "Alpha of a fresh adapter")->check(CLI::PositiveNumber);
    command->add_option("--targets", arguments->lora.targets, "all-linear, or names of modules")->delimiter(',');
    command->add_option("--dim", arguments->dim, "Dimension of the sketch")->check(CLI::Range(1, 1 << 20));
    command->add_option("--row-mode", arguments->rowMode, "mean, answer or per-token")->check(CLI::IsMember({"mean", "answer", "per-token"}));
    command->add_flag("--full", arguments->full, "Also every gradient (memory: rows times parameters)");
    command->callback([arguments, &context] { runGradients(*arguments, context); });
}

}  // namespace consort
