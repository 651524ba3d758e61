#include <QtTest>

#include <cmath>

#include "core/base/error.h"
#include "core/base/rng.h"
#include "core/ensemble/merge.h"

using namespace consort;

namespace {

Adapter randomAdapter(std::int64_t rank, double alpha, std::uint64_t seed) {
    Rng rng(seed, 1);
    Adapter adapter;
    adapter.config.rank = rank;
    adapter.config.alpha = alpha;
    adapter.config.targets = {"q_proj", "v_proj"};
    for (const auto& [path, in, out] : {std::tuple{"layers.0.q_proj", 7, 5}, std::tuple{"layers.0.v_proj", 7, 3}}) {
        LoraWeights weights{path, FloatMatrix(rank, in), FloatMatrix(out, rank)};
        for (float& value : weights.a.values) value = static_cast<float>(rng.normal());
        for (float& value : weights.b.values) value = static_cast<float>(rng.normal());
        adapter.modules.push_back(weights);
    }
    return adapter;
}

/// Adds factor · scaling · B A of module k, in float64.
void addDelta(Matrix& sum, const Adapter& adapter, std::size_t k, double factor) {
    const LoraWeights& module = adapter.modules[k];
    for (std::int64_t o = 0; o < sum.rows; ++o) {
        for (std::int64_t i = 0; i < sum.cols; ++i) {
            for (std::int64_t r = 0; r < module.a.rows; ++r) {
                sum(o, i) += factor * adapter.config.scaling() * static_cast<double>(module.b(o, r)) * static_cast<double>(module.a(r, i));
            }
        }
    }
}

}  // namespace

class TestMergeCat : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void catIsTheWeightedSumOfTheDeltas() {
        const std::vector<Adapter> members{randomAdapter(2, 16, 1), randomAdapter(4, 8, 2), randomAdapter(1, 3, 3)};
        const std::vector<double> weights{0.5, 0.2, 0.3};
        const Adapter merged = mergeCat(members, weights);
        QCOMPARE(merged.config.rank, 7);
        QCOMPARE(merged.config.scaling(), 1.0);
        QCOMPARE(merged.config.targets, members[0].config.targets);
        for (std::size_t k = 0; k < 2; ++k) {
            Matrix expected(merged.modules[k].b.rows, merged.modules[k].a.cols), found = expected;
            for (std::size_t a = 0; a < members.size(); ++a) addDelta(expected, members[a], k, weights[a]);
            addDelta(found, merged, k, 1);
            for (std::size_t cell = 0; cell < expected.values.size(); ++cell) {
                // Only the folded factor w·s is rounded, to float32: relative 6e-8 of each product.
                QVERIFY(std::abs(expected.values[cell] - found.values[cell]) < 1e-5);
            }
        }
    }

    void powersOfTwoAreExact() {
        const std::vector<Adapter> members{randomAdapter(2, 4, 1), randomAdapter(2, 8, 2)};
        const Adapter merged = mergeCat(members, std::vector<double>{0.5, 0.25});
        Matrix expected(5, 7), found(5, 7);
        addDelta(expected, members[0], 0, 0.5);
        addDelta(expected, members[1], 0, 0.25);
        addDelta(found, merged, 0, 1);
        for (std::size_t cell = 0; cell < 35; ++cell) QVERIFY(std::abs(expected.values[cell] - found.values[cell]) < 1e-14);
    }

    void oneMemberOfWeightOneIsItself() {
        const std::vector<Adapter> members{randomAdapter(3, 3, 5)};
        const Adapter merged = mergeCat(members, std::vector<double>{1.0});
        QVERIFY(merged.modules[0].a.values == members[0].modules[0].a.values);
        QVERIFY(merged.modules[1].b.values == members[0].modules[1].b.values);
    }

    void modulesOfOneMemberAloneGetZerosFromTheOthers() {
        std::vector<Adapter> members{randomAdapter(2, 4, 1), randomAdapter(3, 6, 2)};
        members[1].modules[0].path = "layers.0.k_proj";
        const Adapter merged = mergeCat(members, std::vector<double>{0.5, 0.25});
        QCOMPARE(merged.modules.size(), std::size_t{3});
        const std::vector<std::string> order{merged.modules[0].path, merged.modules[1].path, merged.modules[2].path};
        QCOMPARE(order, (std::vector<std::string>{"layers.0.k_proj", "layers.0.q_proj", "layers.0.v_proj"}));
        for (const LoraWeights& module : merged.modules) QCOMPARE(module.a.rows, 5);
        const auto equalsDeltaOf = [&](std::size_t k, std::initializer_list<std::tuple<std::size_t, std::size_t, double>> parts) {
            Matrix expected(merged.modules[k].b.rows, merged.modules[k].a.cols), found = expected;
            for (const auto& [member, module, weight] : parts) addDelta(expected, members[member], module, weight);
            addDelta(found, merged, k, 1);
            double worst = 0;
            for (std::size_t cell = 0; cell < expected.values.size(); ++cell) worst = std::max(worst, std::abs(expected.values[cell] - found.values[cell]));
            return worst < 1e-5;
        };
        QVERIFY(equalsDeltaOf(0, {{1, 0, 0.25}}));
        QVERIFY(equalsDeltaOf(1, {{0, 0, 0.5}}));
        QVERIFY(equalsDeltaOf(2, {{0, 1, 0.5}, {1, 1, 0.25}}));
    }

    void aModuleOfTwoShapesIsNamed() {
        std::vector<Adapter> members{randomAdapter(2, 4, 1), randomAdapter(2, 4, 2)};
        members[1].modules[1] = {"layers.0.v_proj", FloatMatrix(2, 6), FloatMatrix(3, 2)};
        try {
            mergeCat(members, std::vector<double>{0.5, 0.5});
            QFAIL("accepted");
        } catch (const Error& error) {
            QVERIFY(QString(error.what()).contains("layers.0.v_proj"));
        }
    }
};

QTEST_GUILESS_MAIN(TestMergeCat)
#include "tst_merge_cat.moc"
