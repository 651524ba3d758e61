#pragma once
// Internal to the pipeline: what an adapter really achieves on the validation rows that the estimate uses.
#include <string>
#include <vector>

#include "core/job/job_context.h"
#include "core/nn/adapter.h"
#include "core/pipeline/estimate_subsets.h"
#include "core/pipeline/project.h"

namespace consort {

/// One adapter on every dataset, in import order.
struct MeasuredOutcome {
    std::vector<Prediction> outcome;
    std::vector<std::vector<float>> rowLoss;  ///< per dataset the losses of its validation rows
    double flops = 0;
};

/// Holds the rows, so that many adapters can be measured side by side. `measure` may be called from several threads at once.
class AdapterMeter {
public:
    /// Draws the same validation and choice rows as an estimate with as many `validRows` (estimate_rows.h).
    AdapterMeter(Project& project, std::int64_t validRows);
    /// nullptr: the frozen base.
    MeasuredOutcome measure(const Adapter* adapter, const JobContext& job) const;

private:
    struct Rows {
        std::string name;
        std::vector<Example> valid, choices;
    };
    Session& session_;
    std::vector<Rows> datasets_;
};

}  // namespace consort
