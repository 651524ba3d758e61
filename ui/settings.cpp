#include "ui/settings.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QSettings>

namespace consort {
namespace {

constexpr int kRecent = 10;
bool ignoring = false;

QVariant stored(const QString& name, const QVariant& fallback = {}) { return ignoring ? fallback : QSettings().value(name, fallback); }

void store(const QString& name, const QVariant& value) {
    if (!ignoring) QSettings().setValue(name, value);
}

QString recentKey(const QString& folder, const char* what) {
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha1).toHex().left(12);
    return QStringLiteral("Recent/%1_%2").arg(QString::fromLatin1(hash), QLatin1String(what));
}

}  // namespace

void Settings::ignore(bool ignored) { ignoring = ignored; }

ThemeMode Settings::themeMode() {
    const QString mode = stored(QStringLiteral("View/theme")).toString();
    return mode == QLatin1String("light") ? ThemeMode::Light : mode == QLatin1String("dark") ? ThemeMode::Dark : ThemeMode::System;
}

void Settings::setThemeMode(ThemeMode mode) {
    store(QStringLiteral("View/theme"), mode == ThemeMode::Light ? QStringLiteral("light") : mode == ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("system"));
}

double Settings::pointSize() { return stored(QStringLiteral("View/pointSize"), 0).toDouble(); }
void Settings::setPointSize(double points) { store(QStringLiteral("View/pointSize"), points); }
bool Settings::reducedMotion() { return stored(QStringLiteral("View/reducedMotion"), false).toBool(); }
void Settings::setReducedMotion(bool reduced) { store(QStringLiteral("View/reducedMotion"), reduced); }
QString Settings::language() { return stored(QStringLiteral("View/language")).toString(); }
void Settings::setLanguage(const QString& language) { store(QStringLiteral("View/language"), language); }
QByteArray Settings::geometry() { return stored(QStringLiteral("MainWindow/geometry")).toByteArray(); }
QByteArray Settings::windowState() { return stored(QStringLiteral("MainWindow/windowState")).toByteArray(); }

void Settings::setWindow(const QByteArray& geometry, const QByteArray& state) {
    store(QStringLiteral("MainWindow/geometry"), geometry);
    store(QStringLiteral("MainWindow/windowState"), state);
}

QStringList Settings::recent() { return stored(QStringLiteral("Recent/folders")).toStringList(); }

void Settings::addRecent(const QString& folder, const QString& state) {
    QStringList folders = recent();
    folders.removeAll(folder);
    folders.prepend(folder);
    while (folders.size() > kRecent) folders.removeLast();
    store(QStringLiteral("Recent/folders"), folders);
    store(recentKey(folder, "state"), state);
    store(recentKey(folder, "time"), QDateTime::currentDateTime().toString(Qt::ISODate));
}

QString Settings::recentState(const QString& folder) { return stored(recentKey(folder, "state")).toString(); }
QString Settings::recentTime(const QString& folder) { return stored(recentKey(folder, "time")).toString(); }
void Settings::clearRecent() { store(QStringLiteral("Recent/folders"), QStringList{}); }

void Settings::forgetRecent(const QString& folder) {
    QStringList folders = recent();
    folders.removeAll(folder);
    store(QStringLiteral("Recent/folders"), folders);
}

QString Settings::shortcut(const QString& command) { return stored(QStringLiteral("Shortcuts/") + command).toString(); }
void Settings::setShortcut(const QString& command, const QString& keys) { store(QStringLiteral("Shortcuts/") + command, keys); }
bool Settings::tourSeen() { return stored(QStringLiteral("Help/tourSeen"), false).toBool(); }
void Settings::setTourSeen(bool seen) { store(QStringLiteral("Help/tourSeen"), seen); }

void Settings::reset() {
    if (!ignoring) QSettings().clear();
}

}  // namespace consort
