#include "ui/panels/panels.h"

#include "ui/panels/affinity_panel.h"
#include "ui/panels/data_panel.h"
#include "ui/panels/evaluate_panel.h"
#include "ui/panels/export_panel.h"
#include "ui/panels/groups_panel.h"
#include "ui/panels/train_panel.h"

namespace consort {

std::array<StagePanel*, 6> makePanels(Workbench& workbench, Commands& commands) {
    return {new DataPanel(workbench, commands),  new AffinityPanel(workbench, commands), new GroupsPanel(workbench, commands),
            new TrainPanel(workbench, commands), new EvaluatePanel(workbench, commands), new ExportPanel(workbench, commands)};
}

}  // namespace consort
