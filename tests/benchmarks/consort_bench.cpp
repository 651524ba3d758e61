// Every promise of speed in one program: promise, measured, pass or fail, and a JSON document.
#include <torch/torch.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <thread>

#include "core/base/error.h"
#include "core/base/files.h"
#include "tests/benchmarks/measure.h"

using namespace consort;

namespace {

struct Benchmark {
    const char* name;
    void (*run)(bench::Report&);
};

/// THE TABLE.
constexpr Benchmark kBenchmarks[] = {
    {"gradients", bench::benchGradients}, {"fits", bench::benchSubsetFits}, {"grouping", bench::benchGrouping}, {"training", bench::benchTraining},
    {"evaluation", bench::benchEvaluation}, {"storage", bench::benchStorage}, {"tokenizer", bench::benchTokenizer}, {"estimate", bench::benchEstimate},
    {"gpu", bench::benchDevice}, {"gpu", bench::benchDeviceModels},
};

std::string processorName() {
    std::ifstream info("/proc/cpuinfo");
    for (std::string line; std::getline(info, line);) {
        if (line.rfind("model name", 0) == 0) return line.substr(line.find(':') + 2);
    }
    return "unknown";
}

/// What of the processor decides how fast matrix products are.
Value machine() {
    std::ifstream info("/proc/cpuinfo");
    const std::string text((std::istreambuf_iterator<char>(info)), std::istreambuf_iterator<char>());
    Value features = Value::List{}, value;
    for (const char* feature : {"avx2", "avx512f", "avx512_bf16", "amx_bf16"}) {
        if (text.find(std::string(" ") + feature) != std::string::npos) features.push(feature);
    }
    return value.set("processor", processorName()).set("cores", static_cast<std::int64_t>(std::thread::hardware_concurrency())).set("features", features);
}

struct Arguments {
    std::vector<std::string> only;
    bool isShort = false, rehearses = false;
    bench::Extent extent() const { return rehearses ? bench::Extent::Rehearsal : isShort ? bench::Extent::Short : bench::Extent::Full; }
    std::string json, against;
};

std::vector<Benchmark> chosen(const Arguments& given) {
    std::vector<Benchmark> found;
    for (const Benchmark& one : kBenchmarks) {
        if (given.only.empty() || std::find(given.only.begin(), given.only.end(), one.name) != given.only.end()) found.push_back(one);
    }
    return found;
}

/// {document, whether every promise holds}.
std::pair<Value, bool> measured(const std::vector<Benchmark>& benchmarks, bench::Extent extent) {
    torch::manual_seed(1);
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / ("consort_bench." + std::to_string(getpid()));
    makeFolder(folder);
    bench::Report report(extent, folder);
    for (const Benchmark& one : benchmarks) one.run(report);
    std::filesystem::remove_all(folder);
    Value document = report.document();
    return {document.set("machine", machine()), report.passed()};
}

/// What a neighbour on the machine took away comes back when that benchmark is asked again; what the program lost does not.
bool holdsAgainst(const Benchmark& one, const Value& before, bench::Extent extent) {
    constexpr int kTries = 3;
    const double begin = bench::wallSeconds();
    bool holds = false;
    for (int attempt = 0; attempt < kTries && !holds; ++attempt) {
        const auto lost = bench::regressions(measured({one}, extent).first, before, 0.25);
        holds = lost.empty();
        for (const std::string& what : lost) std::printf("more than a quarter worse (try %d of %d): %s\n", attempt + 1, kTries, what.c_str());
    }
    std::printf("  (%s: %.0f s)\n", one.name, bench::wallSeconds() - begin);
    return holds;
}

int heldAgainst(const Arguments& given) {
    const Value before = parseJson(readFile(given.against), given.against);
    bool holds = true;
    for (const Benchmark& one : chosen(given)) holds = holdsAgainst(one, before, given.extent()) && holds;
    return holds ? 0 : 1;
}

int run(const Arguments& given) {
    if (!given.against.empty()) return heldAgainst(given);
    const auto [document, passed] = measured(chosen(given), given.extent());
    if (!given.json.empty()) writeFileAtomically(given.json, toJson(document, 2) + "\n");
    return passed ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    setlinebuf(stdout);
    CLI::App app("Measures every promise of speed as a ratio within this run");
    Arguments given;
    app.add_option("names", given.only, "Only these: gradients, fits, grouping, training, evaluation, storage, tokenizer, estimate, gpu");
    app.add_flag("--short", given.isShort, "The cases that fit into three minutes");
    app.add_flag("--rehearse", given.rehearses, "Run the cases of bases on a GPU on the CPU, with tiny bases: shows that they run, measures nothing");
    app.add_option("--json", given.json, "Write the document to this file");
    app.add_option("--against", given.against, "Fail only on ratios that are more than a quarter worse than in this document (of another machine: than promised)");
    CLI11_PARSE(app, argc, argv);
    try {
        return run(given);
    } catch (const Error& e) {
        std::fprintf(stderr, "consort-bench: %s\n", e.what());
        return 5;
    }
}
