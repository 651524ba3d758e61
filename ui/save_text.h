#pragma once
// A text that a person saves.
#include <QString>

namespace consort {

/// Writes the whole file or leaves it as it was. Returns the system's reason where it could not, else an empty text.
QString saveText(const QString& file, const QString& text);

}  // namespace consort
