#include "ui/plots/curve_data.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <map>

#include "ui/number_format.h"

namespace consort {

Curve smoothed(const Curve& curve, double weight) {
    Curve smooth = curve;
    const bool outline = !curve.mean.isEmpty();
    if (outline) smooth.x = curve.meanX, smooth.y = curve.mean;
    const double kept = std::pow(weight, curve.stride);
    double sum = 0, mass = 0;
    for (double& value : smooth.y) {
        sum = kept * sum + (1 - kept) * value;
        mass = kept * mass + (1 - kept);
        value = sum / mass;
    }
    return smooth;
}

double valueAt(const Curve& curve, double x) {
    const auto after = std::upper_bound(curve.x.begin(), curve.x.end(), x);
    return after == curve.x.begin() ? std::nan("") : curve.y[after - curve.x.begin() - 1];
}

QVector<CellColumn> curveColumns(const QVector<Curve>& curves) {
    QVector<CellColumn> columns{{QCoreApplication::translate("CurveData", "Step"), Qt::AlignRight, {}}};
    for (const Curve& curve : curves) columns.push_back({curve.name, Qt::AlignRight, {}});
    return columns;
}

QVector<CellRow> curveRows(const QVector<Curve>& curves) {
    std::map<double, QVector<double>> table;
    for (qsizetype c = 0; c < curves.size(); ++c) {
        for (qsizetype k = 0; k < curves[c].x.size(); ++k) {
            QVector<double>& row = table[curves[c].x[k]];
            if (row.isEmpty()) row.fill(std::nan(""), curves.size());
            row[c] = curves[c].y[k];
        }
    }
    QVector<CellRow> rows;
    for (const auto& [step, values] : table) {
        Cell first{countText(static_cast<std::int64_t>(step))};
        first.sort = step;
        QVector<Cell> cells{first};
        for (const double value : values) cells.push_back(Cell{.text = std::isfinite(value) ? shortNumber(value) : kMissing, .sort = value});
        rows.push_back({QString::number(step), cells});
    }
    return rows;
}

}  // namespace consort
