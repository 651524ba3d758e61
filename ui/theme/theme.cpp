#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QPalette>
#include <QStyleFactory>

namespace consort {
namespace {

QPalette paletteOf(const Inks& inks) {
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, const QColor& normal, const QColor& off) {
        palette.setColor(QPalette::Active, role, normal);
        palette.setColor(QPalette::Inactive, role, normal);
        palette.setColor(QPalette::Disabled, role, off);
    };
    set(QPalette::Window, inks.window, inks.window);
    set(QPalette::WindowText, inks.text, inks.disabled);
    set(QPalette::Base, inks.surface, inks.window);
    set(QPalette::AlternateBase, inks.header, inks.window);
    set(QPalette::Text, inks.text, inks.disabled);
    set(QPalette::PlaceholderText, inks.text2, inks.disabled);
    set(QPalette::Button, inks.surface, inks.window);
    set(QPalette::ButtonText, inks.text, inks.disabled);
    set(QPalette::BrightText, inks.onFill, inks.disabled);
    set(QPalette::ToolTipBase, inks.surface, inks.surface);
    set(QPalette::ToolTipText, inks.text, inks.text);
    set(QPalette::Highlight, inks.selected, inks.hover);
    set(QPalette::HighlightedText, inks.text, inks.disabled);
    set(QPalette::Link, inks.accent, inks.disabled);
    set(QPalette::LinkVisited, inks.accent, inks.disabled);
    set(QPalette::Light, inks.surface, inks.surface);
    set(QPalette::Midlight, inks.hover, inks.hover);
    set(QPalette::Mid, inks.line, inks.line);
    set(QPalette::Dark, inks.edge, inks.edge);
    set(QPalette::Shadow, inks.line, inks.line);
    return palette;
}

/// The sheet's @names, replaced by inks and by multiples of u ("@u2.5").
QString sheetOf(const Theme& theme) {
    QFile file(QStringLiteral(":/themes/consort.qss"));
    file.open(QIODevice::ReadOnly);
    QString sheet = QString::fromUtf8(file.readAll());
    const Inks& i = theme.inks();
    const std::pair<const char*, QColor> names[] = {
        {"@window", i.window},     {"@surface", i.surface},   {"@header", i.header},       {"@line", i.line},         {"@axis", i.axis},
        {"@edge", i.edge},         {"@hover", i.hover},       {"@pressed", i.pressed},     {"@text2", i.text2},       {"@text", i.text},
        {"@disabled", i.disabled}, {"@accent", i.accent},     {"@fillHover", i.fillHover}, {"@fill", i.fill},         {"@onFill", i.onFill},
        {"@selected", i.selected}, {"@warnBack", i.warnBack}, {"@errorBack", i.errorBack}, {"@okBack", i.okBack},     {"@warn", i.warn},
        {"@error", i.error},       {"@ok", i.ok},
    };
    for (const auto& [name, color] : names) sheet.replace(QLatin1String(name), color.name());
    for (const double times : {0.25, 0.5, 1.5, 2.5, 10.0, 16.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0}) {
        sheet.replace(QStringLiteral("@u%1;").arg(times), QStringLiteral("%1px;").arg(theme.u(times)));
        sheet.replace(QStringLiteral("@u%1 ").arg(times), QStringLiteral("%1px ").arg(theme.u(times)));
    }
    sheet.replace(QStringLiteral("@check"), theme.isDark() ? QStringLiteral("check-dark") : QStringLiteral("check-light"));
    return sheet;
}

}  // namespace

Theme& Theme::instance() {
    static Theme theme;
    return theme;
}

void Theme::install(QApplication& application) {
    application_ = &application;
    systemFont_ = QApplication::font();
    systemDark_ = systemIsDark();
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.installEventFilter(this);
    apply();
}

void Theme::setMode(ThemeMode mode) {
    mode_ = mode;
    apply();
}

void Theme::setPointSize(double points) {
    points_ = points <= 0 ? 0 : std::clamp(points, 8.0, 20.0);
    apply();
}

void Theme::apply() {
    if (!application_ || applying_) return;
    applying_ = true;
    dark_ = mode_ == ThemeMode::Dark || (mode_ == ThemeMode::System && systemDark_);
    QApplication::setFont(body());
    QApplication::setPalette(paletteOf(inks()));
    application_->setStyleSheet(sheetOf(*this));
    applying_ = false;
    Q_EMIT changed();
}

bool Theme::systemIsDark() const { return QApplication::palette().color(QPalette::Window).lightness() < 128; }

bool Theme::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ApplicationPaletteChange && watched == application_ && !applying_) {
        const bool dark = systemIsDark();
        if (dark != systemDark_ && QApplication::palette() != paletteOf(inks())) {
            systemDark_ = dark;
            if (mode_ == ThemeMode::System) apply();
        }
    }
    return QObject::eventFilter(watched, event);
}

int Theme::u(double times) const {
    const double quarter = QFontMetrics(body()).height() / 4.0;
    return std::max(1, static_cast<int>(quarter * times + 0.5));
}

QFont Theme::body() const {
    QFont font = systemFont_;
    font.setPointSizeF(points_ > 0 ? points_ : std::max(8.0, systemFont_.pointSizeF() > 0 ? systemFont_.pointSizeF() : 10.0));
    return font;
}

namespace {
QFont sized(QFont font, double more, QFont::Weight weight = QFont::Normal) {
    font.setPointSizeF(std::max(6.0, font.pointSizeF() + more));
    font.setWeight(weight);
    return font;
}
}  // namespace

QFont Theme::small() const { return sized(body(), -1); }
QFont Theme::plot() const { return sized(body(), -1.5); }
QFont Theme::section() const { return sized(body(), 0.5, QFont::DemiBold); }
QFont Theme::price() const { return sized(body(), 5, QFont::DemiBold); }
QFont Theme::welcome() const { return sized(body(), 13, QFont::DemiBold); }
QFont Theme::strong() const { return sized(body(), 0, QFont::DemiBold); }

QFont Theme::code() const {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(body().pointSizeF() - 0.5);
    return font;
}

}  // namespace consort
