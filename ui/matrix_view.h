#pragma once
// What the heat map and its table twin show, from a snapshot.
#include "core/base/matrix.h"
#include "core/pipeline/project_snapshot.h"
#include "ui/models/cell_table.h"
#include "ui/plots/matrix_plot.h"

namespace consort {

/// "alder helps birch by 0.031 ± 0.006", "… hurts …", or that the interval contains zero.
QString gainSentence(const QString& source, const QString& target, double gain, double low, double high);

enum class MatrixOrder {
    Clusters,  ///< by group, with separators; as imported where there is no grouping
    Imported,
    Helped,    ///< by the mean gain of the row
    Helpful,   ///< by the mean gain that the column brings
};

/// Gain with its interval. Needs an estimate, as the others do.
MatrixData gainMatrix(const ProjectSnapshot& snapshot, MatrixOrder order);
/// `pairwise` (n, n); of another size: not known yet, all cells are empty.
MatrixData pairwiseMatrix(const ProjectSnapshot& snapshot, const Matrix& pairwise, MatrixOrder order);
/// Share of a dataset's rows that are near duplicates of rows of another; zero where no scan was made.
MatrixData overlapMatrix(const ProjectSnapshot& snapshot, MatrixOrder order);

QVector<CellColumn> matrixColumns(const MatrixData& data);
QVector<CellRow> matrixRows(const MatrixData& data);
/// The head and a line a dataset, in the order shown; numbers in full, undefined cells empty.
QString matrixAsCsv(const MatrixData& data);

}  // namespace consort
