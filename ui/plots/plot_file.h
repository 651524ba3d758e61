#pragma once
// A plot as a file: the picture as it is on screen, or its numbers.
#include <QString>

class QWidget;

namespace consort {

/// By the file's ending: png (twice the size on screen), svg, pdf; any other: `csv`. False where it could not be written.
bool savePlot(QWidget& plot, const QString& csv, const QString& file);

}  // namespace consort
