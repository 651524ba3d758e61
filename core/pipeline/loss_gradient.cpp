#include "core/pipeline/loss_gradient.h"

namespace consort {

std::vector<double> meanLossGradient(const LinearRows& rows) {
    std::vector<double> gradient(static_cast<std::size_t>(rows.sketch.cols), 0.0);
    for (std::int64_t r = 0; r < rows.sketch.rows; ++r) {
        const double slope = -sigmoid(-static_cast<double>(rows.h0[static_cast<std::size_t>(r)])) / static_cast<double>(rows.sketch.rows);
        const auto sketch = rows.sketch.row(r);
        for (std::size_t c = 0; c < gradient.size(); ++c) gradient[c] += slope * static_cast<double>(sketch[c]);
    }
    return gradient;
}

}  // namespace consort
