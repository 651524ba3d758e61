// torch before Qt: Qt's `slots` macro would break it.
#include "core/nn/lora_router.h"
#include "tests/support/tiny_causal_model.h"
#undef slots

#include <QtTest>

#include "core/base/error.h"

using namespace consort;
using namespace consort::nn;

namespace {

/// Adapters of different ranks and scalings that adapt different modules.
std::vector<Adapter> raggedAdapters(const Session::Impl& session) {
    std::vector<Adapter> adapters;
    torch::manual_seed(5);
    for (const std::int64_t rank : {3, 1, 7}) {
        Adapter adapter;
        adapter.config.rank = rank;
        adapter.config.alpha = 2.0 * static_cast<double>(rank) + 1;
        const char* left = rank == 1 ? ".q" : ".k";
        for (const FrozenLinear* linear : session.model->linears()) {
            if (linear->path.ends_with(left)) continue;
            LoraWeights weights{linear->path, FloatMatrix(rank, linear->in()), FloatMatrix(linear->out(), rank)};
            for (FloatMatrix* matrix : {&weights.a, &weights.b}) {
                const torch::Tensor values = torch::randn({static_cast<std::int64_t>(matrix->values.size())}) * 0.4;
                std::copy_n(values.data_ptr<float>(), matrix->values.size(), matrix->values.begin());
            }
            adapter.modules.push_back(weights);
        }
        adapters.push_back(adapter);
    }
    return adapters;
}

TokenBatch someBatch(bool trimmed) {
    TokenBatch batch;
    torch::manual_seed(9);
    batch.ids = torch::randint(29, {5, 11}, torch::kInt64);
    batch.lengths = {11, 11, 11, 11, 11};
    if (trimmed) batch.wanted = torch::tensor({0, 10, 13, 30, 35, 44, 54}, torch::kInt64);
    return batch;
}

/// Hidden states of one adapter by y = Wx + b + scaling · B(Ax), written out.
class SeparateRouter : public LinearRouter {
public:
    SeparateRouter(const Adapter* adapter, torch::ScalarType dtype) : adapter_(adapter), dtype_(dtype) {}
    torch::Tensor apply(const FrozenLinear& linear, const torch::Tensor& x) override {
        torch::Tensor y = torch::linear(x, linear.weight->values(), linear.bias);
        if (!adapter_) return y;
        for (const LoraWeights& module : adapter_->modules) {
            if (module.path != linear.path) continue;
            y = y + adapter_->config.scaling() * x.matmul(tensor(module.a).t()).matmul(tensor(module.b).t());
        }
        return y;
    }

private:
    torch::Tensor tensor(const FloatMatrix& m) const {
        return torch::from_blob(const_cast<float*>(m.values.data()), {m.rows, m.cols}).to(dtype_);
    }
    const Adapter* adapter_;
    torch::ScalarType dtype_;
};

}  // namespace

class TestLoraRouter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void adaptersSideBySideEqualEachAlone() {
        const Session::Impl session = TinyCausalModel::session(torch::kFloat64);
        const std::vector<Adapter> adapters = raggedAdapters(session);
        const std::vector<const Adapter*> members{&adapters[0], nullptr, &adapters[1], &adapters[2]};
        const std::vector<std::int64_t> owners{2, 0, 3, 1, 3};
        const torch::NoGradGuard noGrad;
        double worst = 0;
        for (const bool trimmed : {false, true}) {
            const TokenBatch batch = someBatch(trimmed);
            const auto router = evaluationRouter(session, members);
            router->beginBatch(batch, torch::tensor(owners));
            const torch::Tensor together = session.model->hidden(batch, *router);
            const torch::Tensor row = trimmed ? torch::floor_divide(batch.wanted, 11) : torch::arange(5).repeat_interleave(11);
            const torch::Tensor owner = torch::tensor(owners).index_select(0, row);
            for (std::size_t a = 0; a < members.size(); ++a) {
                SeparateRouter separate(members[a], torch::kFloat64);
                const torch::Tensor mine = (owner == static_cast<std::int64_t>(a)).nonzero().squeeze(1);
                const torch::Tensor alone = session.model->hidden(batch, separate).view({row.size(0), -1});
                const torch::Tensor both = together.view({row.size(0), -1});
                worst = std::max(worst, (alone - both).index_select(0, mine).abs().max().item<double>());
            }
        }
        qInfo("largest difference of adapters side by side and alone: %.1e", worst);
        QVERIFY(worst <= 1e-9);
    }

    void gradientsReachEachAdapterThroughTheMask() {
        const Session::Impl session = TinyCausalModel::session(torch::kFloat64);
        const std::vector<Adapter> adapters = raggedAdapters(session);
        const TokenBatch batch = someBatch(true);
        const auto leaves = [&](const Adapter& adapter) {
            LoraTensors tensors = loraTensors(session, &adapter);
            for (auto* list : {&tensors.a, &tensors.b}) {
                for (torch::Tensor& tensor : *list) if (tensor.defined()) tensor.requires_grad_(true);
            }
            return tensors;
        };
        const LoraTensors both0 = leaves(adapters[0]), both1 = leaves(adapters[1]), alone0 = leaves(adapters[0]), alone1 = leaves(adapters[1]);
        const torch::Tensor owners = torch::tensor({1, 0, 1, 1, 0}, torch::kInt64);
        const torch::Tensor owned = owners.index_select(0, torch::floor_divide(batch.wanted, 11));
        LoraRouter router(session, {both0, both1});
        router.beginBatch(batch, owners);
        session.model->hidden(batch, router).square().sum().backward();
        for (const auto& [tensors, number] : {std::make_pair(alone0, 0), std::make_pair(alone1, 1)}) {
            LoraRouter single(session, {tensors});
            const torch::Tensor states = session.model->hidden(batch, single);
            states.index_select(0, (owned == number).nonzero().squeeze(1)).square().sum().backward();
        }
        double worst = 0;
        const auto compare = [&](const LoraTensors& x, const LoraTensors& y) {
            for (std::size_t i = 0; i < x.a.size(); ++i) {
                if (!x.a[i].defined()) continue;
                worst = std::max({worst, (x.a[i].grad() - y.a[i].grad()).abs().max().item<double>(), (x.b[i].grad() - y.b[i].grad()).abs().max().item<double>()});
            }
        };
        compare(both0, alone0);
        compare(both1, alone1);
        qInfo("largest difference of gradients: %.1e", worst);
        QVERIFY(worst <= 1e-9);
    }

    void dropoutDependsOnTheRowAndPositionAlone() {
        const Session::Impl session = TinyCausalModel::session(torch::kFloat64);
        LoraTensors tensors = loraTensors(session, &raggedAdapters(session)[0]);
        tensors.dropout = 0.3;
        LoraRouter router(session, {tensors});
        const torch::NoGradGuard noGrad;
        const TokenBatch all = someBatch(false);
        const std::vector<DropoutRow> key{{4, 2, 10}, {4, 2, 11}, {4, 2, 12}, {4, 2, 13}, {4, 2, 14}};
        router.beginBatch(all, torch::Tensor(), dropoutKeys(key, all.ids.size(1)));
        const torch::Tensor whole = session.model->hidden(all, router).view({5, 11, -1});
        TokenBatch few;
        few.ids = torch::stack({all.ids[3], all.ids[1]});
        few.lengths = {11, 11};
        const std::vector<DropoutRow> swapped{{4, 2, 13}, {4, 2, 11}}, later{{4, 3, 13}, {4, 3, 11}};
        router.beginBatch(few, torch::Tensor(), dropoutKeys(swapped, few.ids.size(1)));
        const torch::Tensor part = session.model->hidden(few, router).view({2, 11, -1});
        QVERIFY((part[0] - whole[3]).abs().max().item<double>() < 1e-12 && (part[1] - whole[1]).abs().max().item<double>() < 1e-12);
        router.beginBatch(few, torch::Tensor(), dropoutKeys(later, few.ids.size(1)));
        QVERIFY((session.model->hidden(few, router).view({2, 11, -1})[0] - whole[3]).abs().max().item<double>() > 1e-3);
    }

    void aLinearWithoutNumberStaysPlain() {
        const Session::Impl session = TinyCausalModel::session(torch::kFloat64);
        const Adapter adapter = raggedAdapters(session)[0];
        FrozenLinear head;
        head.weight = std::make_shared<DenseWeight>(torch::randn({3, 12}, torch::kFloat64));
        const torch::Tensor x = torch::randn({2, 12}, torch::kFloat64);
        QVERIFY(torch::equal(evaluationRouter(session, &adapter)->apply(head, x), torch::linear(x, head.weight->values())));
    }

    void aModuleOfAnotherModelIsNamed() {
        const Session::Impl session = TinyCausalModel::session(torch::kFloat64);
        Adapter adapter = raggedAdapters(session)[0];
        adapter.modules[0].path = "layers.7.q";
        QVERIFY_EXCEPTION_THROWN(evaluationRouter(session, &adapter), Error);
    }
};

QTEST_GUILESS_MAIN(TestLoraRouter)
#include "tst_lora_router.moc"
