// Kernels on a GPU: bytes that they must move a second, as a share of what a plain copy on the same device moves.
#include <vector>

#include "gpu/kernel_table.h"
#include "gpu/nf4.h"
#include "tests/benchmarks/measure.h"

namespace consort::bench {
namespace {

constexpr std::int64_t kCount = std::int64_t{1} << 26, kWidth = 4096, kRows = kCount / kWidth;
constexpr int kCalls = 20;

/// Device memory for the length of the benchmark, zeroed by an upload.
class Buffer {
public:
    Buffer(const KernelTable& kernels, std::size_t bytes) : kernels_(kernels), memory_(kernels.allocate(bytes)) {
        const std::vector<char> zeros(bytes, 0);
        kernels.upload(memory_, zeros.data(), bytes, nullptr);
        kernels.synchronize(nullptr);
    }
    ~Buffer() { kernels_.release(memory_); }
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;
    template <typename T>
    T* as() const { return static_cast<T*>(memory_); }

private:
    const KernelTable& kernels_;
    void* memory_;
};

/// GB/s of a call that moves `bytes`.
double rateOf(const Report& report, const KernelTable& kernels, double bytes, const Work& call) {
    const auto many = [&] {
        for (int c = 0; c < kCalls; ++c) call();
        kernels.synchronize(nullptr);
    };
    return bytes * kCalls / takingTurns(report.rounds(), {many}, wallSeconds)[0] / 1e9;
}

void benchKernels(Report& report, const KernelTable& k) {
    const Buffer a(k, kCount * 4), b(k, kCount * 4), c(k, kCount * 4), small(k, kCount), bytes(k, kCount / 2), weight(k, kWidth * 4), gold(k, kRows * 8), odds(k, kRows * 8);
    const auto count = static_cast<double>(kCount);
    const double copy = rateOf(report, k, 2 * 4 * count, [&] { k.copy(b.as<float>(), a.as<float>(), kCount * 4, nullptr); });
    report.fact("plain copy", copy, "GB/s");
    const auto share = [&](const char* what, double moved, double promise, const Work& call) {
        report.promised(std::string(what) + ": share of the copy's bandwidth", rateOf(report, k, moved, call) / copy, Bound::AtLeast, promise);
    };
    const Buffer map(k, 256 * 4);
    k.upload(map.as<float>(), nf4AbsmaxMap(), 256 * 4, nullptr);
    share("NF4 dequantise to bfloat16", count * (0.5 + 1.0 / 64 + 2), 0.8, [&] { k.nf4Dequantize(bytes.as<std::uint8_t>(), small.as<std::uint8_t>(), weight.as<float>(), map.as<float>(), 0.1F, kCount, b.as<void>(), Scalar::Bfloat16, nullptr); });
    share("NF4 quantise", count * (4 + 0.5 + 4.0 / 64), 0.8, [&] { k.nf4Quantize(a.as<float>(), kCount, bytes.as<std::uint8_t>(), c.as<float>(), nullptr); });
    share("label head, bfloat16", count * (2 * 2 + 4), 0.6, [&] { k.labelHead(a.as<void>(), Scalar::Bfloat16, gold.as<std::int64_t>(), kRows, kWidth, odds.as<double>(), b.as<float>(), nullptr); });
    share("RMSNorm, bfloat16", count * 4, 0.6, [&] { k.rmsNormForward(a.as<void>(), Scalar::Bfloat16, weight.as<float>(), 1e-5F, kRows, kWidth, b.as<void>(), odds.as<float>(), nullptr); });
    share("RMSNorm backward, bfloat16", count * 6, 0.6, [&] { k.rmsNormBackward(a.as<void>(), c.as<void>(), Scalar::Bfloat16, weight.as<float>(), odds.as<float>(), kRows, kWidth, b.as<void>(), nullptr); });
    share("SwiGLU, bfloat16", count * 6, 0.6, [&] { k.swigluForward(a.as<void>(), c.as<void>(), Scalar::Bfloat16, kCount, b.as<void>(), nullptr); });
    share("sigmoid residual", count * 8, 0.6, [&] { k.sigmoidResidual(weight.as<float>(), weight.as<float>(), kRows, kWidth, a.as<float>(), odds.as<double>(), nullptr); });
    share("sign tile", count * 4, 0.6, [&] { k.fillSignTile(1, 0, kRows, kWidth, 1.0F, b.as<float>(), nullptr); });
}

}  // namespace

void benchDevice(Report& report) {
    report.begin("On a GPU", "kernels over 2^26 values, medians of 20 calls each");
    const char* why = "";
    if (const KernelTable* kernels = cudaKernels(&why)) benchKernels(report, *kernels);
    else report.skipped("NF4, label head, RMSNorm, SwiGLU, residual and sign tile against a copy's bandwidth", why);
}

}  // namespace consort::bench
