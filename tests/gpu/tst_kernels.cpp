// Every kernel against its CPU twin on a device; skipped, with the reason, where there is none.
#include <QtTest>

#include <cmath>
#include <cstring>
#include <vector>

#include "gpu/block_parts.h"
#include "gpu/counter_rng.h"
#include "gpu/dropout.h"
#include "gpu/kernel_table.h"
#include "gpu/label_head.h"
#include "gpu/nf4.h"
#include "gpu/sigmoid_residual.h"
#include "gpu/sketch.h"
#include "tests/support/gpu_or_skip.h"

using namespace consort;

namespace {

/// Values on the device for the length of a test.
template <typename T>
class OnDevice {
public:
    OnDevice(const KernelTable& kernels, std::vector<T> values) : kernels_(kernels), values_(std::move(values)), memory_(kernels.allocate(values_.size() * sizeof(T))) {
        kernels_.upload(memory_, values_.data(), values_.size() * sizeof(T), nullptr);
    }
    ~OnDevice() { kernels_.release(memory_); }
    OnDevice(const OnDevice&) = delete;
    OnDevice& operator=(const OnDevice&) = delete;
    T* get() const { return static_cast<T*>(memory_); }
    std::vector<T> values() {
        kernels_.download(values_.data(), memory_, values_.size() * sizeof(T), nullptr);
        return values_;
    }

private:
    const KernelTable& kernels_;
    std::vector<T> values_;
    void* memory_;
};

std::vector<float> randomFloats(std::size_t count, std::uint64_t seed, double size = 1) {
    std::vector<float> values(count);
    for (std::size_t k = 0; k < count; ++k) {
        double sum = 0;
        for (std::uint64_t part = 0; part < 4; ++part) sum += counterUniform(seed, part, k);
        values[k] = static_cast<float>(size * std::sqrt(3.0) * (sum - 2));
    }
    return values;
}

double difference(const std::vector<float>& a, const std::vector<float>& b) {
    double largest = a.size() == b.size() ? 0 : INFINITY;
    for (std::size_t k = 0; k < a.size() && k < b.size(); ++k) largest = std::max(largest, std::abs(static_cast<double>(a[k]) - b[k]) / std::max(1.0, std::abs(static_cast<double>(b[k]))));
    return largest;
}

}  // namespace

class TestKernels : public QObject {
    Q_OBJECT
private:
    const KernelTable* k_ = nullptr;

private Q_SLOTS:
    void init() {
        const char* why = "";
        k_ = cudaKernels(&why);
        if (!k_) SKIP_WITHOUT_GPU(why);
    }

    void nf4IsBitEqual() {
        for (const std::int64_t count : {1, 63, 64, 65, 4096, 100001}) {
            const std::vector<float> values = randomFloats(static_cast<std::size_t>(count), 3);
            const Nf4Codes expected = quantizeNf4(values.data(), count);
            const OnDevice<float> in(*k_, values);
            OnDevice<std::uint8_t> codes(*k_, std::vector<std::uint8_t>(expected.codes.size()));
            OnDevice<float> absmax(*k_, std::vector<float>(expected.blockAbsmax.size()));
            k_->nf4Quantize(in.get(), count, codes.get(), absmax.get(), nullptr);
            QCOMPARE(codes.values(), expected.codes);
            QCOMPARE(absmax.values(), expected.blockAbsmax);
            std::vector<float> back(values.size());
            dequantizeNf4(expected.view(), back.data());
            const OnDevice<std::uint8_t> second(*k_, expected.absmax);
            const OnDevice<float> nested(*k_, expected.nestedAbsmax), map(*k_, {nf4AbsmaxMap(), nf4AbsmaxMap() + 256});
            OnDevice<float> out(*k_, std::vector<float>(values.size()));
            k_->nf4Dequantize(codes.get(), second.get(), nested.get(), map.get(), expected.offset, count, out.get(), Scalar::Float32, nullptr);
            QCOMPARE(out.values(), back);
        }
    }

    void labelHead() {
        const std::int64_t rows = 33, vocabulary = 5003;
        const std::vector<float> logits = randomFloats(static_cast<std::size_t>(rows * vocabulary), 4, 5);
        std::vector<std::int64_t> gold;
        for (std::int64_t r = 0; r < rows; ++r) gold.push_back(r * 37 % vocabulary);
        std::vector<double> odds(rows);
        std::vector<float> derivative(logits.size());
        consort::labelHead(logits.data(), gold.data(), rows, vocabulary, odds.data(), derivative.data());
        const OnDevice<float> z(*k_, logits);
        const OnDevice<std::int64_t> y(*k_, gold);
        OnDevice<double> o(*k_, std::vector<double>(odds.size()));
        OnDevice<float> d(*k_, std::vector<float>(derivative.size()));
        k_->labelHead(z.get(), Scalar::Float32, y.get(), rows, vocabulary, o.get(), d.get(), nullptr);
        QVERIFY(difference(d.values(), derivative) < 1e-5);
        const std::vector<double> found = o.values();
        for (std::size_t r = 0; r < odds.size(); ++r) QVERIFY(std::abs(found[r] - odds[r]) < 1e-4);
    }

    void sigmoidResidual() {
        const std::int64_t fits = 7, rows = 5001;
        const std::vector<float> offset = randomFloats(static_cast<std::size_t>(rows), 5, 10), weight{1, 2, 3, 4, 5, 6, 7};
        std::vector<float> predictor = randomFloats(static_cast<std::size_t>(fits * rows), 6);
        const OnDevice<float> o(*k_, offset), w(*k_, weight);
        OnDevice<float> p(*k_, predictor);
        OnDevice<double> l(*k_, std::vector<double>(fits, 0.0));
        k_->sigmoidResidual(o.get(), w.get(), fits, rows, p.get(), l.get(), nullptr);
        std::vector<double> loss(fits, 0.0);
        consort::sigmoidResidual(offset.data(), weight.data(), fits, rows, predictor.data(), loss.data());
        QVERIFY(difference(p.values(), predictor) < 1e-5);
        const std::vector<double> found = l.values();
        for (std::size_t k = 0; k < loss.size(); ++k) QVERIFY(std::abs(found[k] / loss[k] - 1) < 1e-5);
    }

    void rmsNorm() {
        const std::int64_t rows = 65, width = 1000;
        const std::vector<float> x = randomFloats(static_cast<std::size_t>(rows * width), 7), weight = randomFloats(width, 8), gradient = randomFloats(x.size(), 9);
        std::vector<float> y(x.size()), scale(rows), dx(x.size());
        rmsNormForward(x.data(), weight.data(), 1e-5F, rows, width, y.data(), scale.data());
        rmsNormBackward(gradient.data(), x.data(), weight.data(), scale.data(), rows, width, dx.data());
        const OnDevice<float> dX(*k_, x), dW(*k_, weight), dG(*k_, gradient);
        OnDevice<float> outY(*k_, std::vector<float>(y.size())), outScale(*k_, std::vector<float>(scale.size())), outDx(*k_, std::vector<float>(dx.size()));
        k_->rmsNormForward(dX.get(), Scalar::Float32, dW.get(), 1e-5F, rows, width, outY.get(), outScale.get(), nullptr);
        k_->rmsNormBackward(dG.get(), dX.get(), Scalar::Float32, dW.get(), outScale.get(), rows, width, outDx.get(), nullptr);
        QVERIFY(difference(outY.values(), y) < 1e-5 && difference(outDx.values(), dx) < 1e-5);
    }

    void rotaryEmbedding() {
        const std::int64_t tokens = 50, heads = 3, headDim = 20, dims = 16;
        std::vector<float> x = randomFloats(static_cast<std::size_t>(tokens * heads * headDim), 10);
        const std::vector<float> cos = randomFloats(100 * dims / 2, 11), sin = randomFloats(100 * dims / 2, 12);
        std::vector<std::int64_t> position;
        for (std::int64_t t = 0; t < tokens; ++t) position.push_back(t * 7 % 100);
        OnDevice<float> d(*k_, x);
        const OnDevice<float> c(*k_, cos), s(*k_, sin);
        const OnDevice<std::int64_t> p(*k_, position);
        k_->rope(d.get(), Scalar::Float32, c.get(), s.get(), p.get(), tokens, heads, headDim, dims, 1.0F, nullptr);
        ropeForward(x.data(), cos.data(), sin.data(), position.data(), tokens, heads, headDim, dims);
        QVERIFY(difference(d.values(), x) < 1e-5);
        k_->rope(d.get(), Scalar::Float32, c.get(), s.get(), p.get(), tokens, heads, headDim, dims, -1.0F, nullptr);
        ropeBackward(x.data(), cos.data(), sin.data(), position.data(), tokens, heads, headDim, dims);
        QVERIFY(difference(d.values(), x) < 1e-5);
    }

    void swiglu() {
        const std::vector<float> gate = randomFloats(10001, 13, 3), up = randomFloats(10001, 14), gradient = randomFloats(10001, 15);
        std::vector<float> y(gate.size()), dgate(gate.size()), dup(gate.size());
        swigluForward(gate.data(), up.data(), 10001, y.data());
        swigluBackward(gradient.data(), gate.data(), up.data(), 10001, dgate.data(), dup.data());
        const OnDevice<float> a(*k_, gate), b(*k_, up), g(*k_, gradient);
        OnDevice<float> outY(*k_, std::vector<float>(y.size())), outA(*k_, std::vector<float>(y.size())), outB(*k_, std::vector<float>(y.size()));
        k_->swigluForward(a.get(), b.get(), Scalar::Float32, 10001, outY.get(), nullptr);
        k_->swigluBackward(g.get(), a.get(), b.get(), Scalar::Float32, 10001, outA.get(), outB.get(), nullptr);
        QVERIFY(difference(outY.values(), y) < 1e-5 && difference(outA.values(), dgate) < 1e-5 && difference(outB.values(), dup) < 1e-5);
    }

    void signTilesAreBitEqual() {
        for (const std::int64_t d : {1, 63, 64, 65, 400}) {
            std::vector<float> tile(static_cast<std::size_t>(50 * d));
            fillSignTile(42, 1000003, 50, d, 0.5F, tile.data());
            OnDevice<float> out(*k_, std::vector<float>(tile.size()));
            k_->fillSignTile(42, 1000003, 50, d, 0.5F, out.get(), nullptr);
            QCOMPARE(out.values(), tile);
        }
    }

    void dropoutIsBitEqual() {
        const std::vector<std::uint64_t> keys{1, 2, ~std::uint64_t{0}, 99, 7, std::uint64_t{1} << 63};
        for (const std::int64_t width : {1, 3, 4, 130}) {
            std::vector<float> scale(static_cast<std::size_t>(3 * width));
            dropoutScale(keys.data(), 3, width, 11, 0.1, scale.data());
            const OnDevice<std::uint64_t> k(*k_, keys);
            OnDevice<float> out(*k_, std::vector<float>(scale.size()));
            k_->dropoutScale(k.get(), 3, width, 11, 0.1, out.get(), nullptr);
            QCOMPARE(out.values(), scale);
        }
    }

    void segmentOuterProducts() {
        const std::vector<std::int64_t> offsets{0, 40, 40, 41, 100};
        const std::vector<float> g = randomFloats(100 * 130, 16), u = randomFloats(100 * 20, 17);
        std::vector<float> product(4 * 130 * 20);
        segmentOuterProduct(g.data(), u.data(), offsets.data(), 4, 130, 20, product.data());
        const OnDevice<float> dG(*k_, g), dU(*k_, u);
        const OnDevice<std::int64_t> dO(*k_, offsets);
        OnDevice<float> out(*k_, std::vector<float>(product.size()));
        k_->segmentOuterProduct(dG.get(), dU.get(), Scalar::Float32, dO.get(), 4, 130, 20, out.get(), nullptr);
        QVERIFY(difference(out.values(), product) < 1e-5);
    }
};

QTEST_GUILESS_MAIN(TestKernels)
#include "tst_kernels.moc"
