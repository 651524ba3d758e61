#include "ui/matrix_view.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/number_format.h"

namespace consort {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("Matrix", text); }

QVector<double> flat(const Matrix& matrix) { return {matrix.values.begin(), matrix.values.end()}; }

/// Mean gain of every dataset from the others, or (`given`) to the others.
QVector<double> meanGains(const Matrix& gain, bool given) {
    QVector<double> means(static_cast<qsizetype>(gain.rows), 0.0);
    for (std::int64_t r = 0; r < gain.rows; ++r) {
        for (std::int64_t c = 0; c < gain.cols; ++c) {
            const double value = gain.row(r)[static_cast<std::size_t>(c)];
            if (std::isfinite(value)) means[static_cast<qsizetype>(given ? c : r)] += value / static_cast<double>(gain.rows);
        }
    }
    return means;
}

MatrixData namedMatrix(const ProjectSnapshot& snapshot, MatrixOrder order) {
    MatrixData data;
    for (const std::string& name : snapshot.datasetNames()) {
        data.names << QString::fromStdString(name);
        data.group << snapshot.groupOf(name);
    }
    data.value.fill(std::nan(""), data.names.size() * data.names.size());
    const bool clusters = order == MatrixOrder::Clusters && snapshot.grouping;
    if (!clusters) data.group.fill(-1);
    if (order == MatrixOrder::Imported || (order == MatrixOrder::Clusters && !clusters)) return data;
    for (int k = 0; k < data.names.size(); ++k) data.order << k;
    const QVector<double> means = clusters ? QVector<double>() : meanGains(snapshot.estimate->affinity.gain, order == MatrixOrder::Helpful);
    std::stable_sort(data.order.begin(), data.order.end(), [&](int a, int b) { return clusters ? data.group[a] < data.group[b] : means[a] > means[b]; });
    return data;
}

}  // namespace

QString gainSentence(const QString& source, const QString& target, double gain, double low, double high) {
    if (!std::isfinite(gain)) return tr("%1 and %2: not defined").arg(source, target);
    const QString amount = std::isfinite(low) ? QStringLiteral("%1 %2").arg(lossText(std::abs(gain)), plusMinusText((high - low) / 2)) : lossText(std::abs(gain));
    const QString text = gain >= 0 ? tr("%1 helps %2 by %3") : tr("%1 hurts %2 by %3");
    return text.arg(source, target, amount) + (low <= 0 && high >= 0 ? tr(", or not at all") : QString());
}

MatrixData gainMatrix(const ProjectSnapshot& snapshot, MatrixOrder order) {
    MatrixData data = namedMatrix(snapshot, order);
    const AffinityMatrix& affinity = snapshot.estimate->affinity;
    data.value = flat(affinity.gain);
    data.low = flat(affinity.gainLow);
    data.high = flat(affinity.gainHigh);
    data.caption = tr("row gains from\ncolumn joining it");
    return data;
}

MatrixData pairwiseMatrix(const ProjectSnapshot& snapshot, const Matrix& pairwise, MatrixOrder order) {
    MatrixData data = namedMatrix(snapshot, order);
    data.caption = tr("row gains from a pair\nwith the column");
    if (pairwise.rows == data.names.size()) data.value = flat(pairwise);
    return data;
}

MatrixData overlapMatrix(const ProjectSnapshot& snapshot, MatrixOrder order) {
    MatrixData data = namedMatrix(snapshot, order);
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

QString matrixAsCsv(const MatrixData& data) {
    const auto quoted = [](QString name) { return QLatin1Char('"') + name.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"'); };
    const auto at = [&](qsizetype position) { return data.order.isEmpty() ? position : static_cast<qsizetype>(data.order[position]); };
    QString csv = quoted(tr("Dataset"));
    for (qsizetype c = 0; c < data.names.size(); ++c) csv += QLatin1Char(',') + quoted(data.names[at(c)]);
    csv += QLatin1Char('\n');
    for (qsizetype r = 0; r < data.names.size(); ++r) {
        csv += quoted(data.names[at(r)]);
        for (qsizetype c = 0; c < data.names.size(); ++c) {
            const double value = data.value[at(r) * data.names.size() + at(c)];
            csv += QLatin1Char(',') + (std::isfinite(value) ? QString::number(value, 'g', 9) : QString());
        }
        csv += QLatin1Char('\n');
    }
    return csv;
}

}  // namespace consort
