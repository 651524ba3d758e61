// consort fit: subset fits of given sketches, for checking them against other solvers.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cmath>
#include <memory>
#include <optional>
#include <thread>

#include "app/cli_commands.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/safetensors.h"
#include "core/nn/subset_solver.h"

namespace consort {
namespace {

/// All 2^n − 1 subsets are asked for by leaving --subsets out: beyond this they are too many.
constexpr std::size_t kAllAtMost = 16;

struct FitArguments {
    std::string sketch, subsets;
    double lambda = 0;
};

[[noreturn]] void refuse(const std::string& what) { throw Error(ErrorCode::InvalidInput, what); }

/// Dataset number of "h0.3" or "sketch.3"; nothing for another name.
std::optional<std::size_t> numberAfter(const std::string& name, const std::string& prefix) {
    if (!name.starts_with(prefix)) return std::nullopt;
    std::size_t number = 0;
    const char* end = name.data() + name.size();
    const auto [stop, problem] = std::from_chars(name.data() + prefix.size(), end, number);
    if (problem != std::errc() || stop != end || prefix + std::to_string(number) != name) return std::nullopt;
    return number;
}

void checkFinite(const std::vector<float>& values, const std::string& name, const std::string& file) {
    if (!std::all_of(values.begin(), values.end(), [](float x) { return std::isfinite(x); })) {
        refuse(file + ": tensor " + name + " holds NaN or infinity");
    }
}

LinearRows readDataset(const SafetensorsFile& file, const std::string& path, std::size_t number) {
    const std::string offsetName = "h0." + std::to_string(number), sketchName = "sketch." + std::to_string(number);
    for (const auto& name : {offsetName, sketchName}) {
        if (!file.tensors().contains(name)) refuse(path + ": tensor " + name + " is missing; datasets are numbered from 0 and each needs h0.i and sketch.i");
    }
    const TensorView& offset = file.at(offsetName);
    const TensorView& sketch = file.at(sketchName);
    if (offset.shape.size() != 1) refuse(path + ": tensor " + offsetName + " must have one dimension (rows)");
    if (sketch.shape.size() != 2 || sketch.shape[0] != offset.shape[0]) {
        refuse(path + ": tensor " + sketchName + " must have two dimensions (rows, d) and " + std::to_string(offset.shape[0]) + " rows as " + offsetName + " has");
    }
    LinearRows rows;
    rows.h0 = toFloats(offset, offsetName);
    rows.sketch.rows = sketch.shape[0];
    rows.sketch.cols = sketch.shape[1];
    rows.sketch.values = toFloats(sketch, sketchName);
    checkFinite(rows.h0, offsetName, path);
    checkFinite(rows.sketch.values, sketchName, path);
    return rows;
}

std::vector<LinearRows> readSketches(const std::string& path) {
    const SafetensorsFile file(path);
    std::size_t count = 0;
    for (const auto& [name, tensor] : file.tensors()) {
        for (const char* prefix : {"h0.", "sketch."}) {
            if (const auto number = numberAfter(name, prefix)) count = std::max(count, *number + 1);
        }
    }
    if (count == 0) refuse(path + ": no tensors h0.0, sketch.0, … found");
    std::vector<LinearRows> datasets;
    for (std::size_t i = 0; i < count; ++i) datasets.push_back(readDataset(file, path, i));
    for (std::size_t i = 1; i < count; ++i) {
        if (datasets[i].sketch.cols != datasets[0].sketch.cols) {
            refuse(path + ": sketch." + std::to_string(i) + " has " + std::to_string(datasets[i].sketch.cols) + " columns, sketch.0 has " +
                   std::to_string(datasets[0].sketch.cols));
        }
    }
    return datasets;
}

/// By size, then lexicographic.
std::vector<Subset> everySubset(std::size_t datasets) {
    if (datasets > kAllAtMost) refuse("all subsets of " + std::to_string(datasets) + " datasets are too many (at most 16); name them with --subsets FILE");
    std::vector<Subset> subsets;
    for (std::size_t bits = 1; bits < (std::size_t{1} << datasets); ++bits) {
        subsets.emplace_back();
        for (std::size_t i = 0; i < datasets; ++i) {
            if (bits >> i & 1) subsets.back().push_back(static_cast<int>(i));
        }
    }
    std::sort(subsets.begin(), subsets.end(), [](const Subset& a, const Subset& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
    return subsets;
}

int readIndex(const Value& value, const std::string& where, std::size_t datasets) {
    if (!value.isInt()) refuse(where + ": an index must be a whole number, found a " + value.kindName());
    if (value.asInt() < 0 || static_cast<std::uint64_t>(value.asInt()) >= datasets) {
        refuse(where + ": index " + std::to_string(value.asInt()) + " is outside 0 … " + std::to_string(datasets - 1));
    }
    return static_cast<int>(value.asInt());
}

std::vector<Subset> readSubsets(const std::string& path, std::size_t datasets) {
    const Value document = parseJson(readFile(path), path);
    if (!document.isList()) refuse(path + ": a list of index lists is needed, found a " + document.kindName());
    std::vector<Subset> subsets;
    for (const Value& entry : document.asList()) {
        const std::string where = path + ", subset " + std::to_string(subsets.size());
        if (!entry.isList()) refuse(where + ": a list of indices is needed, found a " + entry.kindName());
        Subset subset;
        for (const Value& index : entry.asList()) subset.push_back(readIndex(index, where, datasets));
        std::sort(subset.begin(), subset.end());
        if (std::adjacent_find(subset.begin(), subset.end()) != subset.end()) refuse(where + ": an index occurs twice");
        subsets.push_back(std::move(subset));
    }
    return subsets;
}

Value toValue(const Subset& subset, const SubsetFit& fit) {
    Value value;
    value.set("subset", Value(subset)).set("objective", fit.objective);
    value.set("gradient_norm", fit.gradientNorm).set("iterations", fit.iterations).set("w", Value(fit.w));
    return value;
}

void printTable(const CliContext& context, const std::vector<Subset>& subsets, const std::vector<SubsetFit>& fits) {
    context.print("objective    |gradient|   iterations  subset\n");
    for (std::size_t k = 0; k < fits.size(); ++k) {
        char line[80];
        std::snprintf(line, sizeof line, "%-12.6g %-12.3g %-11d ", fits[k].objective, fits[k].gradientNorm, fits[k].iterations);
        context.print(line + toJson(Value(subsets[k])) + "\n");
    }
}

void fit(const FitArguments& arguments, const CliContext& context) {
    if (!std::isfinite(arguments.lambda) || arguments.lambda <= 0) refuse("--lambda must be a positive number");
    const std::vector<LinearRows> datasets = readSketches(arguments.sketch);
    const std::vector<Subset> subsets = arguments.subsets.empty() ? everySubset(datasets.size()) : readSubsets(arguments.subsets, datasets.size());
    FitOptions options;
    options.lambda = arguments.lambda;
    options.device = context.device;
    options.threads = context.threads > 0 ? context.threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const std::vector<SubsetFit> fits = fitSubsets(datasets, subsets, options, *context.job);
    if (!context.json) return printTable(context, subsets, fits);
    Value::List list;
    for (std::size_t k = 0; k < fits.size(); ++k) list.push_back(toValue(subsets[k], fits[k]));
    Value document;
    document.set("fits", Value(std::move(list)));
    context.printJson(document);
}

}  // namespace

void addFitCommands(CLI::App& app, CliContext& context) {
    const auto arguments = std::make_shared<FitArguments>();
    CLI::App* command = app.add_subcommand("fit", "Fits subsets of datasets on given sketches");
    command->add_option("--sketch", arguments->sketch, "safetensors file with h0.i (rows) and sketch.i (rows, d) per dataset i")->required();
    command->add_option("--lambda", arguments->lambda, "Penalty on the squared norm of w")->required();
    command->add_option("--subsets", arguments->subsets, "JSON list of index lists, from 0 (default: all 2^n - 1)");
    command->callback([arguments, &context] { fit(*arguments, context); });
}

}  // namespace consort
