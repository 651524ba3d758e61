#pragma once
// Plots as SVG text, for pages that must stand alone.
#include <string>
#include <vector>

#include "core/base/matrix.h"

namespace consort {

/// Text as HTML and SVG need it: & < > " ' become entities, control characters spaces.
std::string escaped(const std::string& text);

/// A heat map with row and column names; a cell shows its number, NaN a dot. Blue below zero, red above, white at 0.
std::string heatMapSvg(const std::vector<std::string>& names, const Matrix& values);

/// One bar a system in groups of datasets; values from 0 to 1, absent ones NaN, with intervals where low and high are finite.
struct BarSeries {
    std::string name;
    std::vector<double> value, low, high;  ///< per group
};
std::string groupedBarsSvg(const std::vector<std::string>& groups, const std::vector<BarSeries>& series);

/// Stacked shares of every row, for example ensemble weights.
std::string shareBarsSvg(const std::vector<std::string>& rows, const std::vector<std::string>& parts, const std::vector<std::vector<double>>& shares);

}  // namespace consort
