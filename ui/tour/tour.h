#pragma once
// The tour: the sample driven through every stage by the window's own commands, with a picture of each screen.
#include <QString>

namespace consort {

class MainWindow;

/// Saves numbered pictures in `folder` (made where it does not exist), in both themes. Returns 0, or 1 where a stage failed; what went
/// wrong is told on stderr.
int runTour(MainWindow& window, const QString& folder);

}  // namespace consort
