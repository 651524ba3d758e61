// The method's promise: what an estimate of every subset takes against really fine-tuning them, of which some are, in the same call.
#include <cstdlib>
#include <string>

#include "core/pipeline/estimate_subsets.h"
#include "core/pipeline/run_all.h"
#include "tests/benchmarks/measure.h"

namespace consort::bench {

void benchEstimate(Report& report) {
    report.begin("End to end", "the demo's base and ten datasets, defaults but 3 probes; all threads, the clock");
    const char* source = std::getenv("CONSORT_SOURCE");
    if (!source) return report.skipped("fine-tuning every subset / the estimate", "CONSORT_SOURCE is not set");
    if (report.isShort()) return report.skipped("fine-tuning every subset / the estimate", "takes minutes");
    Project project = createDemo(std::string(source) + "/resources", report.folder() / "demo", {"cpu", 0, false}, JobContext{});
    EstimateRequest request;
    request.mode = "probe";
    request.probes.count = 3;
    const double begin = wallSeconds();
    const Estimate estimate = estimateSubsets(project, request, JobContext{});
    const double whole = wallSeconds() - begin, probe = estimate.probeSeconds / 3;
    report.fact("the estimate, from nothing, without probes", whole - estimate.probeSeconds, "s");
    report.fact("a subset, fine-tuned and measured", probe, "s");
    report.promised("fine-tuning all 1,023 subsets (from 3) / the estimate", 1023 * probe / (whole - estimate.probeSeconds), Bound::AtLeast, 105);
}

}  // namespace consort::bench
