#include "ui/widgets/cell_delegate.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <cmath>

#include "ui/models/cell_table.h"
#include "ui/theme/group_ink.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace consort {
namespace {

QColor chipBack(const QString& chip) {
    if (chip == QLatin1String("ok")) return inks().okBack;
    if (chip == QLatin1String("warn")) return inks().warnBack;
    if (chip == QLatin1String("error")) return inks().errorBack;
    return inks().hover;
}

QColor chipInk(const QString& chip) {
    if (chip == QLatin1String("plain")) return inks().text2;
    return inkNamed(chip);
}

QFont fontOf(const Cell& cell) { return cell.strong ? theme().strong() : theme().body(); }

/// Figures sit on a fixed advance so that columns of numbers line up.
void drawNumber(QPainter& painter, const QRectF& place, const QString& text) {
    const QFontMetricsF metrics(painter.font());
    const double digit = metrics.horizontalAdvance(QLatin1Char('0'));
    double x = place.right();
    for (int k = static_cast<int>(text.size()) - 1; k >= 0; --k) {
        const double width = text[k].isDigit() ? digit : metrics.horizontalAdvance(text[k]);
        x -= width;
        painter.drawText(QRectF(x, place.top(), width, place.height()), Qt::AlignCenter, QString(text[k]));
    }
}

void drawBar(QPainter& painter, const QRectF& place, double share, const QColor& ink) {
    const double height = theme().u(1.25);
    const QRectF back(place.left(), place.center().y() - height / 2, place.width(), height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(inks().line);
    painter.drawRoundedRect(back, height / 2, height / 2);
    painter.setBrush(ink);
    if (share > 0) painter.drawRoundedRect(QRectF(back.left(), back.top(), std::max(height, back.width() * std::min(1.0, share)), height), height / 2, height / 2);
}

void drawShares(QPainter& painter, QRectF place, const QVector<double>& shares) {
    const double height = theme().u(2);
    double x = place.left(), total = 0;
    for (const double share : shares) total += share;
    for (int k = 0; k < shares.size() && total > 0; ++k) {
        const double width = place.width() * shares[k] / total;
        QColor ink = inks().fill;
        if (k % 2) ink.setAlphaF(0.5f);
        painter.fillRect(QRectF(x, place.center().y() - height / 2, std::max(1.0, width - 1), height), ink);
        x += width;
    }
}

void drawHistogram(QPainter& painter, const QRectF& place, const QVector<double>& bins) {
    const double height = theme().u(4), width = place.width() / static_cast<double>(std::max<qsizetype>(1, bins.size()));
    double most = 0;
    for (const double bin : bins) most = std::max(most, bin);
    for (int k = 0; k < bins.size() && most > 0; ++k) {
        const double tall = bins[k] > 0 ? std::max(1.0, height * bins[k] / most) : 0;
        painter.fillRect(QRectF(place.left() + k * width, place.center().y() + height / 2 - tall, std::max(1.0, width - 1), tall), inks().axis);
    }
}

void drawInterval(QPainter& painter, const QRectF& place, const QVector<double>& interval, const QColor& ink) {
    const double low = interval[3], span = std::max(1e-12, interval[4] - interval[3]);
    const auto x = [&](double value) { return place.left() + place.width() * std::clamp((value - low) / span, 0.0, 1.0); };
    const double y = place.center().y();
    painter.setPen(QPen(inks().line, 1));
    painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y));
    painter.setPen(QPen(ink, 2));
    if (interval[1] < low) {
        const double h = theme().u(0.75);
        painter.drawLine(QPointF(place.left() + h, y - h), QPointF(place.left(), y));
        painter.drawLine(QPointF(place.left(), y), QPointF(place.left() + h, y + h));
        return;
    }
    painter.drawLine(QPointF(x(interval[0]), y), QPointF(x(interval[2]), y));
    painter.drawLine(QPointF(x(interval[1]), y - theme().u(0.75)), QPointF(x(interval[1]), y + theme().u(0.75)));
}

void drawGain(QPainter& painter, const QRectF& place, double gain) {
    const double middle = place.left() + place.width() / 3, reach = gain >= 0 ? place.right() - middle : middle - place.left();
    const double height = theme().u(2), width = std::abs(gain) * reach;
    painter.fillRect(QRectF(gain >= 0 ? middle : middle - width, place.center().y() - height / 2, width, height), gain >= 0 ? inks().affinity[4] : inks().affinity[0]);
    painter.setPen(QPen(inks().axis, 1));
    painter.drawLine(QPointF(middle, place.center().y() - height), QPointF(middle, place.center().y() + height));
}

/// Space left of the text: check box, group chip, icon.
double drawLead(QPainter& painter, const QRectF& place, const Cell& cell, const QWidget* widget, bool enabled) {
    const double side = theme().u(4), gap = theme().u(1.5);
    double x = place.left();
    const QRectF square(x, place.center().y() - side / 2, side, side);
    if (cell.checked) {
        QStyleOptionButton box;
        box.rect = square.toRect();
        box.state = (enabled ? QStyle::State_Enabled : QStyle::State_None) | (*cell.checked ? QStyle::State_On : QStyle::State_Off);
        painter.setPen(QPen(*cell.checked ? inks().fill : inks().edge, 1));
        painter.setBrush(*cell.checked ? inks().fill : inks().surface);
        painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        if (*cell.checked) drawIcon(painter, QStringLiteral("check"), inks().onFill, square);
        x += side + gap;
    }
    if (cell.group >= 0 && !cell.progress) {
        drawGroupChip(painter, square.translated(x - place.left(), 0), cell.group);
        x += side + gap;
    }
    if (!cell.icon.isEmpty()) {
        drawIcon(painter, cell.icon, cell.ink.isEmpty() ? inks().text : inkNamed(cell.ink), square.translated(x - place.left(), 0));
        x += side + gap;
    }
    Q_UNUSED(widget);
    return x;
}

/// Right part of a cell that also has a picture; the picture takes the left.
QRectF drawPicture(QPainter& painter, const QRectF& place, const Cell& cell) {
    const QRectF left(place.left(), place.top(), std::min(place.width() * 0.5, static_cast<double>(theme().u(18))), place.height());
    if (cell.progress) drawBar(painter, left, *cell.progress, cell.group >= 0 ? groupInk(cell.group) : inks().fill);
    else if (!cell.shares.isEmpty()) drawShares(painter, left, cell.shares);
    else if (!cell.histogram.isEmpty()) drawHistogram(painter, left, cell.histogram);
    else if (cell.gain) drawGain(painter, left, *cell.gain);
    else return place;
    return QRectF(left.right() + theme().u(2), place.top(), place.right() - left.right() - theme().u(2), place.height());
}

void drawChip(QPainter& painter, QRectF place, const Cell& cell) {
    QFont font = theme().small();
    font.setWeight(QFont::Medium);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    const double side = cell.icon.isEmpty() ? 0 : theme().u(3.5) + theme().u(1);
    const double width = std::min(place.width(), metrics.horizontalAdvance(cell.text) + theme().u(3) + side), height = metrics.height() + theme().u(1);
    QRectF chip(place.left(), place.center().y() - height / 2, width, height);
    painter.setPen(Qt::NoPen);
    painter.setBrush(chipBack(cell.chip));
    painter.drawRoundedRect(chip, theme().u(), theme().u());
    if (side > 0) drawIcon(painter, cell.icon, chipInk(cell.chip), QRectF(chip.left() + theme().u(), chip.center().y() - theme().u(1.75), theme().u(3.5), theme().u(3.5)));
    painter.setPen(chipInk(cell.chip));
    painter.drawText(chip.adjusted(theme().u(1.5) + side, 0, -theme().u(), 0), Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(cell.text, Qt::ElideRight, chip.width() - theme().u(2.5) - side));
}

void drawTexts(QPainter& painter, QRectF place, const Cell& cell, Qt::Alignment align) {
    painter.setFont(fontOf(cell));
    painter.setPen(inkNamed(cell.ink));
    if (!cell.second.isEmpty() || !cell.interval.isEmpty()) place.setBottom(place.center().y() + theme().u(0.5));
    const QString shown = QFontMetricsF(painter.font()).elidedText(cell.text, Qt::ElideRight, place.width());
    const bool number = (align & Qt::AlignRight) && shown == cell.text;
    if (number) drawNumber(painter, place, shown);
    else painter.drawText(place, align | Qt::AlignVCenter, shown);
    if (cell.second.isEmpty()) return;
    painter.setFont(theme().small());
    painter.setPen(inks().text2);
    const QRectF below = place.translated(0, place.height());
    painter.drawText(below, align | Qt::AlignVCenter, QFontMetricsF(painter.font()).elidedText(cell.second, Qt::ElideRight, below.width()));
}

}  // namespace

QColor inkNamed(const QString& name) {
    if (name == QLatin1String("text2")) return inks().text2;
    if (name == QLatin1String("ok")) return inks().ok;
    if (name == QLatin1String("warn")) return inks().warn;
    if (name == QLatin1String("error")) return inks().error;
    if (name == QLatin1String("accent")) return inks().accent;
    return inks().text;
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Cell cell = index.data(CellTableModel::CellRole).value<Cell>();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state & QStyle::State_Selected, hovered = option.state & QStyle::State_MouseOver;
    const bool active = option.widget && option.widget->hasFocus();
    if (selected) painter->fillRect(option.rect, active ? inks().selected : inks().hover);
    else if (index.data(CellTableModel::ToneRole).toString() == QLatin1String("error")) painter->fillRect(option.rect, inks().errorBack);
    else if (hovered) painter->fillRect(option.rect, inks().hover);
    painter->setPen(QPen(inks().line, 1));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (index.data(CellTableModel::RuledRole).toBool()) {
        painter->setPen(QPen(inks().axis, 1));
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
    }
    QRectF place = QRectF(option.rect).adjusted(theme().u(2), 0, -theme().u(2), -1);
    if (!cell.chip.isEmpty()) {
        drawChip(*painter, place, cell);
        painter->restore();
        return;
    }
    if (!cell.interval.isEmpty()) {
        const QRectF bar(place.left(), place.center().y() + theme().u(0.75), place.width(), place.height() / 2 - theme().u(1.5));
        drawInterval(*painter, bar, cell.interval, cell.strong ? inks().accent : inkNamed(cell.ink));
    }
    place.setLeft(drawLead(*painter, place, cell, option.widget, option.state & QStyle::State_Enabled));
    place = drawPicture(*painter, place, cell);
    drawTexts(*painter, place, cell, Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()) & Qt::AlignHorizontal_Mask);
    if ((option.state & QStyle::State_HasFocus) && active) {
        painter->setPen(QPen(inks().accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(QRectF(option.rect).adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const Cell cell = index.data(CellTableModel::CellRole).value<Cell>();
    double width = QFontMetricsF(fontOf(cell)).horizontalAdvance(cell.text);
    if (!cell.second.isEmpty()) width = std::max(width, QFontMetricsF(theme().small()).horizontalAdvance(cell.second));
    const double lead = theme().u(5.5) * ((cell.group >= 0 ? 1 : 0) + (cell.checked ? 1 : 0) + (cell.icon.isEmpty() ? 0 : 1));
    const bool picture = cell.progress || cell.gain || !cell.shares.isEmpty() || !cell.histogram.isEmpty();
    const double tall = !cell.second.isEmpty() || !cell.interval.isEmpty() ? 11 : 7;
    return {static_cast<int>(std::ceil(width + lead + (picture ? theme().u(16) : 0))) + theme().u(5), theme().u(tall)};
}

bool CellDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem&, const QModelIndex& index) {
    const QVariant state = index.data(Qt::CheckStateRole);
    if (!state.isValid()) return false;
    const bool clicked = event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton;
    const bool spaced = event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
    if (!clicked && !spaced) return false;
    return model->setData(index, state.toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

}  // namespace consort
