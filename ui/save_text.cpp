#include "ui/save_text.h"

#include <QSaveFile>

namespace consort {

QString saveText(const QString& file, const QString& text) {
    QSaveFile out(file);
    const bool written = out.open(QIODevice::WriteOnly) && out.write(text.toUtf8()) >= 0 && out.commit();
    return written ? QString() : out.errorString();
}

}  // namespace consort
