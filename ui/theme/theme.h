#pragma once
// Colours, type and distances of the whole window; one object for the application.
#include <QFont>
#include <QObject>
#include <QString>

#include "ui/theme/inks.h"

class QApplication;

namespace consort {

enum class ThemeMode { System, Light, Dark };

/// Lives on the GUI thread. Widgets that paint read inks() at every paint and repaint on changed().
class Theme : public QObject {
    Q_OBJECT
public:
    static Theme& instance();

    /// Sets style, palette, style sheet and font of the application; called once at start.
    void install(QApplication& application);
    void setMode(ThemeMode mode);
    ThemeMode mode() const { return mode_; }
    bool isDark() const { return dark_; }
    const Inks& inks() const { return dark_ ? darkInks() : lightInks(); }

    /// The body's size in points, 8 … 20; 0: the system's.
    void setPointSize(double points);

    /// A quarter of the font's height: every distance is a multiple of it.
    int u(double times = 1) const;
    QFont body() const;
    QFont small() const;     ///< f − 1
    QFont plot() const;      ///< f − 1.5
    QFont section() const;   ///< f + 0.5, semibold
    QFont price() const;     ///< f + 5, semibold
    QFont welcome() const;   ///< f + 13
    QFont strong() const;    ///< body, semibold
    QFont code() const;      ///< fixed pitch, f − 0.5

    /// Less movement: no animation is started where this is set.
    bool reducedMotion() const { return reducedMotion_; }
    void setReducedMotion(bool reduced) { reducedMotion_ = reduced; }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Theme() = default;
    void apply();
    bool systemIsDark() const;

    QApplication* application_ = nullptr;
    QFont systemFont_;
    ThemeMode mode_ = ThemeMode::System;
    double points_ = 0;
    bool dark_ = false, systemDark_ = false, reducedMotion_ = false, applying_ = false;
};

/// Short for Theme::instance().
inline Theme& theme() { return Theme::instance(); }
inline const Inks& inks() { return Theme::instance().inks(); }

}  // namespace consort
