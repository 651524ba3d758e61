// The commands `logits` and `quantize`: what the base computes, for checking against other libraries.
#include <CLI/CLI.hpp>
#include <cmath>
#include <memory>

#include "app/cli_commands.h"
#include "app/cli_members.h"
#include "core/base/error.h"
#include "core/base/json_lines.h"
#include "core/base/safetensors.h"
#include "core/export/bundle_logits.h"
#include "core/nn/adapter.h"
#include "core/nn/session.h"
#include "gpu/nf4.h"

namespace consort {
namespace {

SessionOptions lookingInside(const CliContext& context, const std::string& quantize) {
    return {context.device, "float32", quantize, context.threads};
}

TokenIds idsOf(const Value& list) {
    TokenIds ids;
    for (const Value& id : list.asList()) {
        const std::int64_t number = id.asInt();
        if (number < 0 || number > INT32_MAX) throw Error(ErrorCode::InvalidInput, "the token id " + std::to_string(number) + " is out of range");
        ids.push_back(static_cast<std::int32_t>(number));
    }
    return ids;
}

void writeMatrices(const std::string& file, const std::vector<FloatMatrix>& matrices) {
    std::vector<TensorToWrite> tensors;
    for (std::size_t k = 0; k < matrices.size(); ++k) {
        tensors.push_back({std::to_string(k), TensorType::F32, {matrices[k].rows, matrices[k].cols}, std::as_bytes(std::span<const float>(matrices[k].values))});
    }
    writeSafetensors(file, std::move(tensors));
}

struct LogitsArguments {
    std::string model, ids, out, quantize = "none";
    MemberArguments members;
};

void runLogits(const LogitsArguments& given, const CliContext& context) {
    std::vector<TokenIds> rows;
    forEachJsonLine(given.ids, [&](const Value& line, std::int64_t) { rows.push_back(idsOf(line)); });
    Session session = Session::open(given.model, lookingInside(context, given.quantize));
    const CombinedMembers combined = combinedMembers(given.members, session.info());
    std::vector<FloatMatrix> logits;
    for (const TokenIds& ids : rows) {
        context.job->throwIfStopped();
        logits.push_back(combined.adapters.empty() ? session.logits(ids) : combinedLogits(session, combined.adapters, combined.weighing.of(session, ids), ids));
        context.job->progress("logits", static_cast<std::int64_t>(logits.size()), static_cast<std::int64_t>(rows.size()), "rows");
    }
    writeMatrices(given.out, logits);
}

void addLogits(CLI::App& app, CliContext& context) {
    const auto given = std::make_shared<LogitsArguments>();
    CLI::App* command = app.add_subcommand("logits", "Logits of every position of given token ids");
    command->add_option("--model", given->model, "Model folder")->required();
    command->add_option("--ids", given->ids, "JSONL: one list of ids a line")->required();
    command->add_option("--out", given->out, "safetensors: tensor k is (seq, vocab) of line k")->required();
    addMemberOptions(*command, given->members);
    command->add_option("--quantize", given->quantize, "none or nf4 [none]")->check(CLI::IsMember({"none", "nf4"}));
    command->callback([given, &context] { runLogits(*given, context); });
}

/// One tensor's codes with everything that is written about it kept alive.
struct QuantizedTensor {
    std::string name;
    std::vector<std::int64_t> shape;
    Nf4Codes codes;
    std::vector<float> dequantized;
};

QuantizedTensor quantizedTensor(const std::string& name, const TensorView& view) {
    const std::vector<float> values = toFloats(view, name);
    for (const float value : values) {
        if (!std::isfinite(value)) throw Error(ErrorCode::Corrupt, "the tensor '" + name + "' has NaN or infinite values; it cannot be quantised");
    }
    QuantizedTensor tensor{name, view.shape, quantizeNf4(values.data(), static_cast<std::int64_t>(values.size())), {}};
    tensor.dequantized.resize(values.size());
    dequantizeNf4(tensor.codes.view(), tensor.dequantized.data());
    return tensor;
}

template <typename T>
void append(std::vector<TensorToWrite>& out, const std::string& name, TensorType type, const std::vector<T>& values, std::vector<std::int64_t> shape) {
    out.push_back({name, type, std::move(shape), std::as_bytes(std::span<const T>(values))});
}

void writeQuantized(const std::string& file, const std::vector<QuantizedTensor>& tensors) {
    std::vector<TensorToWrite> out;
    const auto size = [](const auto& values) { return std::vector<std::int64_t>{static_cast<std::int64_t>(values.size())}; };
    for (const QuantizedTensor& tensor : tensors) {
        const Nf4Codes& c = tensor.codes;
        append(out, tensor.name + ".codes", TensorType::U8, c.codes, size(c.codes));
        append(out, tensor.name + ".absmax", TensorType::F32, c.blockAbsmax, size(c.blockAbsmax));
        append(out, tensor.name + ".absmax_codes", TensorType::U8, c.absmax, size(c.absmax));
        append(out, tensor.name + ".nested_absmax", TensorType::F32, c.nestedAbsmax, size(c.nestedAbsmax));
        out.push_back({tensor.name + ".offset", TensorType::F32, {1}, std::as_bytes(std::span<const float>(&c.offset, 1))});
        append(out, tensor.name + ".dequantized", TensorType::F32, tensor.dequantized, tensor.shape);
    }
    writeSafetensors(file, std::move(out));
}

void addQuantize(CLI::App& app) {
    const auto in = std::make_shared<std::string>(), out = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand("quantize", "NF4 codes of float tensors (block 64, double quantisation)");
    command->add_option("--in", *in, "safetensors with float tensors")->required();
    command->add_option("--out", *out, "safetensors: T.codes, T.absmax, T.absmax_codes, T.nested_absmax, T.offset, T.dequantized")->required();
    command->callback([=] {
        const SafetensorsFile source(*in);
        std::vector<QuantizedTensor> tensors;
        for (const auto& [name, view] : source.tensors()) tensors.push_back(quantizedTensor(name, view));
        writeQuantized(*out, tensors);
    });
}

}  // namespace

void addModelCommands(CLI::App& app, CliContext& context) {
    addLogits(app, context);
    addQuantize(app);
}

}  // namespace consort
