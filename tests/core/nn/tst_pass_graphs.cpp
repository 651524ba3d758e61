// Training passes that are repeated as recordings (core/nn/pass_graphs.h), through the recordings' CPU twin. torch before Qt: Qt's `slots` macro would break it.
#include "core/nn/device_kernels.h"
#include "core/nn/pass_graphs.h"
#include "tests/support/demo_rows.h"
#include "tests/support/differences.h"
#include "tests/support/random_llama.h"
#undef slots

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

#include "core/nn/trainer.h"

using namespace consort;

class TestPassGraphs : public QObject {
    Q_OBJECT
public:
    TestPassGraphs() {
        torch::manual_seed(3);
        writeRandomLlama(base(), {61, 32, 2, 48, 4});
        rows_ = randomRows(40, 61, 4);
        for (std::size_t r = 0; r < rows_.size(); ++r) rows_[r].targetIds.resize(1 + r % 3, 7);
    }

private:
    QTemporaryDir temporary_;
    std::vector<Example> rows_;
    std::filesystem::path base() const { return temporary_.path().toStdString() + "/base"; }

private Q_SLOTS:
    /// On twins passes are repeated as graphs; without them they are computed one by one. The rows' lengths and numbers of labels differ.
    void repeatedPassesAreThePasses() {
        Session session = Session::open(base(), {"cpu", "float32", "none", 1});
        const nn::TwinScope twins;
        const auto trained = [&](std::int64_t microBatch, bool recompute) {
            TrainingPlan plan;
            plan.id = "run";
            plan.data = {{"x", rows_, {}}};
            plan.start = freshAdapter(session.info(), {4, 8, 0.1, {"all-linear"}}, 5);
            plan.options.steps = 15;  // the last batch of an epoch is as large as the others
            plan.options.learningRate = 2e-3;
            plan.options.microBatch = microBatch;
            plan.options.gradientCheckpointing = recompute;
            QTemporaryDir folder;
            plan.folder = folder.path().toStdString() + "/run";
            return train(session, plan, {});
        };
        for (const auto& [microBatch, recompute] : {std::pair{0, false}, {3, false}, {0, true}}) {
            const TrainingResult repeated = trained(microBatch, recompute);
            const nn::PassGraphs::Off off;
            const TrainingResult single = trained(microBatch, recompute);
            QCOMPARE(repeated.tokens, single.tokens);
            QVERIFY(std::abs(repeated.trainLoss - single.trainLoss) < 1e-6);
            for (std::size_t m = 0; m < single.adapter.modules.size(); ++m) QVERIFY(difference(repeated.adapter.modules[m].b.values, single.adapter.modules[m].b.values) < 1e-5);
        }
    }

    void aShapeIsRecordedWhenItComesAgain() {
        Session session = Session::open(base(), {"cpu", "float32", "none", 1});
        const nn::TwinScope twins;
        nn::PassGraphs graphs(session.impl());
        const auto inputsOf = [&](std::size_t count) {
            std::vector<nn::RunRow> rows;
            for (std::size_t r = 0; r < count; ++r) rows.push_back({&rows_[r], r});
            const nn::PassPart part{rows, 1, 1, count};
            return nn::planPass(session.info(), std::span(&part, 1), true, graphs.grid()).inputs;
        };
        const nn::PassInputs four = inputsOf(4), five = inputsOf(5);
        QCOMPARE(four.ids.size(1) % 16, 0);
        QCOMPARE(four.wanted.size(0) % 32, 0);
        QVERIFY(std::abs(four.shares.sum().item<double>() - 1) < 1e-12);
        std::vector<const void*> seen;
        const auto pass = [&](const nn::PassInputs& in) {
            seen.push_back(in.ids.data_ptr());
            return in.ids.sum().to(torch::kFloat64);
        };
        for (int k = 0; k < 5; ++k) {
            QCOMPARE(graphs.run(four, 0, pass).item<double>(), four.ids.sum().item<double>());
            QCOMPARE(graphs.run(five, 0, pass).item<double>(), five.ids.sum().item<double>());
        }
        for (std::size_t k = 2; k < seen.size(); ++k) QCOMPARE(seen[k], seen[k - 2]);  // a shape's inputs never move
    }
};

QTEST_GUILESS_MAIN(TestPassGraphs)
#include "tst_pass_graphs.moc"
