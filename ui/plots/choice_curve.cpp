#include "ui/plots/choice_curve.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "ui/theme/theme.h"

namespace consort {
namespace {

/// Round steps for about four lines of a grid.
double gridStep(double span) {
    const double rough = std::max(span, 1e-9) / 4, power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough) return factor * power;
    }
    return 10 * power;
}

}  // namespace

ChoiceCurve::ChoiceCurve(QWidget* parent) : QSlider(Qt::Horizontal, parent), baseline_(NAN) {
    setAccessibleName(tr("Number of groups"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setPageStep(1);
    connect(&theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ChoiceCurve::setPoints(const QVector<ChoicePoint>& points, double baseline, const QString& baselineLabel, std::function<QString(double)> format) {
    points_ = points;
    baseline_ = baseline;
    baselineLabel_ = baselineLabel;
    format_ = std::move(format);
    if (!points_.isEmpty()) setRange(points_.first().choice, points_.last().choice);
    update();
}

QSize ChoiceCurve::sizeHint() const { return {theme().u(130), theme().u(62)}; }
QSize ChoiceCurve::minimumSizeHint() const { return {theme().u(70), theme().u(44)}; }

QRectF ChoiceCurve::plotArea() const {
    const double left = theme().u(16), right = theme().u(6), below = theme().u(16);
    return {left, static_cast<double>(theme().u(3)), std::max(1.0, width() - left - right), std::max(1.0, height() - below - theme().u(3))};
}

double ChoiceCurve::xOf(int choice) const {
    const QRectF area = plotArea();
    return maximum() > minimum() ? area.left() + area.width() * (choice - minimum()) / (maximum() - minimum()) : area.center().x();
}

std::pair<double, double> ChoiceCurve::range() const {
    double low = std::isfinite(baseline_) ? baseline_ : INFINITY, high = std::isfinite(baseline_) ? baseline_ : -INFINITY;
    for (const ChoicePoint& point : points_) {
        for (const double value : {point.low, point.value, point.high}) {
            if (!std::isfinite(value)) continue;
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    if (!(high > low)) return {low - 0.5, low + 0.5};
    return {low - (high - low) * 0.08, high + (high - low) * 0.08};
}

double ChoiceCurve::yOf(double value) const {
    const auto [low, high] = range();
    return plotArea().bottom() - plotArea().height() * (value - low) / (high - low);
}

void ChoiceCurve::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), inks().surface);
    if (points_.isEmpty()) return;
    painter.setRenderHint(QPainter::Antialiasing);
    drawGrid(painter);
    drawCurve(painter);
    drawSlider(painter);
}

void ChoiceCurve::drawGrid(QPainter& painter) const {
    const QRectF area = plotArea();
    const double half = std::max(8.0, area.width() / std::max(1, maximum() - minimum()) / 2);
    painter.fillRect(QRectF(xOf(value()) - half / 2, area.top(), half, area.height()), inks().selected);
    painter.setFont(theme().plot());
    const auto [low, high] = range();
    const double step = gridStep(high - low);
    for (double at = std::ceil(low / step) * step; at <= high; at += step) {
        painter.setPen(QPen(inks().line, 1));
        painter.drawLine(QPointF(area.left(), yOf(at)), QPointF(area.right(), yOf(at)));
        painter.setPen(inks().text2);
        painter.drawText(QRectF(0, yOf(at) - theme().u(3), area.left() - theme().u(2), theme().u(6)), Qt::AlignRight | Qt::AlignVCenter, format_ ? format_(at) : QString::number(at));
    }
    if (!std::isfinite(baseline_)) return;
    painter.setPen(QPen(inks().text2, 1, Qt::DashLine));
    painter.drawLine(QPointF(area.left(), yOf(baseline_)), QPointF(area.right(), yOf(baseline_)));
    painter.setPen(inks().text2);
    painter.drawText(QRectF(area.left(), yOf(baseline_), area.width() - theme().u(1), theme().u(5)), Qt::AlignRight | Qt::AlignTop, baselineLabel_);
}

void ChoiceCurve::drawCurve(QPainter& painter) const {
    QPainterPath band, line;
    for (const ChoicePoint& point : points_) {
        const QPointF up(xOf(point.choice), yOf(point.high)), middle(xOf(point.choice), yOf(point.value));
        if (&point == &points_.first()) band.moveTo(up), line.moveTo(middle);
        else band.lineTo(up), line.lineTo(middle);
    }
    for (auto point = points_.crbegin(); point != points_.crend(); ++point) band.lineTo(xOf(point->choice), yOf(point->low));
    band.closeSubpath();
    QColor fill = inks().accent;
    fill.setAlphaF(0.16f);
    painter.fillPath(band, fill);
    painter.setPen(QPen(inks().accent, 2));
    painter.drawPath(line);
    painter.setFont(theme().small());
    for (const ChoicePoint& point : points_) {
        const QPointF centre(xOf(point.choice), yOf(point.value));
        painter.setPen(QPen(inks().accent, 1.5));
        painter.setBrush(point.choice == value() ? inks().accent : inks().surface);
        const double radius = theme().u(point.choice == value() ? 1.4 : 0.9);
        painter.drawEllipse(centre, radius, radius);
        if (!point.knee) continue;
        painter.setPen(inks().text);
        painter.drawText(QRectF(centre.x() - theme().u(12), centre.y() - theme().u(7), theme().u(24), theme().u(5)), Qt::AlignCenter, tr("knee"));
    }
    painter.setBrush(Qt::NoBrush);
}

void ChoiceCurve::drawSlider(QPainter& painter) const {
    const QRectF area = plotArea();
    const double y = area.bottom() + theme().u(5), x = xOf(value()), thick = theme().u(1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(inks().line);
    painter.drawRoundedRect(QRectF(area.left(), y - thick / 2, area.width(), thick), thick / 2, thick / 2);
    painter.setBrush(inks().accent);
    painter.drawRoundedRect(QRectF(area.left(), y - thick / 2, x - area.left(), thick), thick / 2, thick / 2);
    painter.setBrush(inks().surface);
    painter.setPen(QPen(inks().accent, hasFocus() ? 3 : 2));
    painter.drawEllipse(QPointF(x, y), theme().u(2), theme().u(2));
    const int stride = std::max(1, (maximum() - minimum()) / 16);
    for (int choice = minimum(); choice <= maximum(); ++choice) {
        if ((choice - minimum()) % stride && choice != value()) continue;
        painter.setFont(choice == value() ? theme().strong() : theme().plot());
        painter.setPen(choice == value() ? inks().text : inks().text2);
        painter.drawText(QRectF(xOf(choice) - theme().u(6), y + theme().u(3), theme().u(12), theme().u(6)), Qt::AlignCenter, QString::number(choice));
    }
}

void ChoiceCurve::chooseAt(double x) {
    const QRectF area = plotArea();
    const double share = std::clamp((x - area.left()) / area.width(), 0.0, 1.0);
    setValue(minimum() + static_cast<int>(std::lround(share * (maximum() - minimum()))));
}

void ChoiceCurve::mousePressEvent(QMouseEvent* event) {
    setSliderDown(true);
    chooseAt(event->position().x());
}

void ChoiceCurve::mouseMoveEvent(QMouseEvent* event) {
    if (isSliderDown()) chooseAt(event->position().x());
}

void ChoiceCurve::mouseReleaseEvent(QMouseEvent*) { setSliderDown(false); }

}  // namespace consort
