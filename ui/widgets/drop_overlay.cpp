#include "ui/widgets/drop_overlay.h"

#include <QPainter>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace consort {

constexpr int kLinesShown = 8;

DropOverlay::DropOverlay(QWidget* parent) : QWidget(parent) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropOverlay::showNames(const QStringList& names) {
    QVector<DropLine> lines;
    for (const QString& name : names) lines.push_back({QStringLiteral("file"), name, {}, true});
    showLines(tr("Add %n items", nullptr, static_cast<int>(names.size())), lines);
}

void DropOverlay::showLines(const QString& title, const QVector<DropLine>& lines) {
    title_ = title;
    lines_ = lines;
    setAccessibleName(title);
    setGeometry(parentWidget()->rect());
    show();
    raise();
    update();
}

void DropOverlay::drawLine(QPainter& painter, const DropLine& line, const QRectF& place) {
    painter.fillRect(QRectF(place.left() + theme().u(4), place.top(), place.width() - theme().u(8), 1), inks().line);
    drawIcon(painter, line.icon, inks().text, QRectF(place.left() + theme().u(5), place.top() + place.height() / 2 - theme().u(2), theme().u(4), theme().u(4)));
    drawIcon(painter, line.understood ? QStringLiteral("done") : QStringLiteral("warning"), line.understood ? inks().ok : inks().warn,
             QRectF(place.right() - theme().u(9), place.top() + place.height() / 2 - theme().u(2), theme().u(4), theme().u(4)));
    const QRectF text(place.left() + theme().u(12), place.top(), place.width() - theme().u(24), place.height());
    painter.setFont(theme().strong());
    painter.setPen(inks().text);
    painter.drawText(line.text.isEmpty() ? text : text.adjusted(0, 0, 0, -place.height() / 2), Qt::AlignLeft | (line.text.isEmpty() ? Qt::AlignVCenter : Qt::AlignBottom),
                     QFontMetricsF(painter.font()).elidedText(line.title, Qt::ElideMiddle, text.width()));
    painter.setFont(theme().small());
    painter.setPen(line.understood ? inks().text2 : inks().warn);
    painter.drawText(text.adjusted(0, place.height() / 2, 0, 0), Qt::AlignLeft | Qt::AlignTop, QFontMetricsF(painter.font()).elidedText(line.text, Qt::ElideRight, text.width()));
}

void DropOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor veil = inks().surface;
    veil.setAlphaF(0.75f);
    painter.fillRect(rect(), veil);
    painter.setPen(QPen(inks().accent, 2, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(theme().u(2), theme().u(2), -theme().u(2), -theme().u(2)), theme().u(2), theme().u(2));
    const int shown = std::min<int>(kLinesShown, static_cast<int>(lines_.size()));
    const double row = theme().u(11), tall = theme().u(16) + shown * row + theme().u(8) + (shown < lines_.size() ? theme().u(6) : 0), wide = theme().u(84);
    const QRectF card((width() - wide) / 2, (height() - tall) / 2, wide, tall);
    painter.setPen(QPen(inks().edge, 1));
    painter.setBrush(inks().surface);
    painter.drawRoundedRect(card, theme().u(1.5), theme().u(1.5));
    drawIcon(painter, QStringLiteral("import"), inks().accent, QRectF(card.left() + theme().u(5), card.top() + theme().u(5), theme().u(6), theme().u(6)));
    painter.setFont(theme().section());
    painter.setPen(inks().text);
    painter.drawText(QRectF(card.left() + theme().u(14), card.top() + theme().u(3), wide - theme().u(18), theme().u(10)), Qt::AlignVCenter, title_);
    double y = card.top() + theme().u(14);
    for (int k = 0; k < shown; ++k, y += row) {
        drawLine(painter, lines_[k], QRectF(card.left(), y, wide, row));
    }
    painter.setPen(inks().text2);
    painter.setFont(theme().small());
    if (shown < lines_.size()) {
        painter.drawText(QRectF(card.left(), y, wide, theme().u(6)), Qt::AlignCenter, tr("and %n more", nullptr, static_cast<int>(lines_.size()) - shown));
    }
    painter.drawText(QRectF(card.left(), card.bottom() - theme().u(8), wide, theme().u(6)), Qt::AlignCenter, tr("Let go to add. Esc cancels."));
}

}  // namespace consort
