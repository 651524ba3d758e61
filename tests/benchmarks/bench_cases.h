#pragma once
// Cases that are measured on a CPU with small bases and on a GPU with large ones.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tests/benchmarks/bench_models.h"

namespace consort::bench {

/// Process CPU time on a CPU; elsewhere that says nothing, and the wall's clock is read.
Clock clockOf(Session& session);
/// Waits until the session's device has done what it was asked for.
void finish(Session& session);

/// Rows of so many tokens, an adapter of this rank on these linears.
struct CaseShape {
    std::string name;
    std::size_t rows = 0, tokens = 0;
    std::int64_t rank = 8;
    std::vector<std::string> targets{};
};

/// Gradients with their sketch / plain pass of the frozen base, at most `promise`; and that both find the same outputs, within `tolerance`.
void gradientsAgainstPlain(Report& report, Session& session, const CaseShape& shape, double promise, double tolerance);

/// A step of each of four adapters: one after another / fused in one pass.
void fusedAgainstEach(Report& report, Session& session, const CaseShape& shape, std::optional<double> promise);

/// Logits of four members at the last positions: a pass over all positions each, as a program without multi-adapter layers does it / one pass for
/// all, at least `promise`; beside it passes that compute only what is wanted.
void membersTogether(Report& report, Session& session, const CaseShape& shape, double promise);

/// 32 tokens after a prompt of four members: one member after another / all at once.
void membersDecode(Report& report, Session& session, const CaseShape& shape, std::optional<double> promise);

/// All 1,023 subsets of ten datasets as a device computes them: within 50 ms there, and as exact as promised.
void fitsOnDevice(Report& report, const std::string& device);

}  // namespace consort::bench
