#include "ui/number_format.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace consort {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("Numbers", text); }

QString fixed(double value, int decimals) {
    QString text = QLocale().toString(std::abs(value), 'f', decimals);
    return (value < 0 ? QStringLiteral("−") : QString()) + text;
}

QString scaled(double value, const char* const* units, int count) {
    int unit = 0;
    while (value >= 999.5 && unit + 1 < count) {
        value /= 1000;
        ++unit;
    }
    const int decimals = unit == 0 || value >= 99.95 ? 0 : 1;
    return QLocale().toString(value, 'f', decimals) + QStringLiteral(" ") + QLatin1String(units[unit]);
}

}  // namespace

QString countText(std::int64_t count) { return QLocale().toString(static_cast<qlonglong>(count)); }

QString byteText(std::int64_t bytes) {
    static constexpr const char* kUnits[] = {"B", "kB", "MB", "GB", "TB", "PB"};
    return scaled(static_cast<double>(bytes), kUnits, 6);
}

QString flopText(double flops) {
    static constexpr const char* kUnits[] = {"FLOP", "kFLOP", "MFLOP", "GFLOP", "TFLOP", "PFLOP", "EFLOP", "ZFLOP"};
    return std::isfinite(flops) ? scaled(flops, kUnits, 8) : kMissing;
}

QString durationText(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0) return kMissing;
    if (seconds < 9.95) return tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole < 60) return tr("%1 s").arg(whole);
    if (whole < 3600) return tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString lossText(double loss) { return std::isfinite(loss) ? fixed(loss, 3) : kMissing; }
QString percentNumber(double share) { return std::isfinite(share) ? fixed(share * 100, 1) : kMissing; }
QString percentText(double share, int decimals) { return std::isfinite(share) ? tr("%1 %").arg(fixed(share * 100, decimals)) : kMissing; }

QString signedText(double value, int decimals) {
    if (!std::isfinite(value)) return kMissing;
    const double rounded = std::round(value * std::pow(10, decimals));
    if (rounded == 0) return fixed(0, decimals);
    return value > 0 ? QStringLiteral("+") + fixed(value, decimals) : fixed(value, decimals);
}

QString pointsText(double share) { return std::isfinite(share) ? tr("%1 points").arg(signedText(share * 100, 1)) : kMissing; }
QString plusMinusText(double half, int decimals) { return std::isfinite(half) ? QStringLiteral("± ") + fixed(half, decimals) : QString(); }

QString rateText(double perSecond, const QString& unit) {
    return QLocale().toString(perSecond, 'f', perSecond < 10 ? 1 : 0) + QStringLiteral(" ") + unit + QStringLiteral("/s");
}

QString shortNumber(double value) {
    if (!std::isfinite(value)) return kMissing;
    const double size = std::abs(value);
    if (size != 0 && size < 0.01) return QString::number(value, 'e', 1).replace(QLatin1String("e-0"), QLatin1String("e-"));
    return fixed(value, size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

}  // namespace consort
