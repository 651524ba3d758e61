#pragma once
// What the stage Groups shows: pure functions from a snapshot and a candidate to rows and cards.
#include "core/pipeline/project_snapshot.h"
#include "ui/models/cell_table.h"
#include "ui/plots/choice_curve.h"
#include "ui/widgets/group_card.h"

namespace consort {

/// A score in the unit of the metric.
QString scoreText(double value, bool loss);
/// Difference of two scores as it is; green where it is for the better: less loss, more accuracy.
Cell gainCell(double value, double reference, bool loss);

/// Rows of the price tag: what is predicted and what it costs, beside one adapter for everything. `memory`: of training, in bytes.
QVector<CellRow> priceRows(const GroupCandidate& candidate, const GroupCandidate* one, bool loss, double memory);

/// Every number of groups, a row each: the table twin of the curve.
QVector<CellRow> choiceRows(const GroupTable& table, bool loss);
QString choiceAsCsv(const QVector<ChoicePoint>& points);

/// One group of a candidate as its card; `scale`: the largest gain of the whole matrix.
GroupCardContent groupContent(const ProjectSnapshot& snapshot, const GroupRequest& draft, const GroupCandidate& candidate, int group, double scale);
/// The card that takes a dataset out of its group.
GroupCardContent emptyContent(int group);

}  // namespace consort
