#include "core/export/svg_plots.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace consort {
namespace {

constexpr const char* kColours[] = {"#4C78A8", "#F58518", "#54A24B", "#B279A2", "#E45756", "#72B7B2", "#9D755D", "#BAB0AC"};
constexpr double kLetter = 7;  ///< width of a letter at 12 px, roughly

std::string number(double value, const char* format = "%.1f") {
    char text[32];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

std::string colour(std::size_t index) { return kColours[index % std::size(kColours)]; }

std::string rectangle(double x, double y, double w, double h, const std::string& fill) {
    return "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(std::max(0.0, w)) + "\" height=\"" + number(std::max(0.0, h)) +
           "\" fill=\"" + fill + "\"/>";
}

std::string label(double x, double y, const std::string& text, const std::string& anchor = "start") {
    return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\">" + escaped(text) + "</text>";
}

std::string line(double x1, double y1, double x2, double y2) {
    return "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\"" + number(y2) + "\" stroke=\"#555\"/>";
}

std::string document(double width, double height, const std::string& body) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + number(width) + " " + number(height) + "\" width=\"" + number(width) + "\" height=\"" +
           number(height) + "\" font-family=\"sans-serif\" font-size=\"12\">" + body + "</svg>\n";
}

double widest(const std::vector<std::string>& names) {
    std::size_t longest = 4;
    for (const std::string& name : names) longest = std::max(longest, name.size());
    return kLetter * static_cast<double>(std::min<std::size_t>(longest, 40)) + 12;
}

std::string shade(double value, double largest) {
    const double strength = largest > 0 ? std::min(1.0, std::abs(value) / largest) : 0;
    const int pale = static_cast<int>(std::lround(255 - 150 * strength));
    char text[16];
    if (value >= 0) std::snprintf(text, sizeof text, "#ff%02x%02x", pale, pale);
    else std::snprintf(text, sizeof text, "#%02x%02xff", pale, pale);
    return text;
}

std::string legend(const std::vector<std::string>& names, double y) {
    std::string body;
    double x = 8;
    for (std::size_t s = 0; s < names.size(); ++s) {
        body += rectangle(x, y - 10, 12, 12, colour(s)) + label(x + 16, y, names[s]);
        x += 34 + kLetter * static_cast<double>(names[s].size());
    }
    return body;
}

double legendWidth(const std::vector<std::string>& names) {
    double width = 16;
    for (const std::string& name : names) width += 34 + kLetter * static_cast<double>(name.size());
    return width;
}

}  // namespace

std::string escaped(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            case '\'': safe += "&#39;"; break;
            default: safe += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
        }
    }
    return safe;
}

std::string heatMapSvg(const std::vector<std::string>& names, const Matrix& values) {
    const double left = widest(names), cell = 54, row = 26, top = left;
    double largest = 0;
    for (const double value : values.values) {
        if (std::isfinite(value)) largest = std::max(largest, std::abs(value));
    }
    std::string body;
    for (std::int64_t i = 0; i < values.rows; ++i) {
        const double y = top + row * static_cast<double>(i);
        body += label(left - 6, y + 17, names[static_cast<std::size_t>(i)], "end");
        const double x = left + cell * (static_cast<double>(i) + 0.5);
        body += "<text transform=\"translate(" + number(x + 4) + " " + number(top - 6) + ") rotate(-60)\">" + escaped(names[static_cast<std::size_t>(i)]) + "</text>";
        for (std::int64_t k = 0; k < values.cols; ++k) {
            const double value = values(i, k), at = left + cell * static_cast<double>(k);
            body += rectangle(at, y, cell - 1, row - 1, std::isfinite(value) ? shade(value, largest) : "#eee");
            body += label(at + cell / 2, y + 17, std::isfinite(value) ? number(value, "%+.2f") : "·", "middle");
        }
    }
    return document(left + cell * static_cast<double>(values.cols) + left, top + row * static_cast<double>(values.rows) + 8, body);
}

std::string groupedBarsSvg(const std::vector<std::string>& groups, const std::vector<BarSeries>& series) {
    const double bar = 12, gap = 18, left = 40, height = 180, top = 34;
    const double group = bar * static_cast<double>(series.size()) + gap;
    std::vector<std::string> names;
    for (const BarSeries& one : series) names.push_back(one.name);
    std::string body = legend(names, 16);
    for (int tick = 0; tick <= 4; ++tick) {
        const double y = top + height * (1 - tick / 4.0);
        body += line(left, y, left + group * static_cast<double>(groups.size()), y) + label(left - 6, y + 4, number(tick / 4.0, "%.2f"), "end");
    }
    for (std::size_t g = 0; g < groups.size(); ++g) {
        const double x = left + group * static_cast<double>(g) + gap / 2;
        for (std::size_t s = 0; s < series.size(); ++s) {
            const double value = series[s].value[g], at = x + bar * static_cast<double>(s);
            if (!std::isfinite(value)) continue;
            body += rectangle(at, top + height * (1 - value), bar - 2, height * value, colour(s));
            const double low = series[s].low[g], high = series[s].high[g], middle = at + bar / 2 - 1;
            if (std::isfinite(low) && std::isfinite(high)) body += line(middle, top + height * (1 - low), middle, top + height * (1 - high));
        }
        body += "<text transform=\"translate(" + number(x + 4) + " " + number(top + height + 14) + ") rotate(40)\">" + escaped(groups[g]) + "</text>";
    }
    const double width = std::max(legendWidth(names), left + group * static_cast<double>(groups.size()) + widest(groups));
    return document(width, top + height + widest(groups) * 0.7 + 20, body);
}

std::string shareBarsSvg(const std::vector<std::string>& rows, const std::vector<std::string>& parts, const std::vector<std::vector<double>>& shares) {
    const double left = widest(rows), width = 420, row = 22, top = 30;
    std::string body = legend(parts, 16);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const double y = top + row * static_cast<double>(r);
        body += label(left - 6, y + 14, rows[r], "end");
        double x = left, total = 0;
        for (const double share : shares[r]) total += std::max(0.0, share);
        for (std::size_t p = 0; p < shares[r].size() && total > 0; ++p) {
            const double length = width * std::max(0.0, shares[r][p]) / total;
            body += rectangle(x, y, length, row - 4, colour(p));
            x += length;
        }
    }
    return document(std::max(left + width + 12, legendWidth(parts)), top + row * static_cast<double>(rows.size()) + 8, body);
}

}  // namespace consort
