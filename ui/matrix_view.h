#pragma once
// What the heat map and its table twin show, from a snapshot.
#include "core/base/matrix.h"
#include "core/pipeline/project_snapshot.h"
#include "ui/models/cell_table.h"
#include "ui/plots/matrix_plot.h"

namespace consort {

/// "alder helps birch by 0.031 ± 0.006", "… hurts …", or that the interval contains zero.
QString gainSentence(const QString& source, const QString& target, double gain, double low, double high);

/// Gain with its interval; in cluster order where that is asked for and there is a grouping. Needs an estimate.
MatrixData gainMatrix(const ProjectSnapshot& snapshot, bool clusterOrder);
/// `pairwise` (n, n); of another size: not known yet, all cells are empty.
MatrixData pairwiseMatrix(const ProjectSnapshot& snapshot, const Matrix& pairwise, bool clusterOrder);
/// Share of a dataset's rows that are near duplicates of rows of another; zero where no scan was made.
MatrixData overlapMatrix(const ProjectSnapshot& snapshot, bool clusterOrder);

QVector<CellColumn> matrixColumns(const MatrixData& data);
QVector<CellRow> matrixRows(const MatrixData& data);

}  // namespace consort
