// consort: the headless twin of the workbench.
#include <CLI/CLI.hpp>
#include <charconv>
#include <cstdlib>
#include <iostream>
#include <system_error>

#include "app/cli_commands.h"
#include "app/cli_progress.h"
#include "app/cli_signals.h"
#include "core/base/error.h"
#include "core/base/log.h"
#include "core/pipeline/project.h"

namespace consort {
namespace {

/// THE TABLE: every file that adds commands. One line a file.
constexpr AddCommands kCommandFiles[] = {
    addExperimentCommands, addTextCommands,      addModelCommands,    addGradientCommands,
    addFitCommands,        addPartitionCommands, addGenerateCommands,
};

/// A project file holds a seed as a signed number.
std::string wholeSeed(const std::string& text) {
    std::int64_t seed = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seed);
    const bool good = error == std::errc() && end == text.data() + text.size() && seed >= 0;
    return good ? std::string() : "'" + text + "' is no seed: expected a whole number from 0 to 9223372036854775807";
}

void addGlobalOptions(CLI::App& app, CliContext& context) {
    app.set_version_flag("--version", versionText());
    app.set_config("--config", "", "File with the same options (TOML: one section a command); the command line wins");
    app.add_flag("--json", context.json, "Print exactly one JSON document on stdout");
    app.add_option("--progress", context.progress, "Progress on stderr: auto, json, off")->check(CLI::IsMember({"auto", "json", "off"}));
    app.add_option("--threads", context.threads, "Compute threads (0: one a core)")->check(CLI::Range(0, 1024));
    app.add_option("--device", context.device, "cpu, cuda:0 or auto");
    app.add_option("--seed", context.seed, "Seed of everything random [0]")->check(wholeSeed);
    app.add_option("--log-level", context.logLevel, "debug, info, warning, error or off [warning]");
    app.add_flag("--quiet", context.quiet, "No remarks, no progress");
    app.add_flag("--force", context.force, "Repeat a step even where nothing changed");
    app.allow_config_extras(CLI::config_extras_mode::error);
    app.require_subcommand(0, 1);
    app.fallthrough();
}

/// Parses with the callbacks off the parser's own stack of handlers: CLI11 reports usage, everything else is ours.
int run(int argc, char** argv, JobContext& job) {
    CLI::App app{"Consort groups datasets by how they help each other, trains one adapter per group and exports the weighted ensemble.", "consort"};
    CliContext context;
    addGlobalOptions(app, context);
    for (const AddCommands add : kCommandFiles) add(app, context);
    std::unique_ptr<ProgressPrinter> printer;
    app.parse_complete_callback([&] {
        setLogLevel(context.logLevel);
        printer = std::make_unique<ProgressPrinter>(context.progress, context.quiet);
        job.onProgress = [&](const Progress& progress) { printer->show(progress); };
        job.onNote = [&](const std::string& text) { printer->note(text); };
        context.job = &job;
    });
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        return app.exit(e) == 0 ? 0 : 2;
    }
    if (app.get_subcommands().empty()) std::cout << app.help();
    std::cout.flush();
    if (!std::cout) throw Error(ErrorCode::Io, "writing to standard output failed (disk full, or the reader went away)");
    return context.exitCode;
}

int reported(int argc, char** argv) {
    try {
        const StopOnSignal signals;
        JobContext job(signals.token());
        return run(argc, argv, job);
    } catch (const Cancelled&) {
        std::cerr << "consort: interrupted; everything finished so far is kept, the next call resumes\n";
        return 130;
    } catch (const Error& e) {
        std::cerr << "consort: " << e.what() << '\n';
        return exitCodeOf(e.code());
    } catch (const std::bad_alloc&) {
        std::cerr << "consort: not enough memory; use fewer --rows or a smaller --dim, or close other programs\n";
        return exitCodeOf(ErrorCode::OutOfMemory);
    } catch (const std::filesystem::filesystem_error& e) {
        std::cerr << "consort: " << e.what() << '\n';
        return exitCodeOf(ErrorCode::Io);
    } catch (const std::system_error& e) {
        std::cerr << "consort: the system refused (" << e.what() << "): too little memory, or too many processes; close other programs or give fewer --threads\n";
        return exitCodeOf(ErrorCode::OutOfMemory);
    } catch (const std::exception& e) {
        std::cerr << "consort: internal error: " << e.what() << " (please report this)\n";
        return exitCodeOf(ErrorCode::Internal);
    }
}

}  // namespace
}  // namespace consort

int main(int argc, char** argv) {
    return consort::reported(argc, argv);
}
