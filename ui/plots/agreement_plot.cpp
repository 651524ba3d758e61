#include "ui/plots/agreement_plot.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <cmath>

#include "ui/number_format.h"
#include "ui/theme/theme.h"

namespace consort {
namespace {

/// Steps of a logarithmic axis that are easy to read: 1, 2 and 5 times a power of ten.
QVector<double> ticksBetween(double least, double most) {
    QVector<double> ticks;
    for (int power = static_cast<int>(std::floor(std::log10(least))); power <= static_cast<int>(std::ceil(std::log10(most))); ++power) {
        for (const double step : {1.0, 2.0, 5.0}) {
            const double value = step * std::pow(10.0, power);
            if (value >= least && value <= most) ticks.push_back(value);
        }
    }
    return ticks;
}

}  // namespace

AgreementPlot::AgreementPlot(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Estimated against measured loss"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    connect(&theme(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void AgreementPlot::setPoints(const QVector<AgreementPoint>& points) {
    points_.clear();
    for (const AgreementPoint& point : points) {
        if (point.estimated > 0 && point.measured > 0) points_.push_back(point);
    }
    if (points_.isEmpty()) return update();
    least_ = most_ = points_.front().measured;
    for (const AgreementPoint& point : points_) {
        least_ = std::min({least_, point.estimated, point.measured});
        most_ = std::max({most_, point.estimated, point.measured});
    }
    least_ /= 1.15;
    most_ *= 1.15;
    setAccessibleDescription(tr("%n pairs of losses", nullptr, static_cast<int>(points_.size())));
    update();
}

QSize AgreementPlot::sizeHint() const { return {theme().u(90), theme().u(60)}; }
QSize AgreementPlot::minimumSizeHint() const { return {theme().u(60), theme().u(60)}; }

QRectF AgreementPlot::area() const { return QRectF(rect()).adjusted(theme().u(15), theme().u(6), -theme().u(3), -theme().u(11)); }

QPointF AgreementPlot::at(double estimated, double measured) const {
    const double span = std::log(most_ / least_);
    const QRectF box = area();
    return {box.left() + box.width() * std::log(estimated / least_) / span, box.bottom() - box.height() * std::log(measured / least_) / span};
}

int AgreementPlot::pointAt(const QPointF& place) const {
    int nearest = -1;
    double least = theme().u(2);
    for (int k = 0; k < points_.size(); ++k) {
        const QPointF apart = at(points_[k].estimated, points_[k].measured) - place;
        const double distance = std::hypot(apart.x(), apart.y());
        if (distance < least) least = distance, nearest = k;
    }
    return nearest;
}

bool AgreementPlot::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int point = pointAt(help->pos());
    if (point >= 0) QToolTip::showText(help->globalPos(), points_[point].tip, this);
    else QToolTip::hideText();
    return true;
}

void AgreementPlot::drawAxes(QPainter& painter) const {
    const QRectF box = area();
    double freeX = 0, freeY = height();
    for (const double tick : ticksBetween(least_, most_)) {
        const QPointF place = at(tick, tick);
        painter.setPen(QPen(inks().line, 1));
        painter.drawLine(QPointF(box.left(), place.y()), QPointF(box.right(), place.y()));
        painter.drawLine(QPointF(place.x(), box.top()), QPointF(place.x(), box.bottom()));
        painter.setPen(inks().text2);
        const QString text = shortNumber(tick);
        if (place.y() + theme().u(2) < freeY) {
            painter.drawText(QRectF(0, place.y() - theme().u(3), box.left() - theme().u(1.5), theme().u(6)), Qt::AlignRight | Qt::AlignVCenter, text);
            freeY = place.y() - theme().u(1);
        }
        if (place.x() - theme().u(6) < freeX) continue;
        painter.drawText(QRectF(place.x() - theme().u(6), box.bottom() + theme().u(0.5), theme().u(12), theme().u(5)), Qt::AlignHCenter | Qt::AlignTop, text);
        freeX = place.x() + theme().u(4);
    }
    painter.setPen(QPen(inks().axis, 1));
    painter.drawLine(box.bottomLeft(), box.bottomRight());
    painter.drawLine(box.bottomLeft(), box.topLeft());
    painter.setPen(QPen(inks().text2, 1, Qt::DashLine));
    painter.drawLine(box.bottomLeft(), box.topRight());
    painter.setPen(inks().text2);
    painter.drawText(QRectF(box.left(), box.bottom() + theme().u(5), box.width(), theme().u(5)), Qt::AlignHCenter | Qt::AlignTop, tr("estimated loss"));
    painter.drawText(QRectF(box.left(), 0, box.width(), theme().u(5.5)), Qt::AlignLeft | Qt::AlignVCenter, tr("measured loss"));
}

void AgreementPlot::paintEvent(QPaintEvent*) {
    if (points_.isEmpty()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme().plot());
    drawAxes(painter);
    for (const AgreementPoint& point : points_) {
        painter.setPen(QPen(point.inside ? inks().accent : inks().text2, 1.5));
        painter.setBrush(point.inside ? QBrush(inks().accent) : QBrush(inks().surface));
        painter.drawEllipse(at(point.estimated, point.measured), 2.5, 2.5);
    }
}

}  // namespace consort
