// Bases of the widths that people fine-tune, on a GPU. Without one every promise is named as not measured; `--rehearse` runs the same cases on the
// CPU with bases of a few thousand parameters, which shows that they run.
#include <torch/torch.h>

#include <algorithm>

#include "core/base/error.h"
#include "core/nn/compute_device.h"
#include "core/nn/pass_graphs.h"
#include "tests/benchmarks/bench_cases.h"
#include "tests/benchmarks/bench_peers.h"
#include "tests/benchmarks/bench_steps.h"
#include "tests/benchmarks/frozen_pass.h"

namespace consort::bench {
namespace {

constexpr std::int64_t kRank = 16;
const std::vector<std::string> kAll{"all-linear"};

/// Where the cases run, and on what. Blocks are alike, so that a few of them have the ratios of all.
struct Site {
    std::string device;
    TimedModel narrow, wide;
    std::size_t shrink = 1;  ///< rows are so many times shorter
    std::size_t tokens(std::size_t wanted) const { return std::max<std::size_t>(4, wanted / shrink); }
    Session open(const Report& report, const TimedModel& model, const char* quantize = "none", const char* storage = "auto") const {
        return Session::open(folderOf(report, model), {device, "bfloat16", quantize, 1, storage});
    }
};

Site siteOf(const Report& report) {
    if (report.rehearses()) return {"cpu", {"1B", {61, 32, 2, 48, 4}}, {"8B", {67, 64, 2, 96, 4}}, 64};
    return {"cuda:0", {"1B", {128256, 2048, 8, 8192, 32}}, {"8B", {128256, 4096, 4, 14336, 32}}};
}

void gradients(Report& report, const Site& site) {
    for (const TimedModel& model : {site.narrow, site.wide}) {
        Session session = site.open(report, model);
        gradientsAgainstPlain(report, session, {std::string(model.name) + ", 16 x 512 tokens, all linears", 16, site.tokens(512), 8, kAll}, 1.05, 3e-2);
    }
}

void fusedSteps(Report& report, const Site& site) {
    Session session = site.open(report, site.wide);
    for (const auto& [tokens, promise] : {std::pair<std::size_t, double>{128, 1.8}, {512, 1.2}, {4096, 0.97}}) {
        const std::size_t rows = std::max<std::size_t>(1, tokens / 512);  // longer batches are more rows
        fusedAgainstEach(report, session, {site.wide.name, rows, site.tokens(tokens / rows), kRank, kAll}, promise);
    }
}

Adapter widest(const Session& session) { return someAdapters(session, 1, kRank, kAll).front(); }

/// 8 rows of 512 tokens.
std::vector<Example> longRows(const Site& site, const Session& session) { return rowsOfLength(8, site.tokens(512), session.info().vocabularySize); }

void stepCost(Report& report, const Site& site) {
    {
        Session session = site.open(report, site.wide);
        const std::vector<Example> rows = longRows(site, session);
        const FrozenPass frozen(session, rows);
        RepeatedSteps step(session, widest(session), rows, "float32");
        const auto times = takingTurns(report.rounds(), {[&] { step(); }, [&] { frozen(); }}, wallSeconds);
        report.promised("8B, 4,096 tokens, rank 16 on all linears: a step / a pass of the frozen base", times[0] / times[1], Bound::AtMost, 1.12);
    }
    Session kept = site.open(report, site.wide, "nf4", "dense"), codes = site.open(report, site.wide, "nf4", "packed");
    RepeatedSteps dense(kept, widest(kept), longRows(site, kept), "float32"), packed(codes, widest(codes), longRows(site, codes), "float32");
    const auto times = takingTurns(report.rounds(), {[&] { dense(); }, [&] { packed(); }}, wallSeconds);
    report.promised("8B, 4,096 tokens: a step on NF4 codes / on their values in bfloat16", times[1] / times[0], Bound::AtMost, 1.10);
}

void recordedSteps(Report& report, const Site& site) {
    Session session = site.open(report, site.narrow);
    const Adapter start = someAdapters(session, 1, 8).front();
    const std::vector<Example> rows = rowsOfLength(8, site.tokens(64), session.info().vocabularySize);
    RepeatedSteps recorded(session, start, rows, "float32");
    const nn::PassGraphs::Off off;
    RepeatedSteps plain(session, start, rows, "float32");
    const auto ten = [](RepeatedSteps& steps) {
        for (int k = 0; k < 10; ++k) steps();
    };
    const auto times = takingTurns(report.rounds(), {[&] { ten(plain); }, [&] { ten(recorded); }}, wallSeconds);
    report.fact("1B, steps of 8 x 64 tokens: kernel by kernel / recorded", times[0] / times[1], "");
}

void peer(Report& report, const Site& site) {
    const PeerCase one{&site.narrow, "bfloat16", 1, ", all linears", site.device.c_str()};
    Session session = site.open(report, site.narrow);
    PeerProcess process;
    const Adapter start = widest(session);
    const std::vector<Example> rows = longRows(site, session);
    RepeatedSteps step(session, start, rows, "float32");
    Value request;
    againstPeer(report, process, one, request.set("do", "train"), rows, start, session.info(), [&] { return std::vector<double>{step()}; }, 1.5);
}

void evaluation(Report& report, const Site& site) {
    Session session = site.open(report, site.wide);
    membersTogether(report, session, {site.wide.name, 1, site.tokens(128), kRank, kAll}, 1.8);
    membersTogether(report, session, {site.wide.name, 8, site.tokens(512), kRank, kAll}, 1.1);
}

void decoding(Report& report, const Site& site) {
    Session session = site.open(report, site.wide);
    membersDecode(report, session, {site.wide.name, 1, site.tokens(128), kRank, kAll}, 2.5);
}

void fits(Report& report, const Site& site) { fitsOnDevice(report, site.device); }

struct DeviceCase {
    const char* what;
    void (*run)(Report&, const Site&);
};

/// THE TABLE.
constexpr DeviceCase kCases[] = {
    {"gradients with sketch of 8,192 tokens, bases of 1B and 8B shape (<= 1.05 times the plain pass)", gradients},
    {"four adapters of 8B shape fused (>= 1.8, 1.2, 0.97 at 128, 512, 4,096 tokens each)", fusedSteps},
    {"a step of 8B shape (<= 1.12 times the frozen pass; on NF4 codes <= 1.10 times on values)", stepCost},
    {"a step kernel by kernel against a recorded one", recordedSteps},
    {"training of 1B shape against transformers + peft (>= 1.5)", peer},
    {"four members of 8B shape together (>= 1.8 at 128, 1.1 at 4,096 tokens)", evaluation},
    {"decoding with four members of 8B shape together (>= 2.5)", decoding},
    {"all 1,023 fits of subsets (<= 50 ms)", fits},
};

}  // namespace

void benchDeviceModels(Report& report) {
    report.begin("Bases on a GPU", "random llamas as wide as bases of 1B and 8B, with 8 and 4 of their blocks; bfloat16; the clock");
    const Site site = siteOf(report);
    for (const DeviceCase& one : kCases) {
        try {
            nn::deviceNamed(site.device);  // before gigabytes of random weights are written
            one.run(report, site);
        } catch (const Error& e) {
            if (e.code() != ErrorCode::NoDevice) throw;
            report.skipped(one.what, e.what());
        }
    }
}

}  // namespace consort::bench
