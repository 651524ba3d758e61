// The four drawn steps of the welcome page.
#include <QPainter>
#include <QPainterPath>
#include <cmath>

#include "ui/panels/welcome_page.h"
#include "ui/theme/group_ink.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

namespace consort {
namespace {

void drawDatasets(QPainter& painter, const QRectF& place) {
    static constexpr int kGroups[] = {0, 1, 0, 2, 3, 1};
    const double w = place.width() / 3.6, h = place.height() / 2.4;
    for (int k = 0; k < 6; ++k) {
        const QRectF card(place.left() + (k % 3) * w * 1.2, place.top() + (k / 3) * h * 1.25, w, h);
        painter.setPen(QPen(inks().axis, 1));
        painter.setBrush(inks().surface);
        painter.drawRoundedRect(card, 3, 3);
        for (int line = 0; line < 3; ++line) {
            painter.setPen(QPen(line == 0 ? groupInk(kGroups[k]) : inks().line, 2.5));
            const double y = card.top() + card.height() * (0.25 + 0.25 * line);
            painter.drawLine(QPointF(card.left() + w * 0.12, y), QPointF(card.left() + w * (line == 1 ? 0.85 : 0.6), y));
        }
    }
}

void drawMatrix(QPainter& painter, const QRectF& place) {
    static constexpr double kCells[6][6] = {{0, .6, .5, -.2, -.1, 0}, {.7, 0, .8, -.3, -.1, .1}, {.4, .6, 0, -.2, -.2, 0},
                                            {-.2, -.1, -.2, 0, .5, -.1}, {-.1, -.1, -.1, .9, 0, -.1}, {.1, .1, -.1, -.1, -.1, 0}};
    const double side = place.height() / 6;
    for (int r = 0; r < 6; ++r) {
        for (int c = 0; c < 6; ++c) painter.fillRect(QRectF(place.left() + c * side, place.top() + r * side, side - 1.5, side - 1.5), between(inks().affinity, (kCells[r][c] + 1) / 2));
    }
}

void drawGroups(QPainter& painter, const QRectF& place) {
    static constexpr double kDiscs[4][3] = {{0.16, 0.3, 0.28}, {0.5, 0.36, 0.32}, {0.3, 0.8, 0.13}, {0.72, 0.74, 0.26}};
    for (int g = 0; g < 4; ++g) {
        QColor back = groupInk(g);
        back.setAlphaF(0.15f);
        painter.setPen(QPen(groupInk(g), 1.2));
        painter.setBrush(back);
        const double radius = kDiscs[g][2] * place.height();
        const QPointF centre(place.left() + kDiscs[g][0] * place.width(), place.top() + kDiscs[g][1] * place.height());
        painter.drawEllipse(centre, radius, radius);
        painter.setBrush(groupInk(g));
        painter.setPen(Qt::NoPen);
        const int dots = g == 2 ? 1 : g == 3 ? 2 : 3;
        for (int d = 0; d < dots; ++d) {
            const double angle = 2.1 * d + g, reach = dots == 1 ? 0 : radius * 0.5;
            painter.drawEllipse(centre + QPointF(std::cos(angle) * reach, std::sin(angle) * reach), 3.2, 3.2);
        }
    }
}

void drawEnsemble(QPainter& painter, const QRectF& place) {
    const QRectF box(place.left() + place.width() * 0.68, place.center().y() - place.height() * 0.2, place.height() * 0.45, place.height() * 0.4);
    for (int g = 0; g < 4; ++g) {
        const QRectF start(place.left(), place.top() + g * place.height() / 3.7, place.height() * 0.28, place.height() * 0.16);
        painter.setPen(Qt::NoPen);
        painter.setBrush(groupInk(g));
        painter.drawRoundedRect(start, 3, 3);
        QPainterPath path(QPointF(start.right(), start.center().y()));
        const double middle = (start.right() + box.left()) / 2;
        path.cubicTo(middle, start.center().y(), middle, box.center().y(), box.left(), box.center().y());
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(groupInk(g), 3.5 - g * 0.7));
        painter.drawPath(path);
    }
    painter.setPen(QPen(inks().edge, 1.2));
    painter.setBrush(inks().surface);
    painter.drawRoundedRect(box, 4, 4);
    drawIcon(painter, QStringLiteral("box"), inks().text, QRectF(box.center().x() - theme().u(2), box.center().y() - theme().u(2), theme().u(4), theme().u(4)));
}

}  // namespace

HowItWorks::HowItWorks(QWidget* parent) : QFrame(parent) {
    setProperty("card", true);
    setAccessibleName(tr("How it works"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize HowItWorks::sizeHint() const { return {theme().u(200), theme().u(58)}; }

void HowItWorks::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double margin = theme().u(8), width = (this->width() - 2 * margin) / 4.0;
    painter.setFont(theme().section());
    painter.setPen(inks().text);
    painter.drawText(QRectF(margin, theme().u(4), 3 * width, theme().u(6)), Qt::AlignLeft | Qt::AlignVCenter, tr("How it works"));
    const QString titles[] = {tr("1  Drop datasets"), tr("2  See who helps whom"), tr("3  Choose the groups"), tr("4  Train and export")};
    const QString texts[] = {tr("Text, labels, chats or choices in any common file. Schema and splits are found for you."), tr("One gradient pass predicts every mixture. No training needed."),
                             tr("Move one slider. Score, time and memory are predicted for each choice."), tr("One adapter per group, weighted together, checked and ready to serve.")};
    using Draw = void (*)(QPainter&, const QRectF&);
    static constexpr Draw kDraw[] = {drawDatasets, drawMatrix, drawGroups, drawEnsemble};
    for (int k = 0; k < 4; ++k) {
        const double x = margin + k * width;
        painter.save();
        kDraw[k](painter, QRectF(x, theme().u(13), std::min(width * 0.62, static_cast<double>(theme().u(44))), theme().u(20)));
        painter.restore();
        painter.setFont(theme().section());
        painter.setPen(inks().text);
        painter.drawText(QRectF(x, theme().u(36), width - margin / 2, theme().u(6)), Qt::AlignLeft | Qt::AlignVCenter, titles[k]);
        painter.setFont(theme().body());
        painter.setPen(inks().text2);
        painter.drawText(QRectF(x, theme().u(42), width - margin / 2, theme().u(14)), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, texts[k]);
    }
}

}  // namespace consort
