#include "ui/theme/inks.h"

#include <cmath>

namespace consort {
namespace {

QColor ink(const char* hex) { return QColor(QStringLiteral("#") + QLatin1String(hex)); }

double luminance(const QColor& color) {
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

Inks makeLight() {
    Inks inks;
    inks.window = ink("F1F2F4"), inks.surface = ink("FFFFFF"), inks.header = ink("F7F8F9"), inks.line = ink("DCDFE4");
    inks.axis = ink("ADB3BD"), inks.edge = ink("8C939E"), inks.hover = ink("E7EAEF"), inks.pressed = ink("D9DDE4");
    inks.text = ink("1B1E23"), inks.text2 = ink("565D68"), inks.disabled = ink("9AA0AA");
    inks.accent = ink("215CD0"), inks.fill = ink("2360D8"), inks.fillHover = ink("1C50B8"), inks.onFill = ink("FFFFFF"), inks.selected = ink("DBE6FB");
    inks.ok = ink("1A7440"), inks.okBack = ink("E2F3E8"), inks.warn = ink("855000"), inks.warnBack = ink("FFF1D6");
    inks.error = ink("B3261E"), inks.errorBack = ink("FCE8E6");
    inks.trained = ink("084C40"), inks.trainedBack = ink("CDEBE2"), inks.cutBack = ink("F6D9C6");
    inks.groups = {ink("6046C4"), ink("C6851F"), ink("136848"), ink("459DC1"), ink("D13A7B"), ink("766B13"), ink("2D306E"), ink("661C0C")};
    inks.affinity = {ink("9C3D06"), ink("E3A578"), ink("F5F5F3"), ink("86C2B7"), ink("0A6357")};
    inks.loss = {ink("F6F4FB"), ink("C2B4E2"), ink("7F5FB9"), ink("3B1B71")};
    return inks;
}

Inks makeDark() {
    Inks inks;
    inks.window = ink("25272B"), inks.surface = ink("1B1D20"), inks.header = ink("212327"), inks.line = ink("35383E");
    inks.axis = ink("5A606A"), inks.edge = ink("6A717C"), inks.hover = ink("303339"), inks.pressed = ink("3A3E45");
    inks.text = ink("E4E7EB"), inks.text2 = ink("A4ABB6"), inks.disabled = ink("6A717C");
    inks.accent = ink("78A8FF"), inks.fill = ink("2E66D6"), inks.fillHover = ink("2759BD"), inks.onFill = ink("FFFFFF"), inks.selected = ink("28395C");
    inks.ok = ink("62C98B"), inks.okBack = ink("1C3527"), inks.warn = ink("E9B44C"), inks.warnBack = ink("3B3018");
    inks.error = ink("FF8F85"), inks.errorBack = ink("44221F");
    inks.trained = ink("A7E8D8"), inks.trainedBack = ink("1F4A41"), inks.cutBack = ink("54351F");
    inks.groups = {ink("9E90F4"), ink("DA8F22"), ink("AADEA3"), ink("7BD9FB"), ink("E05784"), ink("D1E360"), ink("566EC9"), ink("A86036")};
    inks.affinity = {ink("F2A264"), ink("97592C"), ink("2B2E33"), ink("2C7569"), ink("74D6C3")};
    inks.loss = {ink("2B2E33"), ink("59478B"), ink("9A81D4"), ink("E8DFFF")};
    return inks;
}

}  // namespace

const Inks& lightInks() {
    static const Inks inks = makeLight();
    return inks;
}

const Inks& darkInks() {
    static const Inks inks = makeDark();
    return inks;
}

double contrast(const QColor& a, const QColor& b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

QColor readableOn(const QColor& back) { return contrast(back, Qt::black) >= contrast(back, Qt::white) ? QColor(Qt::black) : QColor(Qt::white); }

}  // namespace consort
