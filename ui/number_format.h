#pragma once
// How the window writes numbers.
#include <QString>

namespace consort::ui {

/// "1.2 GiB", "340 KiB": binary units, one decimal from 1 KiB on.
QString byteText(qint64 bytes);

}  // namespace consort::ui
