#include "ui/stages.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/run_view.h"

namespace consort {
namespace {

QString tr(const char* text, int n = -1) { return QCoreApplication::translate("Stages", text, nullptr, n); }

bool hasActive(const Workbench& workbench, std::initializer_list<const char*> kinds) {
    auto& jobs = const_cast<Workbench&>(workbench).jobs();
    return std::any_of(kinds.begin(), kinds.end(), [&](const char* kind) { return jobs.active(QLatin1String(kind)) != nullptr; });
}

bool hasFindings(const ProjectSnapshot& snapshot) {
    return std::any_of(snapshot.datasets->begin(), snapshot.datasets->end(), [](const Value& card) { return card.doubleOr("confidence", 1) < 0.8; });
}

bool hasBroken(const ProjectSnapshot& snapshot) {
    return std::any_of(snapshot.runs.begin(), snapshot.runs.end(), [](const RunView& run) {
        return run.record.state == "failed" || run.record.state == "interrupted" || run.record.state == "diverged";
    });
}

/// An adapter of the groups comes from a run that diverged: it works, as it was before, but a person should know.
bool hasExploded(const ProjectSnapshot& snapshot) {
    const auto runs = plannedRuns(snapshot);
    return std::any_of(runs.begin(), runs.end(), [](const RunView* run) { return run->record.kind == "group" && run->record.state == "diverged"; });
}

StageState doneOr(bool done) { return done ? StageState::Done : StageState::Open; }

StageState stateIn(Stage stage, const ProjectSnapshot& s) {
    switch (stage) {
        case Stage::Data: return s.datasets->empty() ? StageState::Open : hasFindings(s) ? StageState::Attention : StageState::Done;
        case Stage::Affinity: return s.estimateIsOld ? StageState::Attention : doneOr(s.estimate != nullptr);
        case Stage::Groups: return doneOr(s.grouping && s.estimate);
        case Stage::Train: return hasExploded(s) || (!s.isTrained() && hasBroken(s)) ? StageState::Attention : doneOr(s.isTrained());
        case Stage::Evaluate: return s.scores && (s.scoresAreOld || s.combinationIsOld) ? StageState::Attention : doneOr(s.scores != nullptr);
        default: return doneOr(s.exports != nullptr);
    }
}

NextStep afterData(const ProjectSnapshot& s) {
    const bool ready = s.datasets->size() >= 2;
    if (s.estimate) return {tr("Go to affinity"), QStringLiteral("matrix"), QStringLiteral("stage.affinity"), true, true, {}};
    return {tr("Estimate affinity"), QStringLiteral("play"), QStringLiteral("run.estimate"), true, ready, ready ? QString() : tr("Add at least two datasets first")};
}

NextStep afterGroups(const Workbench& workbench, const ProjectSnapshot& s) {
    if (s.isTrained()) return {tr("Go to training"), QStringLiteral("play"), QStringLiteral("stage.train"), true, true, {}};
    const GroupCandidate* candidate = workbench.draftCandidate();
    const int m = candidate ? candidate->m() : 0;
    return {candidate ? tr("Train %n groups", m) : tr("Train the groups"), QStringLiteral("play"), QStringLiteral("run.train"), true, s.grouping != nullptr, tr("Choose the groups first")};
}

}  // namespace

QString stageId(Stage stage) {
    static const std::array<const char*, 6> ids{"data", "affinity", "groups", "train", "evaluate", "export"};
    return QLatin1String(ids[static_cast<std::size_t>(stage)]);
}

QString stageTitle(Stage stage) {
    switch (stage) {
        case Stage::Data: return tr("Data");
        case Stage::Affinity: return tr("Affinity");
        case Stage::Groups: return tr("Groups");
        case Stage::Train: return tr("Train");
        case Stage::Evaluate: return tr("Evaluate");
        default: return tr("Export");
    }
}

StageState stateOf(Stage stage, const Workbench& workbench) {
    const ProjectSnapshot* snapshot = workbench.snapshot().get();
    const bool running = stage == Stage::Data       ? hasActive(workbench, {"import", "overlap"})
                         : stage == Stage::Affinity ? hasActive(workbench, {"estimate"})
                         : stage == Stage::Train    ? hasActive(workbench, {"train"})
                         : stage == Stage::Evaluate ? hasActive(workbench, {"evaluate", "combine"})
                         : stage == Stage::Export   ? hasActive(workbench, {"export", "verify"})
                                                    : false;
    if (running) return StageState::Running;
    return snapshot ? stateIn(stage, *snapshot) : StageState::Open;
}

const char* stateIcon(StageState state) {
    static constexpr const char* kIcons[] = {"ring", "done", "running", "warning"};
    return kIcons[static_cast<int>(state)];
}

QString stateText(StageState state) {
    switch (state) {
        case StageState::Done: return tr("done");
        case StageState::Running: return tr("running");
        case StageState::Attention: return tr("needs attention");
        default: return tr("open");
    }
}

namespace {

/// The step, whether or not it is being taken already.
NextStep openStep(Stage stage, const Workbench& workbench) {
    const ProjectSnapshot* s = workbench.snapshot().get();
    if (!s) return {tr("Open sample"), QStringLiteral("flask"), QStringLiteral("file.sample"), true, true, {}};
    switch (stage) {
        case Stage::Data: return afterData(*s);
        case Stage::Affinity:
            if (s->estimate) return {tr("Choose groups"), QStringLiteral("groups"), QStringLiteral("stage.groups"), true, true, {}};
            return afterData(*s);
        case Stage::Groups: return afterGroups(workbench, *s);
        case Stage::Train:
            if (workbench.isTraining()) return {tr("Stop and save"), QStringLiteral("stop"), QStringLiteral("run.stop"), false, true, {}};
            if (!s->isTrained()) return {tr("Train"), QStringLiteral("play"), QStringLiteral("run.train"), true, s->grouping != nullptr, tr("Choose the groups first")};
            return {tr("Evaluate"), QStringLiteral("scale"), QStringLiteral("run.evaluate"), true, true, {}};
        case Stage::Evaluate:
            if (!s->scores || s->scoresAreOld || s->combinationIsOld) return {tr("Evaluate"), QStringLiteral("scale"), QStringLiteral("run.evaluate"), true, s->isTrained(), tr("Train the groups first")};
            return {tr("Export bundle"), QStringLiteral("export"), QStringLiteral("stage.export"), true, true, {}};
        default:
            if (s->exports) return {tr("Open folder"), QStringLiteral("external"), QStringLiteral("export.open"), true, true, {}};
            return {tr("Export bundle"), QStringLiteral("export"), QStringLiteral("run.export"), true, s->combination != nullptr, tr("Evaluate the members first")};
    }
}

}  // namespace

NextStep nextStep(Stage stage, const Workbench& workbench) {
    NextStep step = openStep(stage, workbench);
    const bool starts = step.command.startsWith(QLatin1String("run.")) && step.command != QLatin1String("run.stop");
    if (!starts || stateOf(stage, workbench) != StageState::Running) return step;
    step.enabled = false;
    step.reason = tr("It is running; it can be cancelled in the strip above the stage");
    return step;
}

QString projectSummary(const ProjectSnapshot& s) {
    QString state = tr("New");
    if (s.exports) state = tr("Exported");
    else if (s.scores) state = tr("Evaluated");
    else if (s.isTrained()) state = tr("Trained");
    else if (s.grouping) state = tr("Grouped");
    else if (s.estimate) state = tr("Affinity estimated");
    QString text = tr("%1, %n datasets", static_cast<int>(s.datasets->size())).arg(state);
    if (s.grouping) text = tr("%1, %n groups", static_cast<int>(s.grouping->groups.size())).arg(text);
    return text;
}

}  // namespace consort
