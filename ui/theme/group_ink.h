#pragma once
// How a group is told apart everywhere: colour, number, dash and marker together, never colour alone.
#include <QColor>
#include <QString>
#include <Qt>

class QPainter;
class QRectF;
class QPointF;

namespace consort {

/// `group` from 0; beyond 8 colours repeat and the number decides. A negative one is no group: text2.
QColor groupInk(int group);
Qt::PenStyle groupDash(int group);  ///< solid, dash, dot, dash-dot
/// Numbered chip in the group's colour; `label` where it is more than the number ("2b").
void drawGroupChip(QPainter& painter, const QRectF& place, int group, const QString& label = {});
/// Disc, square, triangle, diamond; hollow from the fifth group on.
void drawGroupMarker(QPainter& painter, const QPointF& centre, double size, int group);

}  // namespace consort
