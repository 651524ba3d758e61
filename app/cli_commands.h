#pragma once
// What every command of the program shares, and the list of functions that add commands.
#include <cstdint>
#include <string>

#include "core/base/value.h"
#include "core/job/job_context.h"
#include "core/pipeline/project.h"

namespace CLI {
class App;
}

namespace consort {

/// The global options (cli.md), and how a command gives its result. A command's callback throws Error or Cancelled; main maps them.
struct CliContext {
    bool json = false;
    std::string progress = "auto";  ///< "auto", "json", "off"
    std::string logLevel = "warning";
    std::string device = "auto";
    int threads = 0;                ///< 0: cores
    std::uint64_t seed = 0;
    bool quiet = false;
    bool force = false;
    JobContext* job = nullptr;      ///< set by main before any callback runs

    ComputeSettings compute() const { return {device, threads, force}; }

    int exitCode = 0;               ///< for a command that prints a result and still fails (`verify`)
    /// Prints the one JSON document of --json to stdout.
    void printJson(const Value& value) const;
    /// Prints human text to stdout.
    void print(const std::string& text) const;
};

/// One function a file app/cli_<what>.cpp; THE TABLE that lists them is in cli_main.cpp.
using AddCommands = void (*)(CLI::App& app, CliContext& context);

void addExperimentCommands(CLI::App& app, CliContext& context);  ///< new, import, rows, estimate … verify
void addTextCommands(CLI::App& app, CliContext& context);        ///< tokenize, chat
void addModelCommands(CLI::App& app, CliContext& context);       ///< logits, quantize
void addGradientCommands(CLI::App& app, CliContext& context);    ///< gradients
void addFitCommands(CLI::App& app, CliContext& context);         ///< fit
void addPartitionCommands(CLI::App& app, CliContext& context);   ///< partition
void addGenerateCommands(CLI::App& app, CliContext& context);    ///< generate

}  // namespace consort
