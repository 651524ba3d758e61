#pragma once
// Distances between two sets of logits over the same rows.
#include "core/base/matrix.h"
#include "core/export/bundle.h"

namespace consort {

/// Gathers max |Δlogit|, mean KL(reference ‖ artefact) and the difference of next-token accuracy, row by row.
class LogitDistance {
public:
    /// Both (seq, vocab); `ids` are the tokens that went in: position t predicts ids[t + 1].
    void add(const FloatMatrix& reference, const FloatMatrix& artefact, const TokenIds& ids);
    Faithfulness result(const std::string& artefact) const;
    double largestLogit() const { return largest_; }  ///< max |reference|

private:
    double maxAbs_ = 0, largest_ = 0, klSum_ = 0;
    std::int64_t positions_ = 0, predictions_ = 0, correctMore_ = 0;
};

}  // namespace consort
