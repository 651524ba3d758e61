#include <QPainter>
#include <cmath>

#include "ui/number_format.h"
#include "ui/plots/matrix_plot.h"
#include "ui/theme/group_ink.h"
#include "ui/theme/theme.h"

namespace consort {

constexpr double kSeparateCells = 6;  ///< pixels; smaller cells are drawn as one picture
constexpr double kNamedCells = 3.5;   ///< u; smaller cells have no room for names

/// Colour of a place on the scale, 0 … 1.
QColor MatrixPlot::shadeOf(double share) const { return data_.diverging ? between(inks().affinity, share) : between(inks().loss, share); }

double MatrixPlot::shareOf(double value) const { return data_.diverging ? (value / largest_ + 1) / 2 : value; }

QColor MatrixPlot::colourOf(double value) const { return std::isfinite(value) ? shadeOf(shareOf(value)) : inks().header; }

void MatrixPlot::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), inks().surface);
    if (count() == 0) return;
    painter.setRenderHint(QPainter::Antialiasing);
    const Layout layout = layoutNow();
    drawHeads(painter, layout);
    painter.save();
    painter.setClipRect(layout.area().adjusted(-2, -2, 2, 2));
    if (layout.cell > kSeparateCells) drawCells(painter, layout);
    else drawOverview(painter, layout);
    drawCurrent(painter);
    painter.restore();
    drawScale(painter, layout);
    drawHover(painter);
}

void MatrixPlot::drawHeads(QPainter& painter, const Layout& layout) const {
    painter.setFont(theme().small());
    painter.setPen(inks().text2);
    painter.drawText(QRectF(theme().u(3), theme().u(2), layout.left - theme().u(6), theme().u(10)), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, data_.caption);
    for (int p = 0; p < count(); ++p) {
        drawRowHead(painter, layout, p);
        drawColumnHead(painter, layout, p);
    }
}

void MatrixPlot::drawRowHead(QPainter& painter, const Layout& layout, int position) const {
    const double at = layout.top + layout.starts[position] - layout.scroll.y();
    if (at + layout.cell <= layout.top || at >= layout.top + layout.view) return;
    painter.save();
    painter.setClipRect(QRectF(0, layout.top, layout.left, layout.view + 1));
    const int dataset = shown(position), group = groupAt(position);
    if (layout.cell >= theme().u(kNamedCells)) {
        painter.setFont(dataset == row_ || dataset == column_ ? theme().strong() : theme().body());
        painter.setPen(inks().text);
        const QRectF head(theme().u(9), at, layout.left - theme().u(12), layout.cell);
        painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, QFontMetricsF(painter.font()).elidedText(data_.names[dataset], Qt::ElideRight, head.width()));
    }
    if (group >= 0) {
        const double bar = theme().u(1);
        painter.fillRect(QRectF(layout.left - bar - 2, at, bar, layout.cell), groupInk(group));
        if (position == 0 || groupAt(position - 1) != group) drawGroupChip(painter, QRectF(theme().u(3), at + 1, theme().u(4), theme().u(4)), group);
    }
    painter.restore();
}

void MatrixPlot::drawColumnHead(QPainter& painter, const Layout& layout, int position) const {
    const double at = layout.left + layout.starts[position] - layout.scroll.x();
    if (at + layout.cell <= layout.left || at >= layout.left + layout.view) return;
    painter.save();
    painter.setClipRect(QRectF(layout.left, 0, layout.view + 1, layout.top));
    const int dataset = shown(position), group = groupAt(position);
    if (layout.cell >= theme().u(kNamedCells)) {
        QString name = data_.names[dataset];
        painter.setFont(dataset == row_ || dataset == column_ ? theme().strong() : theme().small());
        painter.setPen(inks().text);
        const QRectF head(at, theme().u(1), layout.cell, layout.top - theme().u(3));
        if (QFontMetricsF(painter.font()).horizontalAdvance(name) > layout.cell) name.replace(QLatin1Char('_'), QStringLiteral("_\n"));
        painter.drawText(head, Qt::AlignHCenter | Qt::AlignBottom, name.contains(QLatin1Char('\n')) ? name : QFontMetricsF(painter.font()).elidedText(name, Qt::ElideRight, layout.cell + theme().u(1)));
    }
    if (group >= 0) painter.fillRect(QRectF(at, layout.top - theme().u(1) - 2, layout.cell, theme().u(1)), groupInk(group));
    painter.restore();
}

void MatrixPlot::drawCells(QPainter& painter, const Layout& layout) const {
    QFont plain = theme().plot(), strong = plain;
    strong.setWeight(QFont::DemiBold);
    const QString widest = data_.diverging ? QStringLiteral("+0.000") : QStringLiteral("100 %");
    const bool numbers = numbers_ && layout.cell >= QFontMetricsF(plain).horizontalAdvance(widest) + theme().u(1);
    const QRectF area = layout.area();
    for (int r = 0; r < count(); ++r) {
        for (int c = 0; c < count(); ++c) {
            const QRectF cell = layout.cellAt(r, c);
            if (!cell.intersects(area)) continue;
            const int row = shown(r), column = shown(c), at = row * count() + column;
            const double value = data_.value[at];
            const QColor back = colourOf(value);
            painter.fillRect(cell.adjusted(0, 0, -1, -1), back);
            if (row == column && !std::isfinite(value)) {
                painter.setPen(QPen(inks().line, 1));
                painter.drawLine(cell.topLeft(), cell.bottomRight());
            }
            if (!numbers || !std::isfinite(value)) continue;
            const bool open = !data_.low.isEmpty() && data_.low[at] <= 0 && data_.high[at] >= 0;
            painter.setFont(data_.diverging && std::abs(value) >= largest_ / 3 ? strong : plain);
            const QColor ink = readableOn(back);
            painter.setPen(open && contrast(inks().text2, back) >= 4.5 ? inks().text2 : ink);
            painter.drawText(cell, Qt::AlignCenter, data_.diverging ? signedText(value) : percentText(value, 0));
        }
    }
}

/// Where cells are too small to be told apart by edges: one pixel a cell, stretched between the separators.
void MatrixPlot::drawOverview(QPainter& painter, const Layout& layout) const {
    if (overview_.isNull()) {
        overview_ = QImage(count(), count(), QImage::Format_RGB32);
        constexpr int kShades = 1024;
        QVector<QRgb> shades;
        for (int k = 0; k <= kShades; ++k) shades << shadeOf(static_cast<double>(k) / kShades).rgb();
        for (int r = 0; r < count(); ++r) {
            auto* line = reinterpret_cast<QRgb*>(overview_.scanLine(r));
            for (int c = 0; c < count(); ++c) {
                const double value = data_.value[shown(r) * count() + shown(c)];
                line[c] = std::isfinite(value) ? shades[std::clamp(static_cast<int>(std::lround(shareOf(value) * kShades)), 0, kShades)] : inks().header.rgb();
            }
        }
    }
    QVector<int> edges{0};
    for (int p = 1; p < count(); ++p) {
        if (groupAt(p) != groupAt(p - 1)) edges << p;
    }
    edges << count();
    for (int r = 0; r + 1 < edges.size(); ++r) {
        for (int c = 0; c + 1 < edges.size(); ++c) {
            const int tall = edges[r + 1] - edges[r], wide = edges[c + 1] - edges[c];
            const QRectF first = layout.cellAt(edges[r], edges[c]);
            painter.drawImage(QRectF(first.topLeft(), QSizeF(wide * layout.cell, tall * layout.cell)), overview_, QRectF(edges[c], edges[r], wide, tall));
        }
    }
}

void MatrixPlot::drawCurrent(QPainter& painter) const {
    if (row_ < 0 || column_ < 0) return;
    const QRectF cell = cellRect(row_, column_);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(inks().surface, 4));
    painter.drawRect(cell.adjusted(2, 2, -2, -2));
    painter.setPen(QPen(hasFocus() ? inks().accent : inks().text, 2));
    painter.drawRect(cell);
}

void MatrixPlot::drawScale(QPainter& painter, const Layout& layout) const {
    const double x = layout.left + std::min(layout.extent, layout.view) + theme().u(4), wide = theme().u(3), tall = std::min(layout.extent, layout.view - theme().u(4));
    if (x + theme().u(16) > width() || tall < theme().u(20)) return;
    const double most = largest_;
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

void MatrixPlot::drawHover(QPainter& painter) const {
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
}

}  // namespace consort
