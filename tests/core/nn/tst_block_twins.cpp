// The CPU twins of the GPU's kernels against LibTorch: what a kernel must give is what the engine computes.
#include "tests/support/differences.h"
#undef slots

#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/nn/label_head.h"
#include "gpu/block_parts.h"
#include "gpu/label_head.h"
#include "gpu/sigmoid_residual.h"
#include "gpu/sketch.h"

using namespace consort;

class TestBlockTwins : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { torch::manual_seed(5); }

    void labelHeadIsThatOfTheEngine() {
        for (const double size : {1.0, 30.0, 3000.0}) {
            const torch::Tensor logits = torch::randn({7, 101}) * size, gold = torch::randint(101, {7}, torch::kInt64);
            const nn::LabelOdds engine = nn::labelOdds(logits, gold);
            torch::Tensor derivative = torch::empty({7, 101});
            std::vector<double> odds(7);
            labelHead(logits.data_ptr<float>(), gold.data_ptr<std::int64_t>(), 7, 101, odds.data(), derivative.data_ptr<float>());
            for (std::size_t r = 0; r < 7; ++r) QVERIFY(std::abs(odds[r] - engine.logOdds[r]) <= 1e-5 * std::max(1.0, std::abs(engine.logOdds[r])));
            QVERIFY(difference(derivative, engine.derivative) < 1e-5);
        }
    }

    void residualIsTheDerivativeOfTheLoss() {
        const torch::Tensor offset = torch::randn({50}) * 20, weight = torch::rand({3});
        const torch::Tensor start = torch::randn({3, 50}, torch::requires_grad());
        const torch::Tensor losses = torch::softplus(-(offset + start)).sum(1) * weight;
        losses.sum().backward();
        torch::Tensor predictor = start.detach().clone();
        std::vector<double> loss(3, 0.25);
        sigmoidResidual(offset.data_ptr<float>(), weight.data_ptr<float>(), 3, 50, predictor.data_ptr<float>(), loss.data());
        QVERIFY(difference(predictor, start.grad()) < 1e-6);
        for (int k = 0; k < 3; ++k) QVERIFY(std::abs(loss[static_cast<std::size_t>(k)] - 0.25 - losses[k].item<double>()) < 1e-3);
    }

    void rmsNormAndItsBackward() {
        const torch::Tensor x = torch::randn({5, 37}, torch::requires_grad()), weight = torch::randn({37}), gradient = torch::randn({5, 37});
        const torch::Tensor expected = x * torch::rsqrt(x.square().mean(-1, true) + 1e-5) * weight;
        expected.backward(gradient);
        torch::Tensor y = torch::empty({5, 37}), scale = torch::empty({5}), dx = torch::empty({5, 37});
        const torch::Tensor values = x.detach().contiguous();
        rmsNormForward(values.data_ptr<float>(), weight.data_ptr<float>(), 1e-5F, 5, 37, y.data_ptr<float>(), scale.data_ptr<float>());
        rmsNormBackward(gradient.data_ptr<float>(), values.data_ptr<float>(), weight.data_ptr<float>(), scale.data_ptr<float>(), 5, 37, dx.data_ptr<float>());
        QVERIFY(difference(y, expected.detach()) < 1e-5);
        QVERIFY(difference(dx, x.grad()) < 1e-5);
    }

    void rotaryEmbeddingTurnsAndTurnsBack() {
        const std::int64_t tokens = 6, heads = 3, headDim = 10, dims = 8;
        const torch::Tensor x = torch::randn({tokens, heads, headDim}), angles = torch::randn({20, dims / 2}), cos = angles.cos().contiguous(), sin = angles.sin().contiguous();
        const torch::Tensor position = torch::randint(20, {tokens}, torch::kInt64);
        torch::Tensor turned = x.clone();
        ropeForward(turned.data_ptr<float>(), cos.data_ptr<float>(), sin.data_ptr<float>(), position.data_ptr<std::int64_t>(), tokens, heads, headDim, dims);
        const torch::Tensor c = cos.index_select(0, position).unsqueeze(1), s = sin.index_select(0, position).unsqueeze(1);
        const torch::Tensor first = x.narrow(-1, 0, dims / 2), second = x.narrow(-1, dims / 2, dims / 2);
        const torch::Tensor expected = torch::cat({first * c - second * s, second * c + first * s, x.narrow(-1, dims, headDim - dims)}, -1);
        QVERIFY(difference(turned, expected) < 1e-6);
        ropeBackward(turned.data_ptr<float>(), cos.data_ptr<float>(), sin.data_ptr<float>(), position.data_ptr<std::int64_t>(), tokens, heads, headDim, dims);
        QVERIFY(difference(turned, x) < 1e-6);
    }

    void swigluAndItsBackward() {
        const torch::Tensor gate = torch::randn({200}, torch::requires_grad()), up = torch::randn({200}, torch::requires_grad()), gradient = torch::randn({200});
        const torch::Tensor expected = torch::silu(gate) * up;
        expected.backward(gradient);
        torch::Tensor y = torch::empty({200}), dgate = torch::empty({200}), dup = torch::empty({200});
        swigluForward(gate.detach().data_ptr<float>(), up.detach().data_ptr<float>(), 200, y.data_ptr<float>());
        swigluBackward(gradient.data_ptr<float>(), gate.detach().data_ptr<float>(), up.detach().data_ptr<float>(), 200, dgate.data_ptr<float>(), dup.data_ptr<float>());
        QVERIFY(difference(y, expected.detach()) < 1e-6 && difference(dgate, gate.grad()) < 1e-6 && difference(dup, up.grad()) < 1e-6);
    }

    /// Its exponential is our own: exact in every range, and neither NaN nor infinity out of finite gates, but NaN out of NaN.
    void swigluFarFromZero() {
        constexpr std::int64_t kCount = 20001;
        const torch::Tensor gate = torch::linspace(-80, 80, kCount), up = torch::ones({kCount}), exact = torch::silu(gate.to(torch::kFloat64));
        torch::Tensor y = torch::empty({kCount});
        swigluForward(gate.data_ptr<float>(), up.data_ptr<float>(), kCount, y.data_ptr<float>());
        QVERIFY(((y.to(torch::kFloat64) - exact).abs() / (exact.abs() + 1e-30)).max().item<double>() < 1e-6);
        const std::array<float, 4> far{-1e30F, -200.0F, 200.0F, 1e30F}, one{1, 1, 1, 1}, nan{NAN, NAN, NAN, NAN};
        std::array<float, 4> found{};
        swigluForward(far.data(), one.data(), 4, found.data());
        QVERIFY(std::abs(found[1]) < 1e-30F && found[2] == 200.0F && found[3] == 1e30F && std::isfinite(found[0]));
        swigluForward(nan.data(), one.data(), 4, found.data());
        QVERIFY(std::all_of(found.begin(), found.end(), [](float value) { return std::isnan(value); }));
    }

    void outerProductsOfPackedTokens() {
        const torch::Tensor g = torch::randn({9, 70}), u = torch::randn({9, 5});
        const std::vector<std::int64_t> offsets{0, 4, 4, 9};  // the second example has no tokens
        torch::Tensor product = torch::full({3, 70, 5}, 7.0F);
        segmentOuterProduct(g.data_ptr<float>(), u.data_ptr<float>(), offsets.data(), 3, 70, 5, product.data_ptr<float>());
        const torch::Tensor expected = torch::stack({g.slice(0, 0, 4).t().mm(u.slice(0, 0, 4)), torch::zeros({70, 5}), g.slice(0, 4, 9).t().mm(u.slice(0, 4, 9))});
        QVERIFY(difference(product, expected) < 1e-5);
    }
};

QTEST_GUILESS_MAIN(TestBlockTwins)
#include "tst_block_twins.moc"
