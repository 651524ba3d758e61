#pragma once
// Runs as the window tells them: names, states, progress and curves, as pure functions of the snapshot.
#include "core/pipeline/project_snapshot.h"
#include "core/job/job_context.h"
#include "ui/models/cell_table.h"
#include "ui/plots/curve_data.h"

namespace consort {

struct RunName {
    QString text;       ///< "Group 1", "One for all", "Alone: mr"
    int group = -1;     ///< from 0; −1 for baselines
    QString icon;
};
RunName runName(const RunRecord& record);
QString runStateText(const std::string& state);
QString runStateIcon(const std::string& state);
/// Optimiser steps that a run will have taken at its end, from its own options and rows.
std::int64_t plannedSteps(const RunRecord& record, const ProjectSnapshot& snapshot);
/// Steps that it has taken by what it has reported.
std::int64_t stepsDone(const RunView& run);
double lastValue(const RunView& run, const std::string& metric);  ///< NaN where there is none

/// A series as plots show it.
Curve curveOf(const MetricCurve& series, const QString& id, const QString& name, int group);
/// Every point of a metric, "run,step,value".
QString runsAsCsv(const ProjectSnapshot& snapshot, const std::string& metric, const QStringList& runs);
/// One curve a run of a metric; runs without points are left out.
QVector<Curve> runCurves(const ProjectSnapshot& snapshot, const std::string& metric, const QStringList& runs = {});
CellRow runRow(const RunView& run, const ProjectSnapshot& snapshot);
/// The runs of the plan: groups first, then baselines; without those of other groupings.
std::vector<const RunView*> plannedRuns(const ProjectSnapshot& snapshot);

}  // namespace consort
