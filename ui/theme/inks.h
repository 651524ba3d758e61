#pragma once
// The colours of the window in both themes: every ink has one name, and nothing else names a colour.
#include <QColor>
#include <algorithm>
#include <array>

namespace consort {

struct Inks {
    QColor window, surface, header, line, axis, edge, hover, pressed;
    QColor text, text2, disabled;
    QColor accent, fill, fillHover, onFill, selected;
    QColor ok, okBack, warn, warnBack, error, errorBack;
    QColor trained, trainedBack, cutBack;
    std::array<QColor, 8> groups;
    std::array<QColor, 5> affinity;  ///< at −1, −½, 0, ½, 1 of the largest |value|
    std::array<QColor, 4> loss;      ///< at 0, ⅓, ⅔, 1
};

const Inks& lightInks();
const Inks& darkInks();

/// A colour between the stops of a scale; `at` from 0 to 1, clamped.
template <std::size_t N>
QColor between(const std::array<QColor, N>& stops, double at) {
    const double place = std::min(1.0, std::max(0.0, at)) * static_cast<double>(N - 1);
    const auto left = std::min(static_cast<std::size_t>(place), N - 2);
    const double t = place - static_cast<double>(left);
    const auto mix = [t](int a, int b) { return static_cast<int>(a + (b - a) * t + 0.5); };
    const QColor a = stops[left], b = stops[left + 1];
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

/// WCAG 2 contrast ratio, 1 … 21.
double contrast(const QColor& a, const QColor& b);
/// Black or white, whichever stands out more.
QColor readableOn(const QColor& back);

}  // namespace consort
