// consort: the headless twin of the workbench.
#include <CLI/CLI.hpp>
#include <csignal>
#include <iostream>
#include <stop_token>

#include "app/cli_commands.h"
#include "core/base/error.h"
#include "core/pipeline/project.h"

namespace {

/// THE TABLE: every file that adds commands. One line a file.
constexpr consort::AddCommands kCommandFiles[] = {consort::addModelCommands, consort::addGradientCommands, consort::addFitCommands, consort::addPartitionCommands,
    consort::addTextCommands};

void addGlobalOptions(CLI::App& app, consort::CliContext& context) {
    app.set_version_flag("--version", consort::versionText());
    app.add_flag("--json", context.json, "Print exactly one JSON document on stdout");
    app.add_option("--progress", context.progress, "Progress on stderr: auto, json, off")->check(CLI::IsMember({"auto", "json", "off"}));
    app.add_option("--threads", context.threads, "Compute threads (0: one a core)")->check(CLI::NonNegativeNumber);
    app.add_option("--device", context.device, "cpu, cuda:0 or auto");
    app.add_option("--seed", context.seed, "Seed of everything random")->each([&](const std::string&) { context.seedGiven = true; });
    app.add_flag("--quiet", context.quiet, "No remarks, no progress");
    app.add_flag("--force", context.force, "Repeat a step even where nothing changed");
    app.require_subcommand(0, 1);
    app.fallthrough();
}

int run(int argc, char** argv, consort::JobContext& job) {
    CLI::App app{"Groups datasets, trains one adapter per group, exports the weighted ensemble.", "consort"};
    consort::CliContext context;
    context.job = &job;
    addGlobalOptions(app, context);
    for (const consort::AddCommands add : kCommandFiles) {
        add(app, context);
    }
    try {
        app.parse(argc, argv);
        if (app.get_subcommands().empty()) std::cout << app.help();
    } catch (const CLI::ParseError& e) {
        return app.exit(e) == 0 ? 0 : 2;
    }
    return context.exitCode;
}

}  // namespace

int main(int argc, char** argv) {
    consort::JobContext job;
    try {
        return run(argc, argv, job);
    } catch (const consort::Cancelled&) {
        std::cerr << "interrupted; everything finished so far is kept, the next call resumes\n";
        return 130;
    } catch (const consort::Error& e) {
        std::cerr << "consort: " << e.what() << '\n';
        return consort::exitCodeOf(e.code());
    }
}
