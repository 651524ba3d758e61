#include "ui/matrix_view.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/number_format.h"

namespace consort {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("Matrix", text); }

QVector<double> flat(const Matrix& matrix) { return {matrix.values.begin(), matrix.values.end()}; }

MatrixData namedMatrix(const ProjectSnapshot& snapshot, bool clusterOrder) {
    MatrixData data;
    for (const std::string& name : snapshot.datasetNames()) {
        data.names << QString::fromStdString(name);
        data.group << snapshot.groupOf(name);
    }
    data.value.fill(std::nan(""), data.names.size() * data.names.size());
    if (!clusterOrder || !snapshot.grouping) {
        data.group.fill(-1);
        return data;
    }
    for (int k = 0; k < data.names.size(); ++k) data.order << k;
    std::stable_sort(data.order.begin(), data.order.end(), [&](int a, int b) { return data.group[a] < data.group[b]; });
    return data;
}

}  // namespace

QString gainSentence(const QString& source, const QString& target, double gain, double low, double high) {
    if (!std::isfinite(gain)) return tr("%1 and %2: not defined").arg(source, target);
    const QString amount = std::isfinite(low) ? QStringLiteral("%1 %2").arg(lossText(std::abs(gain)), plusMinusText((high - low) / 2)) : lossText(std::abs(gain));
    const QString text = gain >= 0 ? tr("%1 helps %2 by %3") : tr("%1 hurts %2 by %3");
    return text.arg(source, target, amount) + (low <= 0 && high >= 0 ? tr(", or not at all") : QString());
}

MatrixData gainMatrix(const ProjectSnapshot& snapshot, bool clusterOrder) {
    MatrixData data = namedMatrix(snapshot, clusterOrder);
    const AffinityMatrix& affinity = snapshot.estimate->affinity;
    data.value = flat(affinity.gain);
    data.low = flat(affinity.gainLow);
    data.high = flat(affinity.gainHigh);
    data.caption = tr("row gains from\ncolumn joining it");
    return data;
}

MatrixData pairwiseMatrix(const ProjectSnapshot& snapshot, const Matrix& pairwise, bool clusterOrder) {
    MatrixData data = namedMatrix(snapshot, clusterOrder);
    data.caption = tr("row gains from a pair\nwith the column");
    if (pairwise.rows == data.names.size()) data.value = flat(pairwise);
    return data;
}

MatrixData overlapMatrix(const ProjectSnapshot& snapshot, bool clusterOrder) {
    MatrixData data = namedMatrix(snapshot, clusterOrder);
    data.diverging = false;
    data.caption = tr("share of the row's rows\nalso in the column");
    if (!snapshot.overlap) return data;
    const auto& rows = snapshot.overlap->at("near").asList();
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t c = 0; c < rows.size(); ++c) data.value[static_cast<qsizetype>(r * rows.size() + c)] = rows[r].asList()[c].asDouble();
    }
    return data;
}

QVector<CellColumn> matrixColumns(const MatrixData& data) {
    QVector<CellColumn> columns{{tr("Dataset")}};
    for (const QString& name : data.names) columns.push_back({name, Qt::AlignRight});
    return columns;
}

QVector<CellRow> matrixRows(const MatrixData& data) {
    QVector<CellRow> rows;
    for (int r = 0; r < data.names.size(); ++r) {
        QVector<Cell> cells{Cell{data.names[r]}};
        for (int c = 0; c < data.names.size(); ++c) {
            const double value = data.value[r * data.names.size() + c];
            cells.push_back(Cell{.text = !std::isfinite(value) ? kMissing : data.diverging ? signedText(value) : percentText(value), .sort = value});
        }
        rows.push_back({data.names[r], cells});
    }
    return rows;
}

}  // namespace consort
