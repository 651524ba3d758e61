#include "ui/plots/matrix_plot.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <cmath>

#include "ui/number_format.h"
#include "ui/theme/group_ink.h"
#include "ui/theme/theme.h"

namespace consort {

MatrixPlot::MatrixPlot(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Matrix"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void MatrixPlot::setData(const MatrixData& data) {
    if (data == data_) return;
    if (data.names != data_.names) row_ = column_ = -1;
    data_ = data;
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
    const double room = std::min(width() - layout.left - theme().u(22), height() - layout.top - theme().u(4)) - breaks * layout.gap;
    layout.cell = std::max(2.0, room / std::max(1, count()) * zoom_);
    double at = 0;
    for (int p = 0; p < count(); ++p) {
        if (p > 0 && !data_.group.isEmpty() && data_.group[shown(p)] != data_.group[shown(p - 1)]) at += layout.gap;
        layout.starts << at;
        at += layout.cell;
    }
    layout.extent = at;
    return layout;
}

int MatrixPlot::positionOf(int dataset) const { return data_.order.isEmpty() ? dataset : static_cast<int>(data_.order.indexOf(dataset)); }

QRectF MatrixPlot::cellRect(int row, int column) const {
    const Layout layout = layoutNow();
    const int r = positionOf(row), c = positionOf(column);
    if (r < 0 || c < 0 || r >= count() || c >= count()) return {};
    return {layout.left + layout.starts[c], layout.top + layout.starts[r], layout.cell, layout.cell};
}

QPoint MatrixPlot::cellAt(const QPointF& place) const {
    const Layout layout = layoutNow();
    const auto find = [&](double at) {
        for (int p = 0; p < count(); ++p) {
            if (at >= layout.starts[p] && at < layout.starts[p] + layout.cell) return shown(p);
        }
        return -1;
    };
    const int column = find(place.x() - layout.left), row = find(place.y() - layout.top);
    return row < 0 || column < 0 ? QPoint(-1, -1) : QPoint(column, row);
}

double MatrixPlot::largest() const {
    if (!data_.diverging) return 1;
    double most = 1e-12;
    for (const double value : data_.value) {
        if (std::isfinite(value)) most = std::max(most, std::abs(value));
    }
    return most;
}

QColor MatrixPlot::colourOf(double value) const {
    if (!std::isfinite(value)) return inks().header;
    return data_.diverging ? between(inks().affinity, (value / largest() + 1) / 2) : between(inks().loss, value);
}

void MatrixPlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), inks().surface);
    if (count() == 0) return;
    painter.setRenderHint(QPainter::Antialiasing);
    const Layout layout = layoutNow();
    drawHeads(painter, layout);
    drawCells(painter, layout);
    drawScale(painter, layout);
    drawHover(painter, layout);
}

void MatrixPlot::drawHeads(QPainter& painter, const Layout& layout) const {
    painter.setFont(theme().small());
    painter.setPen(inks().text2);
    painter.drawText(QRectF(theme().u(3), theme().u(2), layout.left - theme().u(6), theme().u(10)), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, data_.caption);
    const double bar = theme().u(1);
    for (int p = 0; p < count(); ++p) {
        const int dataset = shown(p), group = data_.group.isEmpty() ? -1 : data_.group[dataset];
        const bool chosen = dataset == row_ || dataset == column_;
        painter.setFont(chosen ? theme().strong() : theme().body());
        painter.setPen(inks().text);
        if (layout.cell >= theme().u(3.5)) {
            const QRectF rowHead(theme().u(9), layout.top + layout.starts[p], layout.left - theme().u(12), layout.cell);
            painter.drawText(rowHead, Qt::AlignRight | Qt::AlignVCenter, QFontMetricsF(painter.font()).elidedText(data_.names[dataset], Qt::ElideRight, rowHead.width()));
            QString head = data_.names[dataset];
            painter.setFont(chosen ? theme().strong() : theme().small());
            const QRectF columnHead(layout.left + layout.starts[p], theme().u(1), layout.cell, layout.top - theme().u(3));
            if (QFontMetricsF(painter.font()).horizontalAdvance(head) > layout.cell) head.replace(QLatin1Char('_'), QStringLiteral("_\n"));
            painter.drawText(columnHead, Qt::AlignHCenter | Qt::AlignBottom, head.contains(QLatin1Char('\n')) ? head : QFontMetricsF(painter.font()).elidedText(head, Qt::ElideRight, layout.cell + theme().u(1)));
        }
        if (group < 0) continue;
        painter.fillRect(QRectF(layout.left + layout.starts[p], layout.top - bar - 2, layout.cell, bar), groupInk(group));
        painter.fillRect(QRectF(layout.left - bar - 2, layout.top + layout.starts[p], bar, layout.cell), groupInk(group));
        const bool first = p == 0 || data_.group[shown(p - 1)] != group;
        if (first) drawGroupChip(painter, QRectF(theme().u(3), layout.top + layout.starts[p] + 1, theme().u(4), theme().u(4)), group);
    }
}

void MatrixPlot::drawCells(QPainter& painter, const Layout& layout) const {
    const double most = largest();
    QFont plain = theme().plot(), strong = plain;
    strong.setWeight(QFont::DemiBold);
    const QString widest = data_.diverging ? QStringLiteral("+0.000") : QStringLiteral("100 %");
    const bool numbers = numbers_ && layout.cell >= QFontMetricsF(plain).horizontalAdvance(widest) + theme().u(1);
    for (int r = 0; r < count(); ++r) {
        for (int c = 0; c < count(); ++c) {
            const int row = shown(r), column = shown(c), at = row * count() + column;
            const double value = data_.value[at];
            const QRectF cell(layout.left + layout.starts[c], layout.top + layout.starts[r], layout.cell, layout.cell);
            const QColor back = colourOf(value);
            painter.fillRect(layout.cell > 6 ? cell.adjusted(0, 0, -1, -1) : cell, back);
            if (row == column && !std::isfinite(value)) {
                painter.setPen(QPen(inks().line, 1));
                painter.drawLine(cell.topLeft(), cell.bottomRight());
            }
            if (!numbers || !std::isfinite(value)) continue;
            const bool open = !data_.low.isEmpty() && data_.low[at] <= 0 && data_.high[at] >= 0;
            painter.setFont(data_.diverging && std::abs(value) >= most / 3 ? strong : plain);
            const QColor ink = readableOn(back);
            painter.setPen(open && contrast(inks().text2, back) >= 4.5 ? inks().text2 : ink);
            painter.drawText(cell, Qt::AlignCenter, data_.diverging ? signedText(value) : percentText(value, 0));
        }
    }
    if (row_ >= 0 && column_ >= 0) {
        const QRectF cell = cellRect(row_, column_);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(inks().surface, 4));
        painter.drawRect(cell.adjusted(2, 2, -2, -2));
        painter.setPen(QPen(hasFocus() ? inks().accent : inks().text, 2));
        painter.drawRect(cell);
    }
}

void MatrixPlot::drawScale(QPainter& painter, const Layout& layout) const {
    const double x = layout.left + layout.extent + theme().u(4), wide = theme().u(3), tall = std::min(layout.extent, height() - layout.top - theme().u(8));
    if (x + theme().u(16) > width() || tall < theme().u(20)) return;
    const double most = largest();
    for (int k = 0; k < static_cast<int>(tall); ++k) {
        const double share = 1 - k / tall;
        painter.fillRect(QRectF(x, layout.top + k, wide, 1.5), colourOf(data_.diverging ? most * (2 * share - 1) : share));
    }
    painter.setFont(theme().plot());
    painter.setPen(inks().text2);
    for (int tick = 0; tick <= 4; ++tick) {
        const double share = 1 - tick / 4.0, value = data_.diverging ? most * (2 * share - 1) : share;
        painter.drawText(QRectF(x + wide + theme().u(1), layout.top + tall * tick / 4 - theme().u(3), theme().u(18), theme().u(6)), Qt::AlignLeft | Qt::AlignVCenter,
                         data_.diverging ? signedText(value, most < 0.1 ? 3 : 2) : percentText(value, 0));
    }
    if (!data_.diverging) return;
    painter.setFont(theme().small());
    painter.setPen(inks().text);
    painter.drawText(QRectF(x - theme().u(2), layout.top - theme().u(8), theme().u(20), theme().u(5)), Qt::AlignLeft, tr("helps"));
    painter.drawText(QRectF(x - theme().u(2), layout.top + tall + theme().u(2), theme().u(20), theme().u(5)), Qt::AlignLeft, tr("hurts"));
}

void MatrixPlot::drawHover(QPainter& painter, const Layout& layout) const {
    if (hoverRow_ < 0 || hoverColumn_ < 0 || !sentence) return;
    const QString title = sentence(hoverRow_, hoverColumn_), more = details ? details(hoverRow_, hoverColumn_) : QString();
    const QFontMetricsF strong(theme().strong()), plain(theme().body());
    const QStringList lines = more.isEmpty() ? QStringList() : more.split(QLatin1Char('\n'));
    double wide = strong.horizontalAdvance(title);
    for (const QString& line : lines) wide = std::max(wide, plain.horizontalAdvance(line));
    wide += theme().u(6);
    const double tall = theme().u(8) + lines.size() * theme().u(5);
    const QRectF cell = cellRect(hoverRow_, hoverColumn_);
    QRectF card(cell.right() + theme().u(1), cell.bottom() + theme().u(1), wide, tall);
    if (card.right() > width()) card.moveRight(std::max(wide, cell.left() - theme().u(1)));
    if (card.bottom() > height()) card.moveBottom(cell.top() - theme().u(1));
    if (card.left() < 0) card.moveLeft(0);
    painter.setPen(QPen(inks().edge, 1));
    painter.setBrush(inks().surface);
    painter.drawRoundedRect(card, theme().u(1.5), theme().u(1.5));
    painter.setFont(theme().strong());
    painter.setPen(inks().text);
    painter.drawText(card.adjusted(theme().u(3), theme().u(1), 0, 0), Qt::AlignLeft | Qt::AlignTop, title);
    painter.setFont(theme().body());
    painter.setPen(inks().text2);
    for (int k = 0; k < lines.size(); ++k) painter.drawText(QPointF(card.left() + theme().u(3), card.top() + theme().u(10) + k * theme().u(5)), lines[k]);
    Q_UNUSED(layout);
}

void MatrixPlot::setCurrent(int row, int column) {
    if (row == row_ && column == column_) return;
    row_ = row;
    column_ = column;
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
    update();
}

void MatrixPlot::wheelEvent(QWheelEvent* event) {
    if (!(event->modifiers() & Qt::ControlModifier)) return event->ignore();
    zoom_ = std::clamp(zoom_ * (event->angleDelta().y() > 0 ? 1.15 : 1 / 1.15), 0.5, 6.0);
    update();
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
        case Qt::Key_Plus: zoom_ = std::min(6.0, zoom_ * 1.15); return update();
        case Qt::Key_Minus: zoom_ = std::max(0.5, zoom_ / 1.15); return update();
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
