#pragma once
// Random bits as a pure function of (seed, stream, index): the same on every device, in any order, on any thread count.
// C++17, because device code includes it.
#include <cstdint>

#if defined(__CUDACC__)
#define CONSORT_HOST_DEVICE __host__ __device__
#else
#define CONSORT_HOST_DEVICE
#endif

namespace consort {

/// Finaliser of SplitMix64 (Steele, Lea, Flood 2014): a bijection with full avalanche.
CONSORT_HOST_DEVICE inline std::uint64_t mixBits(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// 64 random bits of counter `index` in `stream` of `seed`. Stored results depend on it: never change it.
CONSORT_HOST_DEVICE inline std::uint64_t counterBits(std::uint64_t seed, std::uint64_t stream, std::uint64_t index) {
    const std::uint64_t key = mixBits(seed + 0x9e3779b97f4a7c15ULL) ^ mixBits(stream * 0xd1342543de82ef95ULL + 0x2545f4914f6cdd1dULL);
    return mixBits(key + (index + 1) * 0x9e3779b97f4a7c15ULL);
}

/// Uniform in [0, 1) with 53 random bits.
CONSORT_HOST_DEVICE inline double counterUniform(std::uint64_t seed, std::uint64_t stream, std::uint64_t index) {
    return static_cast<double>(counterBits(seed, stream, index) >> 11) * 0x1.0p-53;
}

}  // namespace consort
