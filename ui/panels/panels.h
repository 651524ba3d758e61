#pragma once
// THE TABLE of stage panels.
#include <array>

#include "ui/panels/stage_panel.h"

namespace consort {

/// One panel a stage, in the order of the stages; without parents.
std::array<StagePanel*, 6> makePanels(Workbench& workbench, Commands& commands);

}  // namespace consort
