#include "ui/plots/curve_data.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <map>

#include "ui/number_format.h"

namespace consort {

QVector<double> smoothed(const QVector<double>& values, double weight) {
    QVector<double> smooth;
    smooth.reserve(values.size());
    double sum = 0, mass = 0;
    for (const double value : values) {
        sum = weight * sum + (1 - weight) * value;
        mass = weight * mass + (1 - weight);
        smooth << sum / mass;
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

QString curvesAsCsv(const QVector<Curve>& curves) {
    QString text = QStringLiteral("name,step,value\n");
    for (const Curve& curve : curves) {
        QString name = curve.name;
        name.replace(QLatin1Char('"'), QStringLiteral("\"\""));
        for (qsizetype k = 0; k < curve.x.size(); ++k) text += QStringLiteral("\"%1\",%2,%3\n").arg(name).arg(curve.x[k], 0, 'g', 12).arg(curve.y[k], 0, 'g', 12);
    }
    return text;
}

}  // namespace consort
