#pragma once
// The six stages, what state each is in, and what the next step is: pure functions of the snapshot and the jobs.
#include <QString>
#include <array>

#include "ui/workbench.h"

namespace consort {

enum class Stage { Data, Affinity, Groups, Train, Evaluate, Export };
inline constexpr std::array<Stage, 6> kStages{Stage::Data, Stage::Affinity, Stage::Groups, Stage::Train, Stage::Evaluate, Stage::Export};
QString stageId(Stage stage);     ///< "data": what problems and commands call it
QString stageTitle(Stage stage);  ///< translated

enum class StageState { Open, Done, Running, Attention };
StageState stateOf(Stage stage, const Workbench& workbench);
const char* stateIcon(StageState state);  ///< "ring", "done", "running", "warning"
QString stateText(StageState state);

/// The one primary button: always what comes next at this stage.
struct NextStep {
    QString text, icon, command;
    bool primary = true;   ///< false: neutral ("Stop and save")
    bool enabled = true;
    QString reason;        ///< why it is not enabled
};
NextStep nextStep(Stage stage, const Workbench& workbench);

/// "Exported, 10 datasets, 4 groups": what the welcome page says of a project.
QString projectSummary(const ProjectSnapshot& snapshot);

}  // namespace consort
