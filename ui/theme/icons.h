#pragma once
// The window's icons: one-ink drawings, coloured from the theme when they are painted.
#include <QColor>
#include <QIcon>
#include <QRectF>
#include <QString>

class QPainter;

namespace consort {

/// Icon of resources/icons by name ("dataset"): ink of the text, follows the theme. `onFill`: for primary buttons.
QIcon icon(const QString& name, bool onFill = false);
/// Paints an icon into `place` with one ink.
void drawIcon(QPainter& painter, const QString& name, const QColor& ink, const QRectF& place);
bool hasIcon(const QString& name);

}  // namespace consort
