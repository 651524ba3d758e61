#include <QtTest>

#include <algorithm>
#include <cmath>
#include <vector>

#include "gpu/counter_rng.h"
#include "gpu/sketch.h"

using namespace consort;

class TestSketch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void signsAreTheCountersBits() {
        for (const std::int64_t d : {1, 7, 63, 64, 65, 128, 400, 401}) {
            std::vector<float> tile(static_cast<std::size_t>(5 * d), 0.0F);
            fillSignTile(42, 1000003, 5, d, 0.5F, tile.data());
            for (std::int64_t r = 0; r < 5; ++r) {
                for (std::int64_t c = 0; c < d; ++c) {
                    const bool set = counterBits(42, 1000003 + static_cast<std::uint64_t>(r), static_cast<std::uint64_t>(c / 64)) >> (c % 64) & 1;
                    QCOMPARE(tile[static_cast<std::size_t>(r * d + c)], set ? 0.5F : -0.5F);
                }
            }
        }
    }

    void tilesOfAnyCutAreTheSame() {
        std::vector<float> whole(40 * 100), parts(40 * 100);
        fillSignTile(7, 12, 40, 100, 1.0F, whole.data());
        fillSignTile(7, 12, 13, 100, 1.0F, parts.data());
        fillSignTile(7, 25, 27, 100, 1.0F, parts.data() + 1300);
        QVERIFY(whole == parts);
    }

    /// Stored sketches depend on these bits: a change of the generator must not go unnoticed.
    void bitsAreTheRecordedOnes() {
        std::uint64_t hash = 0;
        for (std::uint64_t p = 0; p < 1000; ++p) hash = hash * 31 + counterBits(3, p, p % 7);
        QCOMPARE(hash, std::uint64_t{0x1c987f960e30ccb1ULL});
    }

    void columnsAndParametersAreUncorrelated() {
        constexpr std::int64_t n = 4000, d = 96;
        std::vector<float> tile(n * d);
        fillSignTile(1, 0, n, d, 1.0F, tile.data());
        double worst = 0;
        for (std::int64_t c = 0; c < d; ++c) {
            double sum = 0, neighbours = 0, lag = 0;
            for (std::int64_t r = 0; r + 1 < n; ++r) {
                const float sign = tile[static_cast<std::size_t>(r * d + c)];
                sum += sign;
                lag += sign * tile[static_cast<std::size_t>((r + 1) * d + c)];
                neighbours += sign * tile[static_cast<std::size_t>(r * d + (c + 1) % d)];
            }
            worst = std::max({worst, std::abs(sum), std::abs(lag), std::abs(neighbours)});
        }
        const double deviations = worst / std::sqrt(static_cast<double>(n));
        QVERIFY2(deviations < 4.2, qPrintable(QString::number(deviations)));
    }
};

QTEST_GUILESS_MAIN(TestSketch)
#include "tst_sketch.moc"
