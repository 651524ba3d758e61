// Products by weights in oneDNN's layout against LibTorch's own. torch before Qt: Qt's `slots` macro would break it.
#include <ATen/autocast_mode.h>

#include "core/nn/blocked_weight.h"
#undef slots

#include <QtTest>

#include <thread>

using namespace consort::nn;

namespace {

/// Relative to the largest value.
double difference(const torch::Tensor& a, const torch::Tensor& b) {
    return (a.to(torch::kFloat64) - b.to(torch::kFloat64)).abs().max().item<double>() / b.to(torch::kFloat64).abs().max().item<double>();
}

struct Case {
    torch::Tensor weight = torch::randn({48, 40}), bias = torch::randn({48}), x = torch::randn({3, 7, 40}), g = torch::randn({3, 7, 48});
    std::shared_ptr<const BlockedWeight> blocked = std::make_shared<const BlockedWeight>(weight);
};

/// (y, ∂x) of `product` with g from above.
template <typename Product>
std::pair<torch::Tensor, torch::Tensor> through(const torch::Tensor& x, const torch::Tensor& g, Product product) {
    const torch::Tensor leaf = x.detach().clone().requires_grad_(true), y = product(leaf);
    y.backward(g.to(y.scalar_type()));
    return {y.detach(), leaf.grad()};
}

}  // namespace

class TestBlockedWeight : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { torch::manual_seed(5); }

    void itIsTheSameProduct() {
        const Case c;
        for (const torch::Tensor& bias : {c.bias, torch::Tensor()}) {
            for (const torch::Tensor& x : {c.x, c.x.flatten(0, 1), c.x.transpose(0, 1)}) {
                const torch::NoGradGuard noGrad;
                QVERIFY(BlockedWeight::serves(x));
                QVERIFY(difference(c.blocked->product(x, bias), torch::linear(x, c.weight, bias)) < 1e-6);
            }
        }
    }

    void itIsDifferentiable() {
        const Case c;
        const auto ours = through(c.x, c.g, [&](const torch::Tensor& x) { return c.blocked->product(x, c.bias); });
        const auto theirs = through(c.x, c.g, [&](const torch::Tensor& x) { return torch::linear(x, c.weight, c.bias); });
        QVERIFY(difference(ours.first, theirs.first) < 1e-6);
        QVERIFY(difference(ours.second, theirs.second) < 1e-6);
    }

    void autocastNarrowsIt() {
        const Case c;
        at::autocast::set_autocast_dtype(at::kCPU, at::kBFloat16);
        at::autocast::set_autocast_enabled(at::kCPU, true);
        const bool served = BlockedWeight::serves(c.x);
        std::pair<torch::Tensor, torch::Tensor> ours, theirs = through(c.x, c.g, [&](const torch::Tensor& x) { return torch::linear(x, c.weight, c.bias); });
        if (served) ours = through(c.x, c.g, [&](const torch::Tensor& x) { return c.blocked->product(x, c.bias); });
        at::autocast::set_autocast_enabled(at::kCPU, false);
        at::autocast::clear_cache();
        if (!served) QSKIP("this processor has no products in bfloat16");
        QCOMPARE(ours.first.scalar_type(), theirs.first.scalar_type());
        QCOMPARE(ours.second.scalar_type(), torch::kFloat32);
        QVERIFY(difference(ours.first, theirs.first) < 1e-2);
        QVERIFY(difference(ours.second, theirs.second) < 1e-2);
    }

    void threadsShareIt() {
        const Case c;
        std::vector<torch::Tensor> results(4);
        {
            std::vector<std::jthread> threads;
            for (torch::Tensor& result : results) threads.emplace_back([&] { result = through(c.x, c.g, [&](const torch::Tensor& x) { return c.blocked->product(x, c.bias); }).second; });
        }
        for (const torch::Tensor& result : results) QVERIFY(torch::equal(result, results.front()));
    }

    void whatItDoesNotServe() {
        QVERIFY(!BlockedWeight::serves(torch::zeros({2, 40}, torch::kFloat64)));
        QVERIFY(!BlockedWeight::serves(torch::zeros({0, 40})));
        QVERIFY(!BlockedWeight::serves(torch::zeros({2, 40}, torch::TensorOptions(torch::kMeta))));
    }
};

QTEST_GUILESS_MAIN(TestBlockedWeight)
#include "tst_blocked_weight.moc"
