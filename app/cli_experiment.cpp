// The commands of the experiment, from `new` to `verify`: flags in, a pipeline verb, a document out.
#include <CLI/CLI.hpp>
#include <functional>
#include <memory>

#include "app/cli_commands.h"
#include "app/cli_options.h"
#include "app/program_resources.h"
#include "app/cli_tables.h"
#include "core/base/error.h"
#include "core/pipeline/adopt_adapter.h"
#include "core/pipeline/combine_members.h"
#include "core/pipeline/conflicts.h"
#include "core/pipeline/dataset_gains.h"
#include "core/pipeline/evaluate_systems.h"
#include "core/pipeline/export_project.h"
#include "core/pipeline/import_datasets.h"
#include "core/pipeline/predict_subset.h"
#include "core/pipeline/project_view.h"
#include "core/pipeline/run_all.h"
#include "core/pipeline/verb_options.h"

namespace consort {
namespace {

/// What every command of the experiment needs: its own flags live as long as the callbacks.
struct Verb {
    CLI::App* app;
    CliContext* context;
    std::shared_ptr<std::string> project = std::make_shared<std::string>();

    Verb(CLI::App& parent, CliContext& shared, const char* name, const char* help) : app(parent.add_subcommand(name, help)), context(&shared) {
        app->add_option("project", *project, "Project folder")->required();
    }
    Project open() const { return Project::open(*project, context->compute()); }
    void print(const Value& value, const std::function<std::string(const Value&)>& table) const {
        if (context->json) context->printJson(value);
        else context->print(table(value));
    }
};

Value listOf(const char* key, Value::List items) {
    Value value;
    value.set(key, Value(std::move(items)));
    return value;
}

void addNew(CLI::App& app, CliContext& context) {
    const Verb verb(app, context, "new", "Create a project for a base model");
    const GivenOptions given = addOptions(*verb.app, newOptions());
    verb.app->callback([=] {
        ProjectSettings settings = projectSettingsFrom(checkedOptions(newOptions(), *given));
        settings.seed = verb.context->seed;
        const Project project = Project::create(*verb.project, settings, verb.context->compute());
        verb.print(describe(project), [](const Value& v) {
            return "project " + v.at("project").asString() + ": " + v.at("model").at("family").asString() + " with " +
                   countText(v.at("model").doubleOr("parameters", 0)) + " parameters, adapters of rank " + toJson(v.at("adapter").at("rank")) + "\n";
        });
    });
}

void addImport(CLI::App& app, CliContext& context) {
    const Verb verb(app, context, "import", "Read files or folders as datasets");
    const auto paths = std::make_shared<std::vector<std::string>>();
    verb.app->add_option("path", *paths, "Files, folders with train/valid/test files, or folders of such folders")->required();
    const GivenOptions given = addOptions(*verb.app, importOptions());
    verb.app->callback([=] {
        Project project = verb.open();
        const ImportOptions options = importOptionsFrom(checkedOptions(importOptions(), *given));
        const auto cards = importDatasets(project, {paths->begin(), paths->end()}, options, *verb.context->job);
        verb.print(listOf("datasets", {cards.begin(), cards.end()}), [](const Value& v) { return datasetsTable(v.at("datasets")); });
    });
}

void addRows(CLI::App& app, CliContext& context) {
    const Verb verb(app, context, "rows", "Show a dataset's rows as the engine uses them");
    const auto dataset = std::make_shared<std::string>();
    const auto split = std::make_shared<std::string>("test");
    const auto limit = std::make_shared<std::int64_t>(-1);
    verb.app->add_option("dataset", *dataset, "Dataset")->required();
    verb.app->add_option("--split", *split, "train, valid or test [test]");
    verb.app->add_option("--limit", *limit, "Only the first N")->check(CLI::Range(std::int64_t{0}, std::int64_t{1'000'000'000}));
    verb.app->callback([=] {
        Project project = verb.open();
        const auto chosen = splitNamed(*split);
        if (!chosen) throw Error(ErrorCode::InvalidInput, "there is no split '" + *split + "': use train, valid or test");
        std::int64_t left = *limit;
        for (const Example& row : project.dataset(*dataset).split(*chosen)) {
            if (left-- == 0) break;
            verb.context->printJson(rowValue(row));
        }
    });
}

void addEstimate(CLI::App& app, CliContext& context) {
    const Verb verb(app, context, "estimate", "Gradients, subset fits and the affinity matrix");
    const GivenOptions given = addOptions(*verb.app, estimateOptions());
    verb.app->callback([=] {
        const EstimateRequest request = estimateRequestFrom(checkedOptions(estimateOptions(), *given));
        Project project = verb.open();
        verb.print(toValue(estimateSubsets(project, request, *verb.context->job)), affinityTable);
    });
}

void addPredict(CLI::App& app, CliContext& context) {
    const Verb verb(app, context, "predict", "What fine-tuning on a set of datasets is estimated to give each dataset");
    const auto datasets = std::make_shared<std::string>();
    verb.app->add_option("--datasets", *datasets, "Names, separated by commas")->required();
    verb.app->callback([=] {
        Project project = verb.open();
        verb.print(predictSubset(project, namesIn(*datasets), *verb.context->job), [](const Value& v) {
            std::vector<std::vector<std::string>> rows{{"dataset", "loss", "accuracy"}};
            for (const auto& [name, p] : v.at("datasets").asObject()) rows.push_back({name, numberText(p.at("loss")), numberText(p.at("accuracy"))});
            return tableText(rows);
        });
    });
}

std::string gainsTable(const Value& gains) {
    std::vector<std::vector<std::string>> rows{{"dataset", "brings the others", "low", "high", "against leaving it out", "rows", "FLOPs", "time"}};
    for (const Value& one : gains.at("brings").asList()) {
        const Value& cost = one.at("cost");
        rows.push_back({one.at("dataset").asString(), numberText(one.at("shapley"), 4), numberText(one.at("low"), 4), numberText(one.at("high"), 4),
                        numberText(one.at("leave_one_out"), 4), countText(cost.doubleOr("rows", 0)), countText(cost.doubleOr("flops", 0)), secondsText(cost.doubleOr("seconds", 0))});
    }
    return "Nats of validation loss that a dataset is estimated to save the others, on average (Shapley value, 95 % interval), and what its rows cost\n" + tableText(rows);
}

void addGains(CLI::App& app, CliContext& context) {
    const Verb verb(app, context, "gains", "What every dataset brings to the others, and what it costs");
    verb.app->callback([=] {
        Project project = verb.open();
        verb.print(datasetGains(project, *verb.context->job), gainsTable);
    });
}

void addConflicts(CLI::App& app, CliContext& context) {
    const Verb verb(app, context, "conflicts", "Examples of A that pull B the wrong way, strongest first");
    const auto a = std::make_shared<std::string>(), b = std::make_shared<std::string>();
    const auto limit = std::make_shared<std::int64_t>(20);
    verb.app->add_option("a", *a, "Dataset whose train rows are shown")->required();
    verb.app->add_option("b", *b, "Dataset that is pulled")->required();
    verb.app->add_option("--limit", *limit, "At most N from each end [20]")->check(CLI::Range(std::int64_t{1}, std::int64_t{1'000'000'000}));
    verb.app->callback([=] {
        Project project = verb.open();
        verb.print(explainConflict(project, *a, *b, *limit), [](const Value& v) {
            std::string text = "effect on the loss (above 0: harms)\n";
            for (const Value& one : v.at("examples").asList()) text += numberText(one.at("effect"), 5) + "  " + toJson(one.at("text")) + "\n";
            return text;
        });
    });
}

void addGroup(CLI::App& app, CliContext& context) {
    const Verb verb(app, context, "group", "Partition the datasets into m groups");
    const GivenOptions given = addOptions(*verb.app, groupOptions(), {{"groups", "-m,--groups"}});
    verb.app->callback([=] {
        Project project = verb.open();
        verb.print(groupDatasets(project, groupRequestFrom(checkedOptions(groupOptions(), *given)), *verb.context->job).value, groupsTable);
    });
}

void addTrain(CLI::App& app, CliContext& context) {
    const Verb verb(app, context, "train", "One adapter per group, and baselines");
    const GivenOptions given = addOptions(*verb.app, trainOptions());
    verb.app->callback([=] {
        Project project = verb.open();
        const TrainRequest request = trainRequestFrom(checkedOptions(trainOptions(), *given));
        Value::List runs;
        for (const RunRecord& run : trainRuns(project, request, *verb.context->job)) runs.push_back(toValue(run));
        verb.print(listOf("runs", std::move(runs)), [](const Value& v) { return runsTable(v.at("runs")); });
    });
}

void addCombine(CLI::App& app, CliContext& context) {
    const Verb verb(app, context, "combine", "Ensemble weights per dataset, from validation rows");
    const GivenOptions given = addOptions(*verb.app, combineOptions());
    verb.app->callback([=] {
        const CombineRequest request = combineRequestFrom(checkedOptions(combineOptions(), *given));
        Project project = verb.open();
        verb.print(toValue(combineMembers(project, request, *verb.context->job)), weightsTable);
    });
}

std::string adoptedTable(const Value& value) {
    std::vector<std::vector<std::string>> rows{{"dataset", "loss", "frozen", "accuracy", "frozen"}};
    if (value.at("datasets").isObject()) {
        for (const auto& [name, scores] : value.at("datasets").asObject()) {
            rows.push_back({name, numberText(scores.at("loss")), numberText(scores.at("frozen_loss")), numberText(scores.at("accuracy")), numberText(scores.at("frozen_accuracy"))});
        }
    }
    std::string text = "adopted " + value.at("id").asString() + " from " + value.at("source").asString() + "; run combine to mix it in\n" + tableText(rows);
    for (const Value& warning : value.at("warnings").asList()) text += "  " + warning.asString() + "\n";
    return text;
}

void addAdopt(CLI::App& app, CliContext& context) {
    const Verb verb(app, context, "adopt", "Make an adapter that was trained elsewhere a member of the ensemble");
    const auto folder = std::make_shared<std::string>(), name = std::make_shared<std::string>(), dismissed = std::make_shared<std::string>();
    CLI::Option* path = verb.app->add_option("adapter", *folder, "PEFT LoRA folder");
    verb.app->add_option("--name", *name, "Its name as a member [the folder's]")->needs(path);
    CLI::Option* dismiss = verb.app->add_option("--dismiss", *dismissed, "Forget this adopted member instead")->excludes(path);
    verb.app->callback([=] {
        if (folder->empty() && dismissed->empty()) throw Error(ErrorCode::InvalidInput, "give the folder of an adapter, or --dismiss with a member's name");
        Project project = verb.open();
        if (dismiss->count() > 0) {
            dismissAdapter(project, *dismissed);
            Value value;
            return verb.print(value.set("dismissed", *dismissed), [](const Value& v) { return "dismissed " + v.at("dismissed").asString() + "\n"; });
        }
        const auto id = name->empty() ? std::nullopt : std::optional<std::string>(*name);
        verb.print(toValue(adoptAdapter(project, *folder, id, *verb.context->job)), adoptedTable);
    });
}

void addEvaluate(CLI::App& app, CliContext& context) {
    const Verb verb(app, context, "evaluate", "All systems on all datasets, one table");
    const GivenOptions given = addOptions(*verb.app, evaluateOptions());
    verb.app->callback([=] {
        const EvaluateRequest request = evaluateRequestFrom(checkedOptions(evaluateOptions(), *given));
        Project project = verb.open();
        verb.print(toValue(evaluateSystems(project, request, *verb.context->job)), ledgerTable);
    });
}

void addExport(CLI::App& app, CliContext& context) {
    const Verb verb(app, context, "export", "Write the ensemble as a bundle that peft loads");
    const auto out = std::make_shared<std::string>();
    const auto formats = std::make_shared<std::string>("bundle");
    const auto rank = std::make_shared<std::int64_t>(0);
    verb.app->add_option("out", *out, "New folder")->required();
    verb.app->add_option("--svd-rank", *rank, "Rank of the format svd [that of the members]")->check(CLI::Range(std::int64_t{1}, std::int64_t{65536}));
    verb.app->add_option("--formats", *formats, "What to write, comma separated: bundle, gguf (LoRA files for llama.cpp), merged (model folder), svd (lower rank), report (HTML page) [bundle]");
    verb.app->callback([=] {
        Project project = verb.open();
        verb.print(toValue(exportProject(project, *out, {namesIn(*formats), *rank}, *verb.context->job)), bundleTable);
    });
}

void addVerify(CLI::App& app, CliContext& context) {
    CLI::App* command = app.add_subcommand("verify", "Check a bundle: hashes, shapes, a replayed batch");
    const auto bundle = std::make_shared<std::string>(), model = std::make_shared<std::string>();
    command->add_option("bundle", *bundle, "Bundle folder")->required();
    command->add_option("--model", *model, "Base model folder: also replays a batch");
    command->callback([=, &context] {
        const auto folder = model->empty() ? std::nullopt : std::optional<std::filesystem::path>(*model);
        const BundleVerdict verdict = verifyBundle(*bundle, folder, *context.job);
        std::string text;
        for (const BundleCheck& check : verdict.checks) text += std::string(check.ok ? "ok      " : "FAILED  ") + check.name + "  " + check.detail + "\n";
        if (context.json) context.printJson(toValue(verdict));
        else context.print(text + (verdict.ok ? "the bundle is whole\n" : "the bundle is damaged\n"));
        context.exitCode = verdict.ok ? 0 : exitCodeOf(ErrorCode::Corrupt);
    });
}

void addSelect(CLI::App& app, CliContext& context) {
    const Verb verb(app, context, "select", "Which sources help one target, and a training on those");
    const GivenOptions given = addOptions(*verb.app, selectOptions());
    verb.app->callback([=] {
        const SelectRequest request = selectRequestFrom(checkedOptions(selectOptions(), *given));
        Project project = verb.open();
        verb.print(selectSources(project, request, *verb.context->job), selectionTable);
    });
}

void addShow(CLI::App& app, CliContext& context) {
    const Verb verb(app, context, "show", "What is in a project: datasets, overlap, affinity, groups, runs, scores, memory, log");
    const auto section = std::make_shared<std::string>("datasets");
    verb.app->add_option("section", *section, "datasets, overlap, affinity, groups, runs, scores, memory (forecast of peak bytes) or log [datasets]");
    verb.app->callback([=] {
        Project project = verb.open();
        const std::string name = *section;
        verb.print(projectView(project, name), [name](const Value& v) {
            if (name == "datasets") return datasetsTable(v.at("datasets"));
            if (name == "affinity") return affinityTable(v);
            if (name == "groups") return groupsTable(v);
            if (name == "runs") return runsTable(v.at("runs"));
            if (name == "scores") return ledgerTable(v);
            return toJson(v, 2) + "\n";
        });
    });
}

std::string outcomeText(const Value& value) {
    std::string text = ledgerTable(value);
    for (const auto& [stage, seconds] : value.at("seconds").asObject()) text += stage + " " + secondsText(seconds.asDouble()) + "  ";
    if (const Value* bundle = value.find("bundle")) text += "\nbundle: " + bundle->asString();
    return text + "\n";
}

void addRun(CLI::App& app, CliContext& context) {
    const Verb verb(app, context, "run", "Every step that is not done yet, in order");
    const GivenOptions estimate = addOptions(*verb.app, estimateOptions());
    const GivenOptions group = addOptions(*verb.app, groupOptions(), {{"groups", "-m,--groups"}});
    std::vector<OptionSpec> trainSpecs = trainOptions();
    std::erase_if(trainSpecs, [](const OptionSpec& spec) { return spec.name == "group"; });
    const GivenOptions train = addOptions(*verb.app, trainSpecs);
    const GivenOptions combine = addOptions(*verb.app, combineOptions());
    const auto out = std::make_shared<std::string>();
    verb.app->add_option("--export", *out, "Also write a bundle to this new folder");
    verb.app->callback([=] {
        RunRequest request{estimateRequestFrom(checkedOptions(estimateOptions(), *estimate)), groupRequestFrom(checkedOptions(groupOptions(), *group)),
                           trainRequestFrom(checkedOptions(trainOptions(), *train)), combineRequestFrom(checkedOptions(combineOptions(), *combine)), std::nullopt};
        if (!out->empty()) request.exportTo = *out;
        Project project = verb.open();
        verb.print(toValue(runAll(project, request, *verb.context->job)), outcomeText);
    });
}

void addDemo(CLI::App& app, CliContext& context) {
    CLI::App* command = app.add_subcommand("demo", "Run every step on the embedded demo and print the result table");
    const auto folder = std::make_shared<std::string>();
    command->add_option("dir", *folder, "New project folder (default: a fresh one)");
    command->callback([=, &context] {
        const std::string target = folder->empty() ? freshFolder("consort-demo").string() : *folder;
        const Value value = toValue(runDemo(resourcesFolder(), target, context.compute(), *context.job));
        if (context.json) context.printJson(value);
        else context.print(outcomeText(value));
    });
}

/// Commands of later versions: known, and refused with a sentence.
void addLater(CLI::App& app) {
    for (const char* name : {"submit", "collect"}) {
        CLI::App* command = app.add_subcommand(name, "Comes with a later version");
        command->fallthrough(false)->allow_extras();
        command->callback([name] {
            throw Error(ErrorCode::Unsupported, std::string("the command '") + name + "' comes with a later version of this program");
        });
    }
}

}  // namespace

void addExperimentCommands(CLI::App& app, CliContext& context) {
    for (const auto add : {addDemo, addNew, addImport, addRows, addEstimate, addPredict, addGains, addConflicts, addGroup, addTrain, addAdopt, addCombine, addEvaluate,
                           addExport, addSelect, addRun, addShow, addVerify}) {
        add(app, context);
    }
    addLater(app);
}

}  // namespace consort
