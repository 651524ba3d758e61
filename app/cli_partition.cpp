// `consort partition`: groups from any affinity matrix, for comparing the clustering methods with other programs.
#include <CLI/CLI.hpp>
#include <charconv>
#include <memory>
#include <sstream>

#include "app/cli_commands.h"
#include "core/affinity/grouping.h"
#include "core/base/error.h"
#include "core/base/files.h"

namespace consort {
namespace {

struct PartitionOptions {
    std::string affinity, method = "refined";
    int groups = 1, minSize = 1, maxSize = 0;
    std::vector<std::string> mustLink, cannotLink, pin;
};

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    return first == std::string_view::npos ? std::string_view{} : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string_view> splitAt(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t start = 0;;) {
        const std::size_t end = text.find(separator, start);
        parts.push_back(trimmed(text.substr(start, end - start)));
        if (end == std::string_view::npos) return parts;
        start = end + 1;
    }
}

template <typename Number>
bool readNumber(std::string_view text, Number& number) {
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

[[noreturn]] void badCsv(const std::string& file, const std::string& what) {
    throw Error(ErrorCode::InvalidInput, file + ": " + what + "; give a square table of numbers, one row a line, without header");
}

std::vector<double> readRow(const std::string& file, std::string_view line, std::size_t number) {
    std::vector<double> row;
    for (const std::string_view cell : splitAt(line, ',')) {
        double value = 0;
        if (!readNumber(cell, value)) {
            badCsv(file, "row " + std::to_string(number) + ", column " + std::to_string(row.size() + 1) + ": '" +
                             std::string(cell.substr(0, 40)) + "' is not a number");
        }
        row.push_back(value);
    }
    return row;
}

/// A table of numbers without header; blank lines at the end are no rows.
Matrix readCsv(const std::string& file) {
    const std::string text = readFile(file);
    std::string_view left = text;
    if (left.starts_with("\xEF\xBB\xBF")) left.remove_prefix(3);
    left = left.substr(0, left.find_last_not_of(" \t\r\n") + 1);
    if (left.empty()) badCsv(file, "the file is empty");
    Matrix matrix;
    for (const std::string_view line : splitAt(left, '\n')) {
        const std::vector<double> row = readRow(file, line, static_cast<std::size_t>(matrix.rows) + 1);
        if (matrix.rows == 0) matrix.cols = static_cast<std::int64_t>(row.size());
        if (static_cast<std::int64_t>(row.size()) != matrix.cols) {
            badCsv(file, "row " + std::to_string(matrix.rows + 1) + " has " + std::to_string(row.size()) + " columns, the first has " +
                             std::to_string(matrix.cols));
        }
        matrix.values.insert(matrix.values.end(), row.begin(), row.end());
        ++matrix.rows;
    }
    if (matrix.rows != matrix.cols) {
        badCsv(file, "the matrix is not square (" + std::to_string(matrix.rows) + " rows, " + std::to_string(matrix.cols) + " columns)");
    }
    return matrix;
}

/// "3,5" or "3:1" as two numbers.
std::pair<int, int> readPair(const std::string& text, char separator, const char* option) {
    const std::vector<std::string_view> parts = splitAt(text, separator);
    std::pair<int, int> pair;
    if (parts.size() == 2 && readNumber(parts[0], pair.first) && readNumber(parts[1], pair.second)) return pair;
    throw Error(ErrorCode::InvalidInput, std::string(option) + " '" + text + "' is not two numbers joined by '" + separator + "'");
}

GroupConstraints constraintsOf(const PartitionOptions& options) {
    GroupConstraints constraints;
    for (const std::string& text : options.mustLink) constraints.mustLink.push_back(readPair(text, ',', "--must-link"));
    for (const std::string& text : options.cannotLink) constraints.cannotLink.push_back(readPair(text, ',', "--cannot-link"));
    for (const std::string& text : options.pin) constraints.pinned.push_back(readPair(text, ':', "--pin"));
    constraints.minSize = options.minSize;
    if (options.maxSize > 0) constraints.maxSize = options.maxSize;
    return constraints;
}

Value jsonOf(const ClusterResult& result) {
    Value groups{Value::List{}};
    for (const Subset& group : result.groups) groups.push(Value(group));
    Value json;
    json.set("groups", std::move(groups)).set("density", result.density);
    return json.set("upper_bound", result.upperBound ? Value(*result.upperBound) : Value());
}

std::string tableOf(const ClusterResult& result) {
    std::ostringstream text;
    for (std::size_t g = 0; g < result.groups.size(); ++g) {
        text << "group " << g << ':';
        for (const int item : result.groups[g]) text << ' ' << item;
        text << '\n';
    }
    text << "density " << result.density;
    if (result.upperBound) text << " (at most " << *result.upperBound << ')';
    text << '\n';
    return text.str();
}

void runPartition(const PartitionOptions& options, const CliContext& context) {
    ClusterProblem problem;
    problem.affinity = readCsv(options.affinity);
    problem.groups = options.groups;
    problem.constraints = constraintsOf(options);
    problem.seed = context.seed;
    const ClusterResult result = partition(problem, options.method);
    if (context.json) context.printJson(jsonOf(result));
    else context.print(tableOf(result));
}

}  // namespace

void addPartitionCommands(CLI::App& app, CliContext& context) {
    CLI::App* command = app.add_subcommand("partition", "Groups the rows of an affinity matrix");
    auto options = std::make_shared<PartitionOptions>();
    std::string methods;
    for (const Clusterer& clusterer : clusterers()) methods += std::string(methods.empty() ? "" : ", ") + clusterer.name;
    command->add_option("--affinity", options->affinity, "Square CSV without header; only its symmetric part counts")->required();
    command->add_option("-m,--groups", options->groups, "Number of groups")->required();
    command->add_option("--method", options->method, "One of " + methods);
    command->add_option("--must-link", options->mustLink, "A,B: rows in one group (may be repeated)")->allow_extra_args(false);
    command->add_option("--cannot-link", options->cannotLink, "A,B: rows in different groups (may be repeated)")->allow_extra_args(false);
    command->add_option("--pin", options->pin, "ROW:K: rows of equal K together, of unequal K apart (may be repeated)")->allow_extra_args(false);
    command->add_option("--min-size", options->minSize, "Smallest group size");
    command->add_option("--max-size", options->maxSize, "Largest group size");
    command->callback([options, &context] { runPartition(*options, context); });
}

}  // namespace consort
