#include "ui/number_format.h"

#include <QLocale>

namespace consort::ui {

QString byteText(qint64 bytes) { return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat); }

}  // namespace consort::ui
