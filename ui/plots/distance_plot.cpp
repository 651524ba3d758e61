#include "ui/plots/distance_plot.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>

#include "ui/number_format.h"
#include "ui/theme/theme.h"

namespace consort {

DistancePlot::DistancePlot(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("First-order error against distance"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void DistancePlot::setPoints(const QVector<QPointF>& points, double limit, double reached) {
    points_ = points;
    limit_ = limit;
    reached_ = reached;
    double least = limit, most = limit;
    QStringList said;
    for (const QPointF& point : points) {
        if (point.y() > 0) least = std::min(least, point.y()), most = std::max(most, point.y());
        said << QStringLiteral("%1: %2").arg(shortNumber(point.x()), percentText(point.y()));
    }
    lowest_ = static_cast<int>(std::floor(std::log10(least)));
    highest_ = std::max(lowest_ + 1, static_cast<int>(std::ceil(std::log10(most))));
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    setToolTip(said.join(QLatin1Char('\n')));
    update();
}

QSize DistancePlot::sizeHint() const { return {theme().u(90), theme().u(44)}; }
QSize DistancePlot::minimumSizeHint() const { return {theme().u(60), theme().u(44)}; }

QRectF DistancePlot::area() const { return QRectF(rect()).adjusted(theme().u(15), theme().u(3), -theme().u(3), -theme().u(11)); }

QPointF DistancePlot::at(const QPointF& point) const {
    const double farthest = points_.isEmpty() ? 1 : std::max(points_.last().x(), 1e-9);
    const double height = point.y() > 0 ? (std::log10(point.y()) - lowest_) / (highest_ - lowest_) : 0;
    const QRectF box = area();
    return {box.left() + box.width() * point.x() / farthest, box.bottom() - box.height() * std::clamp(height, 0.0, 1.0)};
}

void DistancePlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme().plot());
    if (points_.isEmpty()) return;
    drawLimit(painter);
    drawAxes(painter);
    drawPoints(painter);
}

void DistancePlot::drawAxes(QPainter& painter) const {
    const QRectF box = area();
    const int stride = (highest_ - lowest_ + 4) / 5;
    for (int power = lowest_; power <= highest_; power += stride) {
        const double y = at({0, std::pow(10.0, power)}).y();
        painter.setPen(QPen(inks().line, 1));
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
        painter.setPen(inks().text2);
        painter.drawText(QRectF(0, y - theme().u(3), box.left() - theme().u(1.5), theme().u(6)), Qt::AlignRight | Qt::AlignVCenter, percentText(std::pow(10.0, power), std::max(0, -power - 2)));
    }
    painter.setPen(QPen(inks().axis, 1));
    painter.drawLine(box.bottomLeft(), box.bottomRight());
    painter.setPen(inks().text2);
    double free = box.left() - theme().u(6);
    for (const QPointF& point : points_) {
        const QString text = shortNumber(point.x());
        QRectF place(at(point).x() - theme().u(6), box.bottom() + theme().u(0.5), theme().u(12), theme().u(5));
        if (place.right() > width()) place.moveRight(width());
        if (place.left() < free) continue;
        painter.drawText(place, Qt::AlignHCenter | Qt::AlignTop, text);
        free = place.center().x() + QFontMetricsF(painter.font()).horizontalAdvance(text);
    }
    painter.drawText(QRectF(box.left(), box.bottom() + theme().u(5), box.width(), theme().u(5)), Qt::AlignHCenter | Qt::AlignTop, tr("distance from the start"));
}

void DistancePlot::drawLimit(QPainter& painter) const {
    const QRectF box = area();
    const double y = at({0, limit_}).y();
    painter.fillRect(QRectF(box.topLeft(), QPointF(box.right(), y)), inks().warnBack);
    painter.setPen(QPen(inks().warn, 1, Qt::DashLine));
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
    painter.setPen(inks().warn);
    painter.drawText(QRectF(box.left() + theme().u(1), y - theme().u(5), box.width(), theme().u(5)), Qt::AlignLeft | Qt::AlignVCenter, tr("limit %1").arg(percentText(limit_, 0)));
}

void DistancePlot::drawPoints(QPainter& painter) const {
    QPainterPath path(at(points_.first()));
    for (const QPointF& point : points_) path.lineTo(at(point));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(inks().accent, 2));
    painter.drawPath(path);
    painter.setBrush(inks().surface);
    painter.setPen(QPen(inks().accent, 1.5));
    for (const QPointF& point : points_) painter.drawEllipse(at(point), 2.5, 2.5);
    if (!(reached_ > 0)) return;
    const double x = at({reached_, 1}).x();
    painter.setPen(QPen(inks().text, 1));
    painter.drawLine(QPointF(x, area().top()), QPointF(x, area().bottom()));
    painter.drawText(QRectF(x + theme().u(1), area().bottom() - theme().u(5), theme().u(40), theme().u(5)), Qt::AlignLeft | Qt::AlignVCenter, tr("trained here"));
}

}  // namespace consort
