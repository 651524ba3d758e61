// The road that a GPU takes (kernels, packed weights, uploads, devices), on a machine without one: through the kernels' CPU twins, and with a model
// of the meta device, which refuses every operation that mixes devices. torch before Qt: Qt's `slots` macro would break it.
#include <ATen/ExpandUtils.h>
#include <torch/library.h>

#include "core/nn/architectures.h"
#include "core/nn/block_kernels.h"
#include "core/nn/device_kernels.h"
#include "core/nn/gradients_pass.h"
#include "core/nn/gradients_sinks.h"
#include "core/nn/lora_router.h"
#include "core/nn/packed_weight.h"
#include "core/nn/token_batches.h"
#include "core/nn/training_pass.h"
#include "core/nn/weight_upload.h"
#include "tests/support/demo_rows.h"
#include "tests/support/differences.h"
#include "tests/support/random_llama.h"
#undef slots

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <numeric>
#include <optional>

#include "core/base/error.h"
#include "core/nn/evaluator.h"
#include "core/nn/gradients.h"
#include "core/nn/trainer.h"
#include "tests/support/gpu_or_skip.h"

using namespace consort;

namespace {

/// Everything that a user's commands compute with a base.
struct Figures {
    FloatMatrix logits, sketch;
    std::vector<double> h0;
    Adapter trained;
    double loss = 0;
};

Adapter moved(const ModelInfo& model) {
    Adapter adapter = freshAdapter(model, {4, 8, 0.1, {"all-linear"}}, 5);
    Rng rng(9, 1);
    for (LoraWeights& module : adapter.modules) {
        for (float& value : module.b.values) value = static_cast<float>(0.05 * (rng.uniform() - 0.5));
    }
    return adapter;
}

Figures figuresOf(Session& session, const std::vector<Example>& rows) {
    Figures figures;
    const Adapter point = moved(session.info());
    figures.logits = session.logits(rows[1].promptIds, &point);
    GradientRows gradients = collectGradients(session, point, rows, {RowMode::Choice, 70, 3, true, 4096, false}, {});
    figures.sketch = std::move(gradients.sketch);
    figures.h0 = std::move(gradients.h0);
    TrainingPlan plan;
    plan.id = "run";
    plan.data = {{"x", std::span(rows).first(20), std::span(rows).last(6)}};
    plan.start = point;
    plan.options.steps = 6;
    plan.options.learningRate = 2e-3;
    QTemporaryDir folder;
    plan.folder = folder.path().toStdString() + "/run";
    figures.trained = train(session, plan, {}).adapter;
    const Adapter* members[] = {nullptr, &figures.trained};
    figures.loss = MemberStates::compute(session, members, rows, {}).loss(std::vector<double>{0.3, 0.7}, nullptr);
    return figures;
}

void requireAlike(const Figures& a, const Figures& b, double tolerance) {
    QVERIFY(difference(a.logits.values, b.logits.values) <= tolerance);
    QVERIFY(difference(a.sketch.values, b.sketch.values) <= 20 * tolerance);
    for (std::size_t k = 0; k < a.h0.size(); ++k) QVERIFY(std::abs(a.h0[k] - b.h0[k]) <= tolerance);
    for (std::size_t m = 0; m < a.trained.modules.size(); ++m) QVERIFY(difference(a.trained.modules[m].b.values, b.trained.modules[m].b.values) <= 20 * tolerance);
    QVERIFY(std::abs(a.loss - b.loss) <= tolerance);
}

/// Takes gradients and says that memory ran out where more rows come than it likes.
class SmallSink : public nn::GradientSink {
public:
    explicit SmallSink(std::size_t most) : most_(most) {}
    void beginRows(std::span<const std::int64_t> rows) override { rows_.assign(rows.begin(), rows.end()); }
    void take(const nn::LoraFactor&, const torch::Tensor&) override {
        if (rows_.size() > most_) throw std::bad_alloc();
    }
    void endRows() override { done.insert(done.end(), rows_.begin(), rows_.end()); }
    std::unique_ptr<GradientSink> sibling() const override { return std::make_unique<SmallSink>(*this); }
    std::vector<std::int64_t> done;

private:
    std::size_t most_;
    std::vector<std::int64_t> rows_;
};

/// The blocks' weights of a random llama as bitsandbytes saves them, rounded to bfloat16 beforehand.
void writeStoredNf4(const std::filesystem::path& from, const std::filesystem::path& folder, const LlamaShape& shape) {
    makeFolder(folder);
    std::filesystem::copy_file(from / "config.json", folder / "config.json");
    std::vector<std::pair<std::string, torch::Tensor>> kept;
    for (const auto& [name, tensor] : randomLlamaTensors(shape)) {
        if (name.find("proj") == std::string::npos) {
            kept.emplace_back(name, tensor);
            continue;
        }
        const auto bytes = [](const auto& values) { return torch::tensor(at::ArrayRef<std::uint8_t>(values.data(), values.size()), torch::kUInt8); };
        const Nf4Codes codes = quantizeNf4(tensor.data_ptr<float>(), tensor.numel());
        Value state;
        state.set("quant_type", "nf4").set("blocksize", 64).set("nested_blocksize", 256).set("nested_offset", static_cast<double>(codes.offset)).set("dtype", "bfloat16");
        const std::string text = toJson(state.set("shape", Value(Value::List{tensor.size(0), tensor.size(1)})));
        kept.emplace_back(name, bytes(codes.codes).view({-1, 1}));
        kept.emplace_back(name + ".absmax", bytes(codes.absmax));
        kept.emplace_back(name + ".nested_absmax", torch::tensor(codes.nestedAbsmax));
        kept.emplace_back(name + ".quant_map", torch::tensor(at::ArrayRef<float>(nf4Levels(), 16)));
        kept.emplace_back(name + ".nested_quant_map", torch::tensor(at::ArrayRef<float>(nf4AbsmaxMap(), 256)));
        kept.emplace_back(name + ".quant_state.bitsandbytes__nf4", bytes(std::vector<std::uint8_t>(text.begin(), text.end())));
    }
    std::vector<TensorToWrite> files;
    for (const auto& [name, tensor] : kept) {
        const TensorType type = tensor.scalar_type() == torch::kUInt8 ? TensorType::U8 : TensorType::F32;
        files.push_back({name, type, tensor.sizes().vec(), {static_cast<const std::byte*>(tensor.data_ptr()), tensor.nbytes()}});
    }
    writeSafetensors(folder / "model.safetensors", files);
}

/// Looks at nothing but the device of what it is given.
class AnySink : public nn::GradientSink {
public:
    void beginRows(std::span<const std::int64_t>) override {}
    void take(const nn::LoraFactor&, const torch::Tensor& gradients) override { taken += gradients.is_meta() ? 1 : 0; }
    void endRows() override {}
    std::unique_ptr<GradientSink> sibling() const override { return std::make_unique<AnySink>(); }
    std::size_t taken = 0;
};

/// What LibTorch's C++ half lacks for the meta device: shapes, and the refusal of an index that lies elsewhere.
torch::Tensor selectedShape(const torch::Tensor& from, std::int64_t dim, const torch::Tensor& index) {
    TORCH_CHECK(index.device() == from.device(), "the index is on another device than what it selects from");
    std::vector<std::int64_t> sizes = from.sizes().vec();
    sizes[static_cast<std::size_t>(dim)] = index.numel();
    return torch::empty(sizes, from.options());
}

torch::Tensor chosenShape(const torch::Tensor& condition, const torch::Tensor& x, const torch::Tensor& y) {
    TORCH_CHECK(condition.is_meta() && (x.is_meta() || x.dim() == 0) && (y.is_meta() || y.dim() == 0), "where: tensors on another device");
    const auto sizes = at::infer_size(condition.sizes(), at::infer_size(x.sizes(), y.sizes()));
    return torch::empty(sizes, condition.options().dtype((x.dim() >= y.dim() ? x : y).dtype()));
}
torch::Tensor& chosenInto(const torch::Tensor& condition, const torch::Tensor& x, const torch::Tensor& y, torch::Tensor& out) { return out = chosenShape(condition, x, y); }
TORCH_LIBRARY_IMPL(aten, Meta, library) {
    library.impl("index_select", selectedShape);
    library.impl("where.self", chosenShape);
    library.impl("where.self_out", chosenInto);
}

/// A tensor of the meta device has no value to ask for: such a pass could be recorded.
void aPassAsksForNoValue(const Session::Impl& impl, const nn::LoraTensors& leaves, const std::vector<Example>& examples) {
    std::vector<nn::RunRow> rows;
    for (const Example& row : examples) rows.push_back({&row, rows.size()});
    const nn::PassPart part{rows, 1, 1, rows.size()};
    const nn::PassInputs inputs = nn::planPass(impl.info, std::span(&part, 1), false, {16, 32}).inputs.to(torch::kMeta);
    nn::LoraRouter router(impl, {leaves});
    QVERIFY(nn::labelLosses(impl, router, inputs, {}).is_meta());
    QVERIFY(leaves.a.front().grad().is_meta());
}

}  // namespace

class TestDeviceRoad : public QObject {
    Q_OBJECT
public:
    TestDeviceRoad() {
        torch::manual_seed(3);
        writeRandomLlama(base(), {61, 32, 2, 48, 4});
        rows_ = randomRows(26, 61, 1);
    }

private:
    QTemporaryDir temporary_;
    std::vector<Example> rows_;
    std::filesystem::path base() const { return temporary_.path().toStdString() + "/base"; }

private Q_SLOTS:
    void theKernelsComputeWhatTheOperatorsDo() {
        Session session = Session::open(base(), {"cpu", "float32", "none", 1});
        const Figures plain = figuresOf(session, rows_);
        const nn::TwinScope twins;
        requireAlike(figuresOf(session, rows_), plain, 2e-5);
    }

    void kernelsAreDifferentiable() {
        const nn::TwinScope twins;
        const auto gradientsOf = [](const std::vector<torch::Tensor>& inputs, const auto& function) {
            std::vector<torch::Tensor> leaves;
            for (const torch::Tensor& input : inputs) leaves.push_back(input.clone().requires_grad_(true));
            const torch::Tensor y = function(leaves);
            y.backward(torch::linspace(-1, 1, y.numel()).view(y.sizes()));
            for (torch::Tensor& leaf : leaves) leaf = leaf.grad();
            leaves.push_back(y.detach());
            return leaves;
        };
        const auto compare = [&](const std::vector<torch::Tensor>& inputs, const auto& ours, const auto& theirs) {
            const auto a = gradientsOf(inputs, ours), b = gradientsOf(inputs, theirs);
            for (std::size_t k = 0; k < a.size(); ++k) QVERIFY2(difference(a[k], b[k]) < 1e-5, qPrintable(QString::number(difference(a[k], b[k]))));
        };
        const torch::Tensor x = torch::randn({3, 5, 12}), weight = torch::rand({12});
        compare({x}, [&](const auto& in) { return nn::kernelRmsNorm(in[0], weight, 1e-5); },
                [&](const auto& in) { return in[0] * torch::rsqrt(in[0].square().mean(-1, true) + 1e-5) * weight; });
        compare({x, torch::randn({3, 5, 12})}, [](const auto& in) { return nn::kernelSwiglu(in[0], in[1]); }, [](const auto& in) { return torch::silu(in[0]) * in[1]; });
        const torch::Tensor angles = torch::rand({5, 4}), heads = torch::randn({3, 5, 2, 10}), positions = torch::arange(5).flip(0);
        compare({heads}, [&](const auto& in) { return nn::kernelRope(in[0], angles.cos(), angles.sin(), positions); },
                [&](const auto& in) {
                    const torch::Tensor c = angles.cos().index_select(0, positions).unsqueeze(1), s = angles.sin().index_select(0, positions).unsqueeze(1);
                    const torch::Tensor first = in[0].narrow(-1, 0, 4), second = in[0].narrow(-1, 4, 4);
                    return torch::cat({first * c - second * s, second * c + first * s, in[0].narrow(-1, 8, 2)}, -1);
                });
    }

    void packedWeightsAreTheSameValues() {
        Session dense = Session::open(base(), {"cpu", "float32", "nf4", 1, "dense"}), packed = Session::open(base(), {"cpu", "float32", "nf4", 1, "packed"});
        QCOMPARE(dense.options().storage, "dense");
        QCOMPARE(packed.options().storage, "packed");
        QVERIFY(dynamic_cast<const nn::PackedWeight*>(packed.impl().model->linears().front()->weight.get()));
        const Figures expected = figuresOf(dense, rows_);
        requireAlike(figuresOf(packed, rows_), expected, 0);
        const nn::TwinScope twins;
        Session throughKernels = Session::open(base(), {"cpu", "float32", "nf4", 1, "packed"});
        requireAlike(figuresOf(throughKernels, rows_), expected, 2e-5);
    }

    void layoutsBesideTheWeightsChangeNothing() {
        Session dense = Session::open(base(), {"cpu", "float32", "nf4", 1, "dense"}), blocked = Session::open(base(), {"cpu", "float32", "nf4", 1});
        QCOMPARE(blocked.options().storage, "blocked");
        requireAlike(figuresOf(blocked, rows_), figuresOf(dense, rows_), 2e-6);
    }

    void storedCodesStayWhatTheyAre() {
        const std::filesystem::path folder = temporary_.path().toStdString() + "/stored";
        writeStoredNf4(base(), folder, {61, 32, 2, 48, 4});
        Session dense = Session::open(folder, {"cpu", "float32", "nf4", 1, "dense"}), packed = Session::open(folder, {"cpu", "float32", "nf4", 1, "packed"});
        const nn::FrozenLinear &a = *dense.impl().model->linears().front(), &b = *packed.impl().model->linears().front();
        QVERIFY(!dynamic_cast<const nn::PackedWeight*>(a.weight.get()) && dynamic_cast<const nn::PackedWeight*>(b.weight.get()));
        const torch::Tensor values = a.weight->values();
        QVERIFY(torch::equal(values, b.weight->values()) && torch::equal(values, values.to(torch::kBFloat16).to(torch::kFloat32)));
        requireAlike(figuresOf(packed, rows_), figuresOf(dense, rows_), 0);
    }

    void uploadsArriveWhole() {
        nn::WeightUpload upload(torch::kCPU, &kernelTwins());
        for (const std::int64_t count : {0L, 1L, 9L << 20, 20L << 20}) {
            const torch::Tensor values = torch::arange(count, torch::kFloat32), there = upload(values);
            QVERIFY(torch::equal(there, values) && (count == 0 || there.data_ptr() != values.data_ptr()));
        }
    }

    /// Whoever forgets to move a tensor to the device is refused by LibTorch here.
    void nothingIsLeftOnTheHost() {
        Session::Impl impl;
        const nn::ModelConfig config = nn::readModelConfig(base());
        impl.model = nn::architectureOf(config.family).load(config, nn::WeightFiles(base(), nn::WeightUse::CheckShapes), {});
        impl.info = inspectModel(base());
        impl.device = torch::kMeta;
        const Adapter adapter = moved(impl.info);
        const nn::RowPlan plan = nn::planRows(rows_, RowMode::Answer, impl.info);
        std::vector<std::size_t> all(plan.sequences.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        nn::PlannedBatch batch = nn::planBatch(plan, all, impl.device);
        const Adapter* members[] = {&adapter, nullptr};
        const auto router = nn::evaluationRouter(impl, members);
        router->beginBatch(batch.input, torch::zeros({26}, torch::TensorOptions(torch::kMeta).dtype(torch::kInt64)));
        const torch::Tensor states = impl.model->hidden(batch.input, *router);
        QVERIFY(impl.model->head(states).is_meta());
        nn::KeyValues seen;
        batch.input.record = &seen;
        impl.model->hidden(batch.input, *router);
        nn::TokenBatch next = batch.input;
        const nn::KeyValues past = seen;
        next.past = &past;
        next.record = nullptr;
        QVERIFY(impl.model->hidden(next, *router).is_meta());

        nn::LoraTensors leaves = nn::loraTensors(impl, &adapter);
        for (auto* factors : {&leaves.a, &leaves.b}) {
            for (torch::Tensor& factor : *factors) factor.requires_grad_(true);
        }
        nn::LoraRouter training(impl, {leaves});
        batch.input.record = nullptr;
        batch.input.recompute = true;
        impl.model->head(impl.model->hidden(batch.input, training)).log_softmax(-1).sum().backward();
        QVERIFY(leaves.a.front().grad().is_meta());
        batch.input.recompute = false;
        for (auto* factors : {&leaves.a, &leaves.b}) {
            for (torch::Tensor& factor : *factors) factor.mutable_grad() = torch::Tensor();
        }
        aPassAsksForNoValue(impl, leaves, rows_);
        nn::GradientRouter collecting(impl, adapter, true);
        AnySink sink;
        collecting.beginBatch(batch.wantedCounts, &sink);
        impl.model->hidden(batch.input, collecting).sum().backward();
        QCOMPARE(sink.taken, 2 * adapter.modules.size());
    }

    void batchesAreHalvedWhereMemoryRunsOut() {
        Session session = Session::open(base(), {"cpu", "float32", "none", 1});
        const Adapter point = moved(session.info());
        std::vector<std::string> notes;
        JobContext job;
        job.onNote = [&](const std::string& note) { notes.push_back(note); };
        SmallSink sink(5);
        nn::GradientPass(session.impl(), point, {}).run(rows_, &sink, job);
        std::sort(sink.done.begin(), sink.done.end());
        std::vector<std::int64_t> all(rows_.size());
        std::iota(all.begin(), all.end(), 0);
        QCOMPARE(sink.done, all);
        QVERIFY(!notes.empty() && notes.front().find("computed in halves, with the same result") != std::string::npos);
        SmallSink none(0);
        QVERIFY_THROWS_EXCEPTION(Error, nn::GradientPass(session.impl(), point, {}).run(rows_, &none, job));
    }

    void gradientsAreTheSameWhereBlocksAreComputedTwice() {
        Session session = Session::open(base(), {"cpu", "float32", "none", 1});
        const Adapter point = moved(session.info());
        for (const RowMode mode : {RowMode::Answer, RowMode::Choice}) {  // the second has several backward passes a batch
            const std::int64_t count = nn::outputRows(session.info(), rows_, mode);
            std::vector<torch::Tensor> sketches;
            for (const bool recompute : {false, true}) {
                sketches.push_back(torch::zeros({count, 50}));
                nn::SketchSink sink(sketches.back(), 3, session.impl());
                nn::GradientPass(session.impl(), point, {mode, true, 4096, "gradients", recompute}).run(rows_, &sink, {});
            }
            QVERIFY(sketches[0].abs().max().item<double>() > 0.1);
            QVERIFY(difference(sketches[0], sketches[1]) <= 1e-5 * sketches[0].abs().max().item<double>());
        }
    }

    void aGpuComputesWhatTheCpuDoes() {
        std::optional<Session> gpu;
        try {
            gpu.emplace(Session::open(base(), {"cuda:0", "float32", "none", 1}));
        } catch (const Error& e) {
            if (e.code() != ErrorCode::NoDevice) throw;
            SKIP_WITHOUT_GPU(e.what());
        }
        Session cpu = Session::open(base(), {"cpu", "float32", "none", 1});
        requireAlike(figuresOf(*gpu, rows_), figuresOf(cpu, rows_), 1e-4);
        Session coarse = Session::open(base(), {"cpu", "float32", "nf4", 1});
        for (const char* storage : {"dense", "packed"}) {
            Session held = Session::open(base(), {"cuda:0", "float32", "nf4", 1, storage});
            requireAlike(figuresOf(held, rows_), figuresOf(coarse, rows_), 1e-4);
        }
    }

    void namesOfDevices() {
        const auto refusal = [&](const std::string& device) -> std::optional<ErrorCode> {
            try {
                Session::open(base(), {device, "float32", "none", 1});
            } catch (const Error& e) {
                return e.code();
            }
            return std::nullopt;
        };
        QCOMPARE(refusal("cpu"), std::nullopt);
        QCOMPARE(refusal("auto"), std::nullopt);
        for (const char* unknown : {"", "gpu", "CPU", "cpu:0"}) QCOMPARE(refusal(unknown), ErrorCode::InvalidInput);
        for (const char* absent : {"cuda:", "cuda:x", "cuda:-1", "cuda:99999", "cuda:987"}) QCOMPARE(refusal(absent), ErrorCode::NoDevice);
    }
};

QTEST_GUILESS_MAIN(TestDeviceRoad)
#include "tst_device_road.moc"
