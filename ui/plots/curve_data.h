#pragma once
// Curves as values: what every line plot of the window shows, and its table twin.
#include <QString>
#include <QVector>

#include "ui/models/cell_table.h"

namespace consort {

struct Curve {
    QString id, name;
    int group = -1;                ///< ink, dash and marker; −1: the quiet ink
    QVector<double> x, y;
    bool dotted = false;           ///< train beside valid
    QVector<double> meanX = {}, mean = {};  ///< what is smoothed where (x, y) is the outline of a longer series; else empty
    int stride = 1;                ///< points of the series that a mean stands for
    bool operator==(const Curve&) const = default;
};

/// Exponential moving average without a bias at the start; `weight` 0 (raw) … 0.99 is for one point of the series.
Curve smoothed(const Curve& curve, double weight);

/// The last value at or before x; NaN before the first.
double valueAt(const Curve& curve, double x);

/// Columns and rows of the table twin: step by curve.
QVector<CellColumn> curveColumns(const QVector<Curve>& curves);
QVector<CellRow> curveRows(const QVector<Curve>& curves);

}  // namespace consort
