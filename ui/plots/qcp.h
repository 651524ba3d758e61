#pragma once
// QCustomPlot, whose header wants Qt's short keywords, in a project that does without them.
#include <QObject>

#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef foreach
