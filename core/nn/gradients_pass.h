#pragma once
// Internal to core/nn. The one walk over examples that every gradient quantity shares: one batched forward pass, then one
// backward pass for each output a sequence has (one, save for single-token choices and per-token rows).
#include <span>
#include <string>
#include <vector>

#include "core/nn/gradient_router.h"
#include "core/nn/gradients.h"
#include "core/nn/pass_memory.h"

namespace consort::nn {

struct PassOptions {
    RowMode mode = RowMode::Answer;
    bool factorA = false;
    std::int64_t batchTokens = kPassTokens;
    std::string stage = "gradients";
    bool recompute = false;  ///< blocks keep their input alone; done anyhow where memory would not suffice
};

struct PassResult {
    std::vector<double> h0;             ///< (rows)
    std::vector<std::int64_t> example;  ///< (rows)
    std::int64_t tokens = 0;            ///< unpadded
    double flops = 0;
};

/// The number of output rows, without computing anything. Throws as collectGradients.
std::int64_t outputRows(const ModelInfo& model, std::span<const Example> examples, RowMode mode);

struct PlannedBatch;

/// Without a sink: outputs only, no backward pass. Batches run in lanes (compute_lanes.h). Cancelled between batches.
class GradientPass {
public:
    /// Borrows both.
    GradientPass(Session::Impl& session, const Adapter& point, const PassOptions& options);
    PassResult run(std::span<const Example> examples, GradientSink* sink, const JobContext& job);

private:
    struct Work;
    void runLane(Work& work, GradientSink* sink, std::size_t first, std::size_t stride, const JobContext& job) const;
    double bytesOf(const PlannedBatch& batch) const;
    void runBatch(GradientRouter& router, const PlannedBatch& batch, GradientSink* sink, std::vector<double>& h0) const;
    Session::Impl& session_;
    const Adapter& point_;
    PassMemory memory_;
    PassOptions options_;
};

}  // namespace consort::nn
