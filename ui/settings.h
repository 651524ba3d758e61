#pragma once
// What the window remembers between starts: one typed place with the defaults.
#include <QByteArray>
#include <QStringList>

#include "ui/theme/theme.h"

namespace consort {

/// GUI thread. A damaged or missing file gives defaults; with `ignored` nothing is read or written (--safe-mode).
class Settings {
public:
    static void ignore(bool ignored);
    static ThemeMode themeMode();
    static void setThemeMode(ThemeMode mode);
    static double pointSize();  ///< 0: the system's
    static void setPointSize(double points);
    static bool reducedMotion();
    static void setReducedMotion(bool reduced);
    static QString language();  ///< "", "de", …
    static void setLanguage(const QString& language);
    static QByteArray geometry();
    static QByteArray windowState();
    static void setWindow(const QByteArray& geometry, const QByteArray& state);
    static QStringList recent();  ///< newest first, at most 10
    static void addRecent(const QString& folder, const QString& state);
    static QString recentState(const QString& folder);  ///< "Exported, 10 datasets, 4 groups"
    static QString recentTime(const QString& folder);   ///< ISO
    static void clearRecent();
    static void forgetRecent(const QString& folder);
    static QString shortcut(const QString& command);  ///< empty: the default
    static void setShortcut(const QString& command, const QString& keys);
    static bool tourSeen();
    static void setTourSeen(bool seen);
    static void reset();
};

}  // namespace consort
