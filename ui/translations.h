#pragma once
// The window's languages.
#include <QString>
#include <QStringList>

class QApplication;

namespace consort {

/// Codes with a whole translation: "en", "de", "es", "fr", "zh", "ja".
QStringList languages();
/// "Deutsch": as its speakers call it.
QString languageTitle(const QString& code);
/// Loads a language's texts, and Qt's own, in the place of those loaded before; empty: the system's. "pseudo": every text lengthened and accented, to find what is clipped.
void installTranslations(QApplication& application, const QString& language);

}  // namespace consort
