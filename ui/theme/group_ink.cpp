#include "ui/theme/group_ink.h"

#include <QPainter>
#include <QPolygonF>

#include "ui/theme/theme.h"

namespace consort {

QColor groupInk(int group) { return group < 0 ? inks().text2 : inks().groups[static_cast<std::size_t>(group) % inks().groups.size()]; }

Qt::PenStyle groupDash(int group) {
    static constexpr Qt::PenStyle kDashes[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    return kDashes[std::max(0, group) % 4];
}

void drawGroupChip(QPainter& painter, const QRectF& place, int group, const QString& label) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(groupInk(group));
    painter.drawRoundedRect(place, theme().u(0.75), theme().u(0.75));
    QFont font = theme().small();
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(readableOn(groupInk(group)));
    painter.drawText(place, Qt::AlignCenter, label.isEmpty() ? QString::number(group + 1) : label);
    painter.restore();
}

void drawGroupMarker(QPainter& painter, const QPointF& centre, double size, int group) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hollow = group % 8 >= 4;
    painter.setPen(QPen(groupInk(group), 1.5));
    painter.setBrush(hollow ? QBrush(inks().surface) : QBrush(groupInk(group)));
    const double h = size / 2;
    const QPolygonF triangle({centre + QPointF(0, -h), centre + QPointF(h, h), centre + QPointF(-h, h)});
    const QPolygonF diamond({centre + QPointF(0, -h), centre + QPointF(h, 0), centre + QPointF(0, h), centre + QPointF(-h, 0)});
    switch (std::max(0, group) % 4) {
        case 0: painter.drawEllipse(centre, h, h); break;
        case 1: painter.drawRect(QRectF(centre.x() - h, centre.y() - h, size, size)); break;
        case 2: painter.drawPolygon(triangle); break;
        default: painter.drawPolygon(diamond);
    }
    painter.restore();
}

}  // namespace consort
