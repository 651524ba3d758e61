#include "ui/plots/small_curves.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>

#include "ui/number_format.h"
#include "ui/theme/group_ink.h"
#include "ui/theme/theme.h"

namespace consort {
namespace {

struct Range {
    double low = INFINITY, high = -INFINITY;
    void take(double value) {
        if (!std::isfinite(value)) return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    bool isEmpty() const { return !(high >= low); }
    double at(double value) const { return high > low ? (value - low) / (high - low) : 0.5; }
};

}  // namespace

SmallCurves::SmallCurves(QWidget* parent) : QWidget(parent) {
    connect(&theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SmallCurves::setContent(const QString& title, int group, const QString& value, const QVector<Curve>& curves) {
    if (title == title_ && group == group_ && value == value_ && curves == curves_) return;
    title_ = title;
    group_ = group;
    value_ = value;
    curves_ = curves;
    setAccessibleName(QStringLiteral("%1: %2").arg(title, value));
    update();
}

QSize SmallCurves::sizeHint() const { return {theme().u(48), theme().u(25)}; }
QSize SmallCurves::minimumSizeHint() const { return {theme().u(36), theme().u(22)}; }

void SmallCurves::drawHead(QPainter& painter) const {
    const double pad = theme().u(2), head = theme().u(7);
    double left = pad;
    if (group_ >= 0) {
        drawGroupChip(painter, QRectF(pad, theme().u(1.5), theme().u(5), theme().u(5)), group_);
        left += theme().u(6.5);
    }
    painter.setFont(theme().strong());
    painter.setPen(inks().text);
    const QRectF top(left, theme().u(0.5), width() - left - pad, head);
    const double valueWidth = QFontMetricsF(theme().body()).horizontalAdvance(value_) + pad;
    painter.drawText(top, Qt::AlignLeft | Qt::AlignVCenter, QFontMetricsF(painter.font()).elidedText(title_, Qt::ElideRight, top.width() - valueWidth));
    painter.setFont(theme().body());
    painter.drawText(top, Qt::AlignRight | Qt::AlignVCenter, value_);
}

void SmallCurves::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), inks().surface);
    painter.setRenderHint(QPainter::Antialiasing);
    drawHead(painter);
    const double head = theme().u(7);
    Range x, y;
    for (const Curve& curve : curves_) {
        for (const double value : curve.x) x.take(value);
        for (const double value : curve.y) y.take(value);
    }
    const QRectF area(theme().u(14), head + theme().u(2), width() - theme().u(16), height() - head - theme().u(5));
    painter.setFont(theme().plot());
    painter.setPen(QPen(inks().line, 1));
    painter.drawLine(area.topLeft(), area.topRight());
    painter.setPen(QPen(inks().axis, 1));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    painter.setPen(inks().text2);
    if (x.isEmpty() || y.isEmpty()) {
        painter.drawText(area, Qt::AlignCenter, tr("no points yet"));
        return;
    }
    painter.drawText(QRectF(0, area.top() - theme().u(3), area.left() - theme().u(1.5), theme().u(6)), Qt::AlignRight | Qt::AlignVCenter, shortNumber(y.high));
    painter.drawText(QRectF(0, area.bottom() - theme().u(3), area.left() - theme().u(1.5), theme().u(6)), Qt::AlignRight | Qt::AlignVCenter, shortNumber(y.low));
    for (const Curve& curve : curves_) {
        QPainterPath path;
        for (qsizetype k = 0; k < curve.x.size(); ++k) {
            const QPointF point(area.left() + x.at(curve.x[k]) * area.width(), area.bottom() - y.at(curve.y[k]) * area.height());
            if (k == 0) path.moveTo(point);
            else path.lineTo(point);
        }
        painter.setPen(QPen(curve.group >= 0 ? groupInk(curve.group) : inks().text2, curve.dotted ? 1.2 : 1.8, curve.dotted ? Qt::DotLine : Qt::SolidLine));
        painter.drawPath(path);
        if (curve.x.size() == 1) painter.drawEllipse(path.currentPosition(), 1.5, 1.5);
    }
}

}  // namespace consort
