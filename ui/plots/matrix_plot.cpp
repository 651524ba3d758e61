#include "ui/plots/matrix_plot.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <cmath>

#include "ui/theme/theme.h"

namespace consort {

constexpr double kZoomStep = 1.15;

MatrixPlot::MatrixPlot(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Matrix"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme(), &Theme::changed, this, [this] {
        overview_ = {};
        update();
    });
}

void MatrixPlot::setData(const MatrixData& data) {
    if (data == data_) return;
    if (data.names != data_.names) row_ = column_ = -1;
    data_ = data;
    largest_ = data_.diverging ? 1e-12 : 1;
    for (const double value : data_.value) {
        if (data_.diverging && std::isfinite(value)) largest_ = std::max(largest_, std::abs(value));
    }
    overview_ = {};
    updateGeometry();
    update();
}

void MatrixPlot::setNumbers(bool shown) {
    numbers_ = shown;
    update();
}

QSize MatrixPlot::sizeHint() const { return {theme().u(150), theme().u(130)}; }
QSize MatrixPlot::minimumSizeHint() const { return {theme().u(90), theme().u(70)}; }

MatrixPlot::Layout MatrixPlot::layoutNow() const {
    Layout layout;
    double widest = 0;
    for (const QString& name : data_.names) widest = std::max(widest, QFontMetricsF(theme().body()).horizontalAdvance(name));
    layout.left = std::max<double>(std::min(widest, width() * 0.3) + theme().u(12), theme().u(30));
    layout.top = theme().u(14);
    layout.gap = theme().u(1.5);
    int breaks = 0;
    for (int p = 1; p < count(); ++p) breaks += !data_.group.isEmpty() && data_.group[shown(p)] != data_.group[shown(p - 1)] ? 1 : 0;
    layout.view = std::max(1.0, std::min(width() - layout.left - theme().u(22), height() - layout.top - theme().u(4)));
    const double room = layout.view - breaks * layout.gap;
    layout.cell = std::max(2.0, room / std::max(1, count()) * zoom_);
    double at = 0;
    for (int p = 0; p < count(); ++p) {
        if (p > 0 && !data_.group.isEmpty() && data_.group[shown(p)] != data_.group[shown(p - 1)]) at += layout.gap;
        layout.starts << at;
        at += layout.cell;
    }
    layout.extent = at;
    const double most = std::max(0.0, at - layout.view);
    layout.scroll = {std::clamp(scroll_.x(), 0.0, most), std::clamp(scroll_.y(), 0.0, most)};
    return layout;
}

int MatrixPlot::positionOf(int dataset) const { return data_.order.isEmpty() ? dataset : static_cast<int>(data_.order.indexOf(dataset)); }

QRectF MatrixPlot::cellRect(int row, int column) const {
    const Layout layout = layoutNow();
    const int r = positionOf(row), c = positionOf(column);
    if (r < 0 || c < 0 || r >= count() || c >= count()) return {};
    return layout.cellAt(r, c);
}

QPoint MatrixPlot::cellAt(const QPointF& place) const {
    const Layout layout = layoutNow();
    const auto find = [&](double at) {
        for (int p = 0; p < count(); ++p) {
            if (at >= layout.starts[p] && at < layout.starts[p] + layout.cell) return shown(p);
        }
        return -1;
    };
    if (!layout.area().contains(place)) return {-1, -1};
    const int column = find(place.x() - layout.left + layout.scroll.x()), row = find(place.y() - layout.top + layout.scroll.y());
    return row < 0 || column < 0 ? QPoint(-1, -1) : QPoint(column, row);
}

void MatrixPlot::setCurrent(int row, int column) {
    if (row == row_ && column == column_) return;
    row_ = row;
    column_ = column;
    showCurrent();
    setAccessibleDescription(row >= 0 && sentence ? sentence(row, column) : QString());
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    update();
    Q_EMIT currentChanged(row, column);
}

void MatrixPlot::mouseMoveEvent(QMouseEvent* event) {
    const QPoint cell = cellAt(event->position());
    if (cell.y() == hoverRow_ && cell.x() == hoverColumn_) return;
    hoverRow_ = cell.y();
    hoverColumn_ = cell.x();
    update();
}

void MatrixPlot::leaveEvent(QEvent*) {
    hoverRow_ = hoverColumn_ = -1;
    update();
}

void MatrixPlot::mousePressEvent(QMouseEvent* event) {
    setFocus();
    const QPoint cell = cellAt(event->position());
    if (cell.x() < 0) return;
    setCurrent(cell.y(), cell.x());
    Q_EMIT activated(row_, column_);
}

void MatrixPlot::mouseDoubleClickEvent(QMouseEvent*) {
    zoom_ = 1;
    scroll_ = {};
    update();
}

void MatrixPlot::wheelEvent(QWheelEvent* event) {
    const QPoint turned = event->angleDelta();
    if (event->modifiers() & Qt::ControlModifier) return zoomAt(event->position(), turned.y() > 0 ? kZoomStep : 1 / kZoomStep);
    if (zoom_ <= 1) return event->ignore();
    scroll_ = layoutNow().scroll - (event->modifiers() & Qt::ShiftModifier ? QPointF(turned.y(), turned.x()) : QPointF(turned));
    scroll_ = layoutNow().scroll;
    update();
}

void MatrixPlot::zoomAt(const QPointF& place, double factor) {
    const Layout before = layoutNow();
    const QPointF inside = place - QPointF(before.left, before.top) + before.scroll;
    zoom_ = std::clamp(zoom_ * factor, 1.0, std::max(6.0, count() / 8.0));
    const double grown = layoutNow().cell / before.cell;
    scroll_ = inside * grown - (place - QPointF(before.left, before.top));
    scroll_ = layoutNow().scroll;
    update();
}

/// Scrolls until the chosen cell is in sight.
void MatrixPlot::showCurrent() {
    const Layout layout = layoutNow();
    const int r = positionOf(row_), c = positionOf(column_);
    if (r < 0 || c < 0 || r >= count() || c >= count()) return;
    const auto reach = [&](double from, double now) { return std::clamp(now, from + layout.cell - layout.view, from); };
    scroll_ = {reach(layout.starts[c], layout.scroll.x()), reach(layout.starts[r], layout.scroll.y())};
}

void MatrixPlot::keyPressEvent(QKeyEvent* event) {
    if (count() == 0) return QWidget::keyPressEvent(event);
    int r = row_ < 0 ? 0 : positionOf(row_), c = column_ < 0 ? 0 : positionOf(column_);
    const bool fresh = row_ < 0;
    switch (event->key()) {
        case Qt::Key_Left: c -= fresh ? 0 : 1; break;
        case Qt::Key_Right: c += fresh ? 0 : 1; break;
        case Qt::Key_Up: r -= fresh ? 0 : 1; break;
        case Qt::Key_Down: r += fresh ? 0 : 1; break;
        case Qt::Key_Home: c = 0; break;
        case Qt::Key_End: c = count() - 1; break;
        case Qt::Key_Plus:
        case Qt::Key_Minus: {
            const QPointF middle = row_ >= 0 ? cellRect(row_, column_).center() : layoutNow().area().center();
            return zoomAt(middle, event->key() == Qt::Key_Plus ? kZoomStep : 1 / kZoomStep);
        }
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (row_ >= 0) Q_EMIT activated(row_, column_);
            return;
        case Qt::Key_Space:
            if (column_ >= 0) Q_EMIT ticked(column_);
            return;
        default: return QWidget::keyPressEvent(event);
    }
    setCurrent(shown(std::clamp(r, 0, count() - 1)), shown(std::clamp(c, 0, count() - 1)));
}

}  // namespace consort
