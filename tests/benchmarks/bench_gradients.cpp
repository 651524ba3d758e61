// Per-example gradients against a plain pass, the retained-graph loop of the public research code, and one row at a time
// (docs/performance.md). Random weights, one thread, process CPU time, interleaved, medians.
#include <sys/resource.h>
#include <torch/torch.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>

#include "core/base/files.h"
#include "core/base/rng.h"
#include "core/base/safetensors.h"
#include "core/nn/causal_model.h"
#include "core/nn/gradients.h"
#include "core/nn/label_head.h"
#include "core/nn/row_outputs.h"
#include "core/nn/token_batches.h"
#include "gpu/sketch.h"

using namespace consort;

namespace {

constexpr std::int64_t kVocabulary = 8192, kBatch = 16, kTokens = 128, kDim = 400;
constexpr int kRounds = 5;

double cpuSeconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

struct Shape {
    std::int64_t hidden, layers, inner;
};
constexpr Shape kTimed{384, 8, 1024}, kSmall{64, 2, 128};

using NamedTensors = std::vector<std::pair<std::string, torch::Tensor>>;

NamedTensors randomTensors(const Shape& shape) {
    NamedTensors tensors;
    const auto add = [&](const std::string& name, std::int64_t out, std::int64_t in) {
        tensors.emplace_back(name + ".weight", torch::randn({out, in}) / std::sqrt(static_cast<double>(in)));
    };
    const auto addNorm = [&](const std::string& name) { tensors.emplace_back(name + ".weight", torch::ones({shape.hidden})); };
    add("model.embed_tokens", kVocabulary, shape.hidden);
    add("lm_head", kVocabulary, shape.hidden);
    addNorm("model.norm");
    for (std::int64_t layer = 0; layer < shape.layers; ++layer) {
        const std::string prefix = "model.layers." + std::to_string(layer) + ".";
        for (const char* name : {"q_proj", "k_proj", "v_proj", "o_proj"}) add(prefix + "self_attn." + name, shape.hidden, shape.hidden);
        add(prefix + "mlp.gate_proj", shape.inner, shape.hidden);
        add(prefix + "mlp.up_proj", shape.inner, shape.hidden);
        add(prefix + "mlp.down_proj", shape.hidden, shape.inner);
        addNorm(prefix + "input_layernorm");
        addNorm(prefix + "post_attention_layernorm");
    }
    return tensors;
}

/// A llama folder with random weights.
void writeBase(const std::filesystem::path& folder, const Shape& shape) {
    makeFolder(folder);
    const NamedTensors tensors = randomTensors(shape);
    std::vector<TensorToWrite> files;
    for (const auto& [name, tensor] : tensors) {
        const auto* bytes = reinterpret_cast<const std::byte*>(tensor.data_ptr<float>());
        files.push_back({name, TensorType::F32, tensor.sizes().vec(), {bytes, static_cast<std::size_t>(tensor.nbytes())}});
    }
    writeSafetensors(folder / "model.safetensors", files);
    const std::int64_t heads = shape.hidden / 64;
    const Value config(Value::Object{{"architectures", Value::List{"LlamaForCausalLM"}}, {"model_type", "llama"}, {"vocab_size", kVocabulary},
                                     {"hidden_size", shape.hidden}, {"intermediate_size", shape.inner}, {"num_hidden_layers", shape.layers},
                                     {"num_attention_heads", heads}, {"num_key_value_heads", heads}, {"max_position_embeddings", 512},
                                     {"rms_norm_eps", 1e-5}, {"rope_theta", 10000.0}, {"hidden_act", "silu"}, {"tie_word_embeddings", false}});
    writeFileAtomically(folder / "config.json", toJson(config));
}

std::vector<Example> randomRows(std::size_t count, std::size_t tokens) {
    Rng rng(1, 2);
    std::vector<Example> rows(count);
    for (Example& row : rows) {
        for (std::size_t t = 0; t + 2 < tokens; ++t) row.promptIds.push_back(static_cast<std::int32_t>(rng.below(kVocabulary)));
        for (int t = 0; t < 3; ++t) row.targetIds.push_back(static_cast<std::int32_t>(rng.below(kVocabulary)));
    }
    return rows;
}

/// A: the frozen base, backward as far as B goes.
class FrozenRouter : public nn::LinearRouter {
public:
    torch::Tensor apply(const nn::FrozenLinear& linear, const torch::Tensor& x) override {
        torch::Tensor y = torch::linear(x, linear.weight);
        return x.requires_grad() ? y : y.requires_grad_(true);
    }
};

/// C: LoRA as autograd knows it.
class AutogradRouter : public nn::LinearRouter {
public:
    explicit AutogradRouter(const Adapter& adapter) : scaling_(adapter.config.scaling()) {
        for (const LoraWeights& module : adapter.modules) {
            for (const FloatMatrix* m : {&module.b, &module.a}) {
                const torch::Tensor view = torch::from_blob(const_cast<float*>(m->values.data()), {m->rows, m->cols});
                parameters.push_back(view.clone().requires_grad_(true));
            }
            paths_.push_back(module.path);
        }
    }
    torch::Tensor apply(const nn::FrozenLinear& linear, const torch::Tensor& x) override {
        const torch::Tensor y = torch::linear(x, linear.weight);
        const auto at = std::find(paths_.begin(), paths_.end(), linear.path);
        if (at == paths_.end()) return y;
        const auto m = static_cast<std::size_t>(at - paths_.begin());
        return y + scaling_ * torch::linear(torch::linear(x, parameters[2 * m + 1]), parameters[2 * m]);
    }
    std::vector<torch::Tensor> parameters;  ///< B, A of every module: the order of the sketch's numbers

private:
    double scaling_;
    std::vector<std::string> paths_;
};

class Case {
public:
    Case(Session& session, std::vector<std::string> targets) : session_(session), rows_(randomRows(kBatch, kTokens)) {
        LoraConfig config;
        config.rank = 4;
        config.targets = std::move(targets);
        point_ = freshAdapter(session.info(), config, 1);
        dense_ = torch::empty({point_.parameters(), kDim});
        fillSignTile(0, 0, dense_.size(0), kDim, 1.0F / 20.0F, dense_.data_ptr<float>());
    }

    void plain() {
        FrozenRouter router;
        const nn::PlannedBatch batch = planned();
        const torch::Tensor logits = forward(batch, router);
        logits.backward(gradientOf(logits.detach(), batch));
    }

    torch::Tensor ours(std::int64_t batchTokens) {
        GradientOptions options;
        options.batchTokens = batchTokens;
        options.dim = kDim;
        const GradientRows rows = collectGradients(session_, point_, rows_, options, JobContext{});
        return torch::from_blob(const_cast<float*>(rows.sketch.values.data()), {kBatch, kDim}).clone();
    }

    torch::Tensor retainedGraph() {
        AutogradRouter router(point_);
        const nn::PlannedBatch batch = planned();
        const torch::Tensor logits = forward(batch, router);
        const torch::Tensor gradient = gradientOf(logits.detach(), batch);
        std::vector<torch::Tensor> sketches;
        for (std::size_t e = 0; e < rows_.size(); ++e) {
            const auto begin = static_cast<std::int64_t>(batch.rounds[0].offsets[e]), end = static_cast<std::int64_t>(batch.rounds[0].offsets[e + 1]);
            const torch::Tensor h = (logits.narrow(0, begin, end - begin) * gradient.narrow(0, begin, end - begin)).sum();
            std::vector<torch::Tensor> flat;
            for (const torch::Tensor& g : torch::autograd::grad({h}, router.parameters, {}, true)) flat.push_back(g.flatten());
            sketches.push_back(torch::cat(flat).unsqueeze(0).mm(dense_).squeeze(0));
        }
        return torch::stack(sketches);
    }

private:
    nn::PlannedBatch planned() const {
        const nn::RowPlan plan = nn::planRows(rows_, RowMode::Answer, session_.info());
        return nn::planBatch(plan, nn::bucketSequences(plan, kBatch * kTokens).front(), torch::kCPU);
    }
    torch::Tensor forward(const nn::PlannedBatch& batch, nn::LinearRouter& router) const {
        const nn::CausalModel& model = *session_.impl().model;
        return model.head(model.hidden(batch.input, router).index_select(0, torch::tensor(batch.rounds[0].states)));
    }
    /// ∂(Σ h)/∂logits: the label head that all of them share.
    static torch::Tensor gradientOf(const torch::Tensor& logits, const nn::PlannedBatch& batch) {
        const nn::BatchRound& round = batch.rounds[0];
        const nn::LabelOdds odds = nn::labelOdds(logits, torch::tensor(round.tokens));
        std::vector<double> weights;
        for (std::size_t e = 0; e + 1 < round.offsets.size(); ++e) {
            const auto part = std::span(odds.logOdds).subspan(round.offsets[e], round.offsets[e + 1] - round.offsets[e]);
            const std::vector<double> row = nn::rowOutput(RowMode::Answer, part).weights;
            weights.insert(weights.end(), row.begin(), row.end());
        }
        return odds.derivative * torch::tensor(weights, torch::kFloat64).to(torch::kFloat32).unsqueeze(1);
    }

    Session& session_;
    std::vector<Example> rows_;
    Adapter point_;
    torch::Tensor dense_;
};

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

bool report(const char* what, double measured, double promise, bool atMost) {
    const bool pass = atMost ? measured <= promise : measured >= promise;
    std::printf("  %-44s promise %s %-6.2f measured %-8.3f %s\n", what, atMost ? "<=" : ">=", promise, measured, pass ? "pass" : "FAIL");
    return pass;
}

bool runCase(Session& session, const char* name, const std::vector<std::string>& targets) {
    Case work(session, targets);
    std::vector<double> a, b, c, d;
    torch::Tensor batched, retained, single;
    const auto timed = [](std::vector<double>& times, const std::function<void()>& run) {
        const double start = cpuSeconds();
        run();
        times.push_back(cpuSeconds() - start);
    };
    work.plain();
    work.ours(kBatch * kTokens);
    for (int round = 0; round < kRounds; ++round) {
        timed(a, [&] { work.plain(); });
        timed(b, [&] { batched = work.ours(kBatch * kTokens); });
        timed(c, [&] { retained = work.retainedGraph(); });
        timed(d, [&] { single = work.ours(1); });
    }
    std::printf("%s: A plain %.3f s, B ours %.3f s, C retained graph %.3f s, D one row at a time %.3f s\n", name, median(a), median(b), median(c), median(d));
    const double size = retained.norm().item<double>();
    bool pass = report("B/A: overhead over the plain pass", median(b) / median(a), 1.10, true);
    pass = report("C/B: against the retained-graph loop", median(c) / median(b), 8, false) && pass;
    pass = report("D/B: against one row at a time", median(d) / median(b), 1.3, false) && pass;
    pass = report("relative difference of the sketches, B and C", (batched - retained).norm().item<double>() / size, 1e-4, true) && pass;
    return report("relative difference of the sketches, B and D", (batched - single).norm().item<double>() / size, 1e-4, true) && pass;
}

double peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Peak memory must not grow with the rows, but for the rows of the result themselves.
bool runMemory(Session& session) {
    LoraConfig config;
    config.rank = 4;
    const Adapter point = freshAdapter(session.info(), config, 1);
    const auto peakAfter = [&](std::size_t count) {
        const GradientRows rows = collectGradients(session, point, randomRows(count, 16), GradientOptions{}, JobContext{});
        return peakMegabytes();
    };
    const double few = peakAfter(1000), many = peakAfter(20000);
    const double result = 19000.0 * kDim * sizeof(float) / 1048576;
    std::printf("peak memory: 1,000 rows %.0f MB, 20,000 rows %.0f MB, of which %.0f MB are the sketch itself\n", few, many, result);
    return report("growth beyond the result, MB", many - few - result, 32, true);
}

}  // namespace

int main() {
    setlinebuf(stdout);
    torch::manual_seed(1);
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / ("consort_bench_gradients_" + std::to_string(getpid()));
    writeBase(folder / "small", kSmall);
    writeBase(folder / "timed", kTimed);
    SessionOptions options;
    options.device = "cpu";
    options.threads = 1;
    Session small = Session::open(folder / "small", options);
    const bool memory = runMemory(small);
    Session session = Session::open(folder / "timed", options);
    const bool narrow = runCase(session, "q,k,v", {"q_proj", "k_proj", "v_proj"});
    const bool wide = runCase(session, "all linears", {"all-linear"});
    std::filesystem::remove_all(folder);
    return memory && narrow && wide ? 0 : 1;
}
